import { z } from 'zod';

const citationSchema = z.object({ n: z.number().int(), quote: z.string() });

const claimSchema = z.object({ text: z.string(), citations: z.array(citationSchema) });

/** The whole of what a model is to say. */
const wordingSchema = z.object({ claims: z.array(claimSchema), notInEvidence: z.boolean() });

/** A sentence as a model proposes it, with the numbers of the evidence it says it stands on. */
export type ProposedClaim = z.infer<typeof claimSchema>;

export const WORDING_FORM = { name: 'wording', jsonSchema: z.toJSONSchema(wordingSchema) };

/** Longer ones are no sentences of an answer. */
const MAX_CHARS = 400;

/** Undefined for what is no claim, or is longer than any may be. */
export function readClaim(value: unknown): ProposedClaim | undefined {
  const claim = claimSchema.safeParse(value).data;
  const text = claim?.text.replace(/\s+/gu, ' ').trim() ?? '';
  if (!claim || text === '' || text.length > MAX_CHARS) return undefined;
  return { text, citations: claim.citations };
}
