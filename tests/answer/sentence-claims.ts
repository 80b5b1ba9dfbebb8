import type { DraftClaim } from '../../src/answer/draft.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import { sentencesOf } from '../../src/retrieve/sentences.ts';

/** Every sentence of the running texts as a claim that quotes itself. */
export const sentenceClaims = (index: PlanIndex): DraftClaim[] =>
  index.documents.flatMap((document) =>
    index
      .passagesOf(document.id)
      .filter(({ kind }) => kind === 'text')
      .flatMap((passage) => sentencesOf(passage, document))
      .map(({ text, passage }) => ({
        text: text.trim(),
        proofs: [{ passage, quote: text.trim() }],
      })),
  );
