import type { Sentence } from './sentences.ts';

/** A sentence that may answer, and why it stands where it does. */
export interface RankedSentence extends Sentence {
  /** The sum of features times their weights: only differences within one question tell something. */
  readonly score: number;
  /** By name, as measured and not yet weighed. */
  readonly features: Readonly<Record<string, number>>;
}

/** Nobody reads on to more. */
export const MOST_RANKED = 120;
