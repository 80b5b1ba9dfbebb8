import { z } from 'zod';
import { richTextBlock } from './rich-text.ts';
import {
  anyOption,
  confirm,
  hasOneImage,
  id,
  imageFields,
  optionGroup,
  plain,
  plainOption,
  url,
} from './text-objects.ts';

/** Elements inside blocks, with Slack's limits. */

const actionId = { action_id: id.optional() };
const asked = { ...actionId, confirm: confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const hint = { placeholder: plain(150).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
};
const style = z.enum(['primary', 'danger']).optional();
const label = z.string().max(75).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  ...asked,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: url.optional(),
  style,
  accessibility_label: label,
});

const feedbackButton = z.strictObject({
  text: plain(75),
  value: z.string().max(2_000),
  accessibility_label: label,
});

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...asked,
  icon: z.literal('trash'),
  text: plain(75),
  value: z.string().max(2_000).optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string()).max(10).optional(),
});

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageFields })
  .refine(hasOneImage, 'needs image_url or slack_file, not both');

const options = (max: number, option: typeof plainOption | typeof anyOption) =>
  z.array(option).min(1).max(max);

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...asked,
  ...focus,
  options: options(10, anyOption),
  initial_options: options(10, anyOption).optional(),
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...asked,
  ...focus,
  options: options(10, anyOption),
  initial_option: anyOption.optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...asked,
  options: options(5, plainOption),
});

const menu = { ...asked, ...focus, ...hint };
const many = { max_selected_items: z.number().int().min(1).optional() };
const choices = {
  options: options(100, plainOption).optional(),
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
    initial_options: options(100, plainOption).optional(),
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
  initial_options: options(100, plainOption).optional(),
});

const answerable = { response_url_enabled: z.boolean().optional() };

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: z.string().optional(),
});

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  ...answerable,
  initial_channel: z.string().optional(),
});

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  ...answerable,
  initial_conversation: z.string().optional(),
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

const textField = { ...actionId, ...focus, ...hint, ...dispatch };

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...textField,
  initial_value: z.string().max(3_000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3_000).optional(),
  max_length: z.number().int().min(1).max(3_000).optional(),
});

const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...textField,
  initial_value: z.string().optional(),
});

const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...textField,
  initial_value: z.string().optional(),
});

const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...textField,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...textField,
  initial_value: richTextBlock.optional(),
});

const selects = [
  staticSelect,
  externalSelect,
  usersSelect,
  channelsSelect,
  conversationsSelect,
  multiStaticSelect,
  multiExternalSelect,
] as const;
const pickers = [checkboxes, radioButtons, datepicker, timepicker] as const;

export const actionElement = z.discriminatedUnion('type', [
  button,
  overflow,
  richTextInput,
  ...pickers,
  ...selects,
]);

export const accessory = z.discriminatedUnion('type', [
  button,
  overflow,
  imageElement,
  ...pickers,
  ...selects,
]);

export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  emailInput,
  urlInput,
  numberInput,
  richTextInput,
  ...pickers,
  ...selects,
]);
