/** Slack starts about 20 streams a minute for an app; some are left for others to spare. */
const STARTS = 15;
const WITHIN_MS = 60_000;

/** How many streams may still be started. */
export class StreamBudget {
  readonly #nowMs: () => number;
  #startedMs: number[] = [];

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Takes one start; false where none is left for now. */
  take(): boolean {
    const nowMs = this.#nowMs();
    this.#startedMs = this.#startedMs.filter((startedMs) => startedMs > nowMs - WITHIN_MS);
    if (this.#startedMs.length >= STARTS) return false;
    this.#startedMs.push(nowMs);
    return true;
  }
}
