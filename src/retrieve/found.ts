import type { Hit } from '../model.ts';
import type { RankedSentence } from './ranked-sentence.ts';

/** What retrieval finds for a question. */
export interface Found {
  /** Passages, best first. */
  readonly hits: readonly Hit[];
  /** The sentences of the best of them, best first. */
  readonly sentences: readonly RankedSentence[];
}
