import { z } from 'zod';
import { actionId, focus, hint } from './element-parts.ts';
import { richTextBlock } from './rich-text.ts';

/** Elements to type into. */

const field = {
  ...actionId,
  ...focus,
  ...hint,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
};

const typed = { ...field, initial_value: z.string().optional() };
const length = z.number().int().max(3_000);

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...field,
  initial_value: z.string().max(3_000).optional(),
  multiline: z.boolean().optional(),
  min_length: length.min(0).optional(),
  max_length: length.min(1).optional(),
});

const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  ...actionId,
  filetypes: z.array(z.string()).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...field,
  initial_value: richTextBlock.optional(),
});

export const textInputs = [
  plainTextInput,
  numberInput,
  fileInput,
  richTextInput,
  z.strictObject({ type: z.literal('email_text_input'), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed }),
] as const;
