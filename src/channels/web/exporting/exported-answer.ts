import { z } from 'zod';
import type { ExportedAnswer } from '../../../export/word-file.ts';
import type { Answer } from '../../../model.ts';
import { citationJsonSchema, nearestJsonSchema } from '../../answer-json.ts';

const address = z.url({ protocol: /^https?$/u });

const exportedAnswerSchema = z.object({
  question: z.string(),
  answer: z.string(),
  citations: z
    .array(citationJsonSchema.extend({ url: address, words: z.string().optional() }))
    .readonly(),
  nearest: z
    .array(nearestJsonSchema.extend({ url: address }))
    .readonly()
    .default([]),
  notes: z.array(z.string()).readonly(),
  model: z.string().optional(),
});

/** As many as a device remembers. */
const MAX_ANSWERS = 100;

export const exportedHistorySchema = z.object({
  answers: z.array(exportedAnswerSchema).min(1).max(MAX_ANSWERS),
});

/** What of an answer goes along with it to be exported later; the browser gives it back as it was. */
export function toExported({
  question,
  answer,
  citations,
  nearest = [],
  notes,
  model,
}: Answer): ExportedAnswer {
  return {
    question,
    answer,
    citations: citations.map((citation) => ({ ...citation, passage: '' })),
    nearest,
    notes,
    ...(model !== undefined && { model }),
  };
}

/** Without what was left out: it is not the same as undefined. */
export const fromExported = ({
  model,
  citations,
  ...rest
}: z.infer<typeof exportedAnswerSchema>): ExportedAnswer => ({
  ...rest,
  citations: citations.map(({ words, ...citation }) => ({
    ...citation,
    ...(words !== undefined && { words }),
  })),
  ...(model !== undefined && { model }),
});
