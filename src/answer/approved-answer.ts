import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Answer, Citation, Claim, Passage } from '../model.ts';
import { proveSentence, type SentenceProblem } from './prove-sentence.ts';

/** Said beside every answer that an editor wrote. */
export const APPROVED_NOTE = '编者答：由维护文件的同事写成，每句都按原文核对过。';

/** What an editor wrote, as far as an answer needs it. */
export interface Written {
  readonly sentences: readonly string[];
  readonly passageIds: readonly string[];
}

export type ProvenWriting =
  | Pick<Answer, 'answer' | 'claims' | 'citations'>
  | { readonly sentence: string; readonly problem: SentenceProblem };

/** Proves each sentence from the passages, by the checks that every answer passes, or tells the first that is not. */
export function proveWriting(
  { sentences, passageIds }: Written,
  index: PlanIndex,
  publicUrl: string,
): ProvenWriting {
  const passages = passageIds.flatMap((id): Passage[] => {
    const passage = index.passage(id);
    return passage ? [passage] : [];
  });
  const citations: Citation[] = [];
  const claims: Claim[] = [];
  for (const sentence of sentences) {
    const { citations: proofs, problem } = proveSentence(sentence, passages, index, publicUrl);
    if (problem) return { sentence, problem };
    claims.push({ text: sentence, citations: proofs.map((proof) => numberOf(proof, citations)) });
  }
  const answer = claims
    .map(({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''))
    .join('\n');
  return { answer, claims, citations };
}

/** Its number among those there are; it is added where it is new. */
function numberOf(proof: Citation, citations: Citation[]): number {
  const known = citations.find(
    ({ passageId, quote }) => passageId === proof.passageId && quote === proof.quote,
  );
  if (known) return known.n;
  const n = citations.length + 1;
  citations.push({ ...proof, n });
  return n;
}

/** The answer with an editor's words in place of its own; as it was where these can no longer be proven. */
export function withApproved(
  answer: Answer,
  written: Written,
  index: PlanIndex,
  publicUrl: string,
): Answer {
  const proven = proveWriting(written, index, publicUrl);
  if ('problem' in proven) return answer;
  const { question, passages, timings, suggestions } = answer;
  return {
    ...{ question, passages, timings, ...proven },
    outcome: 'answered',
    kind: 'passage',
    ...(suggestions && { suggestions }),
    notes: [APPROVED_NOTE],
  };
}
