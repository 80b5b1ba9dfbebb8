export interface RateLimit {
  readonly questions: number;
  readonly withinMs: number;
}

/** Generous for people, narrow for scripts. */
export const PERSON_LIMIT: RateLimit = { questions: 10, withinMs: 60_000 };
export const CHANNEL_LIMIT: RateLimit = { questions: 30, withinMs: 60_000 };

/** Counts what each name did within a sliding time. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #nowMs: () => number;
  readonly #times = new Map<string, number[]>();

  constructor(limit: RateLimit, nowMs: () => number) {
    this.#limit = limit;
    this.#nowMs = nowMs;
  }

  /** Takes one; 0 where it was free, else how many milliseconds until one is. */
  take(name: string): number {
    const nowMs = this.#nowMs();
    const { questions, withinMs } = this.#limit;
    this.#forget(nowMs - withinMs);
    const times = this.#times.get(name) ?? [];
    const [oldest] = times;
    if (oldest !== undefined && times.length >= questions) return oldest + withinMs - nowMs;
    this.#times.set(name, [...times, nowMs]);
    return 0;
  }

  #forget(beforeMs: number): void {
    for (const [name, times] of this.#times) {
      const kept = times.filter((timeMs) => timeMs > beforeMs);
      if (kept.length === 0) this.#times.delete(name);
      else if (kept.length < times.length) this.#times.set(name, kept);
    }
  }
}
