import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Citation, Passage } from '../model.ts';
import type { DraftClaim } from './draft.ts';
import { toCitation } from './to-citation.ts';
import { FAULT_WORDS, proveClaim, type WordingFault } from './wording/prove-claim.ts';

/** What somebody says, held against what the documents say. */
export interface SentenceProof {
  /** What proves it; empty where nothing does. */
  readonly citations: readonly Citation[];
  /** Why it is not proven; left out where it is. */
  readonly problem?: SentenceProblem;
}

export interface SentenceProblem {
  readonly kind: WordingFault['kind'];
  /** Chinese: what is wrong with it. */
  readonly message: string;
  /** The words at fault. */
  readonly words: string;
}

/**
 * Proves a sentence from passages, by the same checks as any answer's: from all of them together, else from one alone,
 * else from the whole text of one. What is wrong with
 * it is told as of the first try that finds anything.
 */
export function proveSentence(
  sentence: string,
  passages: readonly Passage[],
  index: PlanIndex,
  publicUrl: string,
): SentenceProof {
  const documents = new Map(index.documents.map((info) => [info.id, info]));
  const vocabulary = { documents, segmenter: index.segmenter, concepts: [] };
  const attempt = (from: readonly Passage[], isWhole: boolean) => {
    const citations = from.map(({ quotable }, at) => ({
      n: at + 1,
      quote: isWhole ? quotable : '',
    }));
    return proveClaim({ text: sentence, citations }, { passages: from, vocabulary });
  };
  const cited = (claim: DraftClaim): SentenceProof => ({
    citations: claim.proofs.map((proof, at) => toCitation(at + 1, proof, { documents }, publicUrl)),
  });
  const alone = passages.map((passage) => [passage]);
  const tries = [
    ...[passages, ...alone].map((from) => ({ from, isWhole: false })),
    ...alone.map((from) => ({ from, isWhole: true })),
  ];
  const faults: WordingFault[] = [];
  for (const { from, isWhole } of tries) {
    const tried = attempt(from, isWhole);
    if ('claim' in tried) return cited(tried.claim);
    faults.push(tried.fault);
  }
  // That no sentence of a passage fits is no word on what is wrong with this one.
  const fault = faults.find(({ kind }) => kind !== 'quote-not-verbatim') ?? faults[0];
  const { kind, what } = fault ?? { kind: 'no-proof', what: sentence };
  return { citations: [], problem: { kind, message: FAULT_WORDS[kind], words: what } };
}
