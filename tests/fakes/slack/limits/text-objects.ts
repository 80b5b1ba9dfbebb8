import { z } from 'zod';

/** Composition objects, with Slack's limits. Lengths are UTF-16 units. */

export const id = z.string().min(1).max(255);
export const url = z.string().min(1).max(3_000);

const mrkdwnOf = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

export const plain = (max = 3_000) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = mrkdwnOf;

export const anyText = (max = 3_000) => z.discriminatedUnion('type', [mrkdwnOf(max), plain(max)]);

export const confirm = z.strictObject({
  title: plain(100).optional(),
  text: anyText(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

/** @param text what the option may be written in: menus take plain text only */
const optionOf = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({
    text,
    value: z.string().max(75),
    description: plain(75).optional(),
    url: url.optional(),
  });

export const plainOption = optionOf(plain(75));
export const anyOption = optionOf(anyText(75));

export const optionGroup = z.strictObject({
  label: plain(75),
  options: z.array(plainOption).min(1).max(100),
});

const slackFile = z.union([z.strictObject({ url }), z.strictObject({ id: z.string() })]);

/** Fields of every image: one source, and a text for those who do not see it. */
export const imageFields = {
  alt_text: z.string().max(2_000),
  image_url: url.optional(),
  slack_file: slackFile.optional(),
};

export const hasOneImage = ({
  image_url: image,
  slack_file: file,
}: {
  image_url?: unknown;
  slack_file?: unknown;
}): boolean => (image === undefined) !== (file === undefined);
