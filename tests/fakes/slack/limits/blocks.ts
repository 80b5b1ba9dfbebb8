import { z } from 'zod';
import {
  button,
  feedbackButtons,
  iconButton,
  imageElement,
  overflow,
  workflowButton,
} from './buttons.ts';
import { menus } from './menus.ts';
import { richTextBlock } from './rich-text.ts';
import { dataTableBlock, tableBlock } from './tables.ts';
import { richTextInput, textInputs } from './text-inputs.ts';
import { anyText, hasOneImage, id, imageFields, mrkdwn, plain, url } from './text-objects.ts';

/** Every block that Slack knows, with its limits. */

const pressable = [button, overflow, workflowButton] as const;
const actionElement = z.discriminatedUnion('type', [...pressable, richTextInput, ...menus]);
const accessory = z.discriminatedUnion('type', [...pressable, imageElement, ...menus]);
const inputElement = z.discriminatedUnion('type', [...textInputs, ...menus]);

const blockId = { block_id: id.optional() };

const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z.array(actionElement).min(1).max(25),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  ...blockId,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [mrkdwn(3_000), plain(3_000), imageElement]))
    .min(1)
    .max(10),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...blockId,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(5),
});

const divider = z.strictObject({ type: z.literal('divider'), ...blockId });

const file = z.strictObject({
  type: z.literal('file'),
  ...blockId,
  source: z.literal('remote'),
  external_id: z.string().min(1),
});

const header = z.strictObject({ type: z.literal('header'), ...blockId, text: plain(150) });

const image = z
  .strictObject({
    type: z.literal('image'),
    ...blockId,
    ...imageFields,
    title: plain(2_000).optional(),
  })
  .refine(hasOneImage, 'needs image_url or slack_file, not both');

const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...blockId,
  text: z.string().min(1).max(12_000),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'needs text or fields');

const video = z.strictObject({
  type: z.literal('video'),
  ...blockId,
  video_url: url,
  thumbnail_url: url,
  alt_text: z.string(),
  title: plain(199),
  title_url: url.optional(),
  author_name: z.string().max(49).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: url.optional(),
  description: plain(199).optional(),
});

const urlSource = z.strictObject({ type: z.literal('url'), url, text: z.string().min(1) });

export const taskStatus = z.enum(['pending', 'in_progress', 'complete', 'error']);

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...blockId,
  task_id: z.string().min(1),
  title: z.string().min(1),
  status: taskStatus,
  details: richTextBlock.optional(),
  output: richTextBlock.optional(),
  sources: z.array(urlSource).optional(),
  hide_title: z.boolean().optional(),
  icon: z.unknown().optional(),
});

const plan = z.strictObject({
  type: z.literal('plan'),
  ...blockId,
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    ...blockId,
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    subtext: mrkdwn(200).optional(),
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    slack_icon: z.unknown().optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine(
    ({ hero_image, title, actions: buttons, body }) =>
      [hero_image, title, buttons, body].some((part) => part !== undefined),
    'needs hero_image, title, actions or body',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...blockId,
  elements: z.array(card).min(1).max(10),
});

const childBlock = z.discriminatedUnion('type', [
  actions,
  context,
  divider,
  file,
  header,
  image,
  input,
  richTextBlock,
  section,
  tableBlock,
  video,
]);

const container = z
  .strictObject({
    type: z.literal('container'),
    ...blockId,
    title: plain(150).optional(),
    rich_text_title: richTextBlock.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z.array(childBlock).min(1).max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(
    ({ title, rich_text_title }) => title !== undefined || rich_text_title !== undefined,
    'needs title or rich_text_title',
  );

export const block = z.discriminatedUnion('type', [
  ...childBlock.options,
  alert,
  card,
  carousel,
  container,
  contextActions,
  dataTableBlock,
  markdown,
  plan,
  taskCard,
]);

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that only some surfaces take; every other goes anywhere. */
export const ONLY_ON: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  card: ['message'],
  carousel: ['message'],
  container: ['message'],
  context_actions: ['message'],
  data_table: ['message'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
};
