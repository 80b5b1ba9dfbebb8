import type { RankedSentence } from './ranked-sentence.ts';
import type { RescoredHit } from './rescore.ts';

/** What retrieval finds for a question. */
export interface Found {
  /** Passages, best first. */
  readonly hits: readonly RescoredHit[];
  /** The sentences of the best of them, best first. */
  readonly sentences: readonly RankedSentence[];
}
