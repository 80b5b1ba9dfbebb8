import { z } from 'zod';
import type { Computed } from '../../model.ts';

const citationSchema = z.object({ n: z.number().int(), quote: z.string() });

const computedSchema = z.object({
  value: z.string(),
  how: z.enum(['difference', 'ratio', 'sum', 'count']),
  from: z.array(z.string()),
});

const claimSchema = z.object({
  text: z.string(),
  citations: z.array(citationSchema),
  computed: z.array(computedSchema),
});

/** The whole of what a model is to say. */
const wordingSchema = z.object({ claims: z.array(claimSchema), notInEvidence: z.boolean() });

/** A quotation, with the number of the evidence a model says it stands in. */
export type ProposedCitation = z.infer<typeof citationSchema>;

/** A sentence as a model proposes it. What it says it worked out is only its word. */
export interface ProposedClaim {
  readonly text: string;
  readonly citations: readonly ProposedCitation[];
  readonly computed?: readonly Computed[];
}

export const WORDING_FORM = { name: 'wording', jsonSchema: z.toJSONSchema(wordingSchema) };

/** Longer ones are no sentences of an answer. */
const MAX_CHARS = 400;

/** Models leave out what they have none of, or write figures as numbers. */
const saidSchema = claimSchema.extend({
  computed: z
    .array(computedSchema.extend({ value: z.coerce.string(), from: z.array(z.coerce.string()) }))
    .optional()
    .catch(undefined),
});

/** Undefined for what is no claim, or is longer than any may be. */
export function readClaim(value: unknown): ProposedClaim | undefined {
  const claim = saidSchema.safeParse(value).data;
  const text = claim?.text.replace(/\s+/gu, ' ').trim() ?? '';
  if (!claim || text === '' || text.length > MAX_CHARS) return undefined;
  const { citations, computed } = claim;
  return { text, citations, ...(computed && computed.length > 0 && { computed }) };
}
