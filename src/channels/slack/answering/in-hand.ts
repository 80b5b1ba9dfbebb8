import type { UnfinishedQuestion } from '../../../app.ts';

const FIRST_PAUSE_MS = 20_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

interface PutOff {
  readonly times: number;
  readonly untilMs: number;
}

/** Which owed questions are being worked on, and when those that could not be ended are due again: later each time. */
export class InHand {
  readonly #nowMs: () => number;
  readonly #held = new Set<string>();
  readonly #putOff = new Map<string, PutOff>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  async hold<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    this.#held.add(key);
    try {
      return await work();
    } finally {
      this.#held.delete(key);
      this.#putOffOnce(key);
    }
  }

  /** Of all the questions this process owes, those to take up now. One never seen may be about to be worked on. */
  due(owed: readonly UnfinishedQuestion[]): readonly UnfinishedQuestion[] {
    const keys = new Set(owed.map(({ key }) => key));
    for (const key of this.#putOff.keys()) if (!keys.has(key)) this.#putOff.delete(key);
    for (const key of keys) if (!this.#putOff.has(key)) this.#putOffOnce(key);
    return owed.filter(({ key }) => !this.#held.has(key) && this.#isDue(key));
  }

  #isDue(key: string): boolean {
    return (this.#putOff.get(key)?.untilMs ?? 0) <= this.#nowMs();
  }

  #putOffOnce(key: string): void {
    const times = (this.#putOff.get(key)?.times ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    this.#putOff.set(key, { times, untilMs: this.#nowMs() + pauseMs });
  }
}
