import type { Answer } from '../../../model.ts';
import { Expiring } from '../../expiring.ts';

export interface PrivateAnswer {
  readonly answer: Answer;
  /** Whom it was given to. */
  readonly userId: string;
}

const MOST = 500;
/** As long as Slack's response addresses live. */
const KEPT_MS = 30 * 60_000;

/** Private answers that may still be shared; in memory only, as a question's text is kept nowhere. */
export class PrivateAnswers {
  readonly #kept: Expiring<PrivateAnswer>;

  constructor(nowMs: () => number) {
    this.#kept = new Expiring({ most: MOST, forMs: KEPT_MS, nowMs });
  }

  keep(answerId: string, answer: PrivateAnswer): void {
    this.#kept.keep(answerId, answer);
  }

  /** Gives it out once, so that two presses share once; undefined where it is too old or was shared. */
  take(answerId: string, userId: string): Answer | undefined {
    const kept = this.#kept.find(answerId);
    if (kept?.userId !== userId) return undefined;
    this.#kept.drop(answerId);
    return kept.answer;
  }
}
