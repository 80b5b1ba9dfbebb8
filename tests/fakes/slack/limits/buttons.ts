import { z } from 'zod';
import { actionId, asked, label, style } from './element-parts.ts';
import { hasOneImage, imageFields, plain, plainOption, url } from './text-objects.ts';

/** Elements that are pressed or looked at. */

const value = z.string().max(2_000);

export const button = z.strictObject({
  type: z.literal('button'),
  ...asked,
  text: plain(75),
  value: value.optional(),
  url: url.optional(),
  style,
  accessibility_label: label,
});

const feedbackButton = z.strictObject({ text: plain(75), value, accessibility_label: label });

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
  value: value.optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string()).max(10).optional(),
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...asked,
  text: plain(75),
  workflow: z.strictObject({ trigger: z.looseObject({ url }) }),
  style,
  accessibility_label: label,
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...asked,
  options: z.array(plainOption).min(1).max(5),
});

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageFields })
  .refine(hasOneImage, 'needs image_url or slack_file, not both');
