import type { Answer } from '../../../model.ts';

export interface PrivateAnswer {
  readonly answer: Answer;
  /** Whom it was given to. */
  readonly userId: string;
}

const MOST = 500;
/** As long as Slack's response addresses live. */
const KEPT_MS = 30 * 60_000;

interface Kept extends PrivateAnswer {
  readonly untilMs: number;
}

/** Private answers that may still be shared; in memory only, as a question's text is kept nowhere. */
export class SharedAnswers {
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  keep(answerId: string, answer: PrivateAnswer): void {
    this.#kept.set(answerId, { ...answer, untilMs: this.#nowMs() + KEPT_MS });
    for (const [id, { untilMs }] of this.#kept)
      if (untilMs < this.#nowMs() || this.#kept.size > MOST) this.#kept.delete(id);
  }

  /** Gives it out once, so that two presses share once; undefined where it is too old or was shared. */
  take(answerId: string, userId: string): Answer | undefined {
    const kept = this.#kept.get(answerId);
    if (kept?.userId !== userId || kept.untilMs < this.#nowMs()) return undefined;
    this.#kept.delete(answerId);
    return kept.answer;
  }
}
