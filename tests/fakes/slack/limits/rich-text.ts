import { z } from 'zod';
import { id, url } from './text-objects.ts';

/** Rich text: literal text, and elements that mean something. */

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    code: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style });
const link = z.strictObject({
  type: z.literal('link'),
  url,
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style,
});

const mentions = [
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('team'), team_id: z.string(), style }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style,
  }),
] as const;

const emoji = z.strictObject({
  type: z.literal('emoji'),
  name: z.string(),
  unicode: z.string().optional(),
  url: z.string().optional(),
  style,
});

const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.number(),
  format: z.string(),
  url: z.string().optional(),
  fallback: z.string().optional(),
  style,
});

const color = z.strictObject({ type: z.literal('color'), value: z.string(), style });

const citationDetails = z.discriminatedUnion('citation_type', [
  z.strictObject({
    citation_type: z.literal('web'),
    display_name: z.string().optional(),
    title: z.string().optional(),
    snippet: z.string().optional(),
  }),
  z.strictObject({
    citation_type: z.literal('external'),
    app_name: z.string().optional(),
    app_icon_url: z.string().optional(),
  }),
  z.strictObject({
    citation_type: z.literal('file'),
    descriptor: z.string().optional(),
    file_id: z.string(),
  }),
  z.strictObject({
    citation_type: z.literal('message'),
    channel: z.string(),
    message_ts: z.string(),
  }),
  z.strictObject({ citation_type: z.literal('memory'), memory_id: z.string() }),
]);

const citation = z.strictObject({
  type: z.literal('citation'),
  url,
  text: z.string(),
  index: z.number().int(),
  details: citationDetails.optional(),
  from_llm: z.boolean().optional(),
  is_slack_url: z.boolean().optional(),
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  emoji,
  date,
  color,
  citation,
  ...mentions,
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline),
});

const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
  indent: z.number().int().min(0).max(8).optional(),
  offset: z.number().int().optional(),
  border,
});

const quote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements: z.array(inline),
  border,
});

const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [text, link])),
  border,
  language: z.string().optional(),
});

export const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(z.discriminatedUnion('type', [section, list, quote, preformatted])).min(1),
});
