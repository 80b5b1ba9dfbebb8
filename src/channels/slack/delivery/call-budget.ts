const WITHIN_MS = 60_000;

/** How many of some calls may still be made, so that those that matter more find room under Slack's limits. */
export class CallBudget {
  readonly #perMinute: number;
  readonly #nowMs: () => number;
  #madeMs: number[] = [];

  constructor(perMinute: number, nowMs: () => number) {
    this.#perMinute = perMinute;
    this.#nowMs = nowMs;
  }

  /** Takes one; false where none is left for now. */
  take(): boolean {
    const nowMs = this.#nowMs();
    this.#madeMs = this.#madeMs.filter((madeMs) => madeMs > nowMs - WITHIN_MS);
    if (this.#madeMs.length >= this.#perMinute) return false;
    this.#madeMs.push(nowMs);
    return true;
  }
}

/** What is only pleasant to have. */
export interface CallBudgets {
  /** Streams: Slack starts about 20 a minute. */
  readonly streams: CallBudget;
  /** Signs that become the answer: each costs one of about 50 updates a minute. */
  readonly signs: CallBudget;
  /** Words to the asker alone about their place in the line, of about 100 such a minute. */
  readonly places: CallBudget;
  /** Sessions shown at work: each costs two of about 50 changes of state a minute. */
  readonly sessions: CallBudget;
}

export const callBudgets = (nowMs: () => number): CallBudgets => ({
  streams: new CallBudget(15, nowMs),
  signs: new CallBudget(20, nowMs),
  places: new CallBudget(60, nowMs),
  sessions: new CallBudget(20, nowMs),
});
