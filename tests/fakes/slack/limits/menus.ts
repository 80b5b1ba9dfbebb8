import { z } from 'zod';
import { asked, focus, hint } from './element-parts.ts';
import { anyOption, optionGroup, plainOption } from './text-objects.ts';

/** Elements to choose from. */

const menu = { ...asked, ...focus, ...hint };
const many = { max_selected_items: z.number().int().min(1).optional() };
const plainOptions = z.array(plainOption).min(1).max(100);
const fewOptions = z.array(anyOption).min(1).max(10);

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...asked,
  ...focus,
  options: fewOptions,
  initial_options: fewOptions.optional(),
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...asked,
  ...focus,
  options: fewOptions,
  initial_option: anyOption.optional(),
});

const choices = {
  options: plainOptions.optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const hasChoices = (select: { options?: unknown; option_groups?: unknown }): boolean =>
  (select.options === undefined) !== (select.option_groups === undefined);
const CHOICES = 'needs options or option_groups, not both';

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    ...choices,
    initial_option: plainOption.optional(),
  })
  .refine(hasChoices, CHOICES);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...many,
    ...choices,
    initial_options: plainOptions.optional(),
  })
  .refine(hasChoices, CHOICES);

const external = { ...menu, min_query_length: z.number().int().min(0).optional() };

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...external,
  initial_option: plainOption.optional(),
});

const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...external,
  ...many,
  initial_options: plainOptions.optional(),
});

const one = z.string().optional();
const several = z.array(z.string()).optional();
const answerable = { response_url_enabled: z.boolean().optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: one,
});

const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...menu,
  ...many,
  initial_users: several,
});

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  ...answerable,
  initial_channel: one,
});

const multiChannelsSelect = z.strictObject({
  type: z.literal('multi_channels_select'),
  ...menu,
  ...many,
  initial_channels: several,
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  ...answerable,
  ...conversations,
  initial_conversation: one,
});

const multiConversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  ...menu,
  ...many,
  ...conversations,
  initial_conversations: several,
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menu,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/u)
    .optional(),
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^\d{2}:\d{2}$/u)
    .optional(),
  timezone: z.string().optional(),
});

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...asked,
  ...focus,
  initial_date_time: z.number().int().optional(),
});

export const menus = [
  checkboxes,
  radioButtons,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  multiExternalSelect,
  usersSelect,
  multiUsersSelect,
  channelsSelect,
  multiChannelsSelect,
  conversationsSelect,
  multiConversationsSelect,
  datepicker,
  timepicker,
  datetimepicker,
] as const;
