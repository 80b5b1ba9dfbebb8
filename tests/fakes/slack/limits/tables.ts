import { z } from 'zod';
import { richTextBlock } from './rich-text.ts';
import { id } from './text-objects.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richTextBlock]);
const headerCell = z.discriminatedUnion('type', [rawText, rawNumber]);

export const tableBlock = z.strictObject({
  type: z.literal('table'),
  block_id: id.optional(),
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});

export const dataTableBlock = z.strictObject({
  type: z.literal('data_table'),
  block_id: id.optional(),
  caption: z.string().min(1),
  rows: z
    .tuple([z.array(headerCell).min(1).max(20)], z.array(cell).min(1).max(20))
    .refine(({ length }) => length >= 2 && length <= 201, 'needs 2 to 201 rows'),
  page_size: z.number().int().min(1).max(100).optional(),
  row_header_column_index: z.number().int().min(0).optional(),
});
