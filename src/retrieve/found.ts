import type { Hit, Passage } from '../model.ts';
import type { RankedSentence } from './ranked-sentence.ts';

/** What retrieval finds for a question. */
export interface Found {
  /** Passages, best first. */
  readonly hits: readonly Hit[];
  /** The sentences of the best of them, best first. */
  readonly sentences: readonly RankedSentence[];
  /** The sentences of any passage, found or not, ranked as those are; in the order of the text. */
  readonly sentencesIn: (passage: Passage) => readonly RankedSentence[];
  /** Of each asked word the best nearness in any passage found, 0 to 1. */
  readonly reached: Float32Array;
}
