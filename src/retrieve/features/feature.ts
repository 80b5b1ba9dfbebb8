import type { Asked } from '../asked.ts';
import type { SentenceCandidate } from '../read-closely.ts';

/** One sign of whether a sentence answers a question. */
export interface SentenceFeature {
  /** As in weights.json. */
  readonly name: string;
  /** What it is, with its range; in Chinese, for people. */
  readonly says: string;
  readonly value: (asked: Asked, candidate: SentenceCandidate) => number;
}
