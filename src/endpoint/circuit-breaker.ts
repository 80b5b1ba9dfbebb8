export interface CircuitOptions {
  /** Failures in a row after which nobody is let through. */
  readonly failures: number;
  /** How long at first; twice as long after each probe that fails. */
  readonly openMs: number;
  readonly maxOpenMs: number;
}

export const defaultCircuitOptions: CircuitOptions = {
  failures: 4,
  openMs: 15_000,
  maxOpenMs: 5 * 60_000,
};

/** `closed`: in use · `open`: left alone · `half-open`: one probe finds out whether it is well again. */
export type CircuitState = 'closed' | 'open' | 'half-open';

/** A call that was let through. What came of it is said once; `left` after that changes nothing. */
export interface Admission {
  succeeded(): void;
  /** @param retryAfterMs how long the endpoint asked to be left alone; kept within `maxOpenMs` */
  failed(nowMs: number, retryAfterMs?: number): void;
  /** Nothing was learnt: the person went away. */
  left(): void;
}

/**
 * Keeps questions from waiting for an endpoint that is sick. Has no clock of its own: who asks says what time
 * it is, in milliseconds from any fixed point.
 */
export class CircuitBreaker {
  readonly #options: CircuitOptions;
  #failures = 0;
  /** When it may be probed; undefined while closed. */
  #openUntilMs: number | undefined;
  #openMs: number;
  #probe: Admission | undefined;

  constructor(options = defaultCircuitOptions) {
    this.#options = options;
    this.#openMs = options.openMs;
  }

  state(nowMs: number): CircuitState {
    if (this.#openUntilMs === undefined) return 'closed';
    return this.#probe !== undefined || nowMs >= this.#openUntilMs ? 'half-open' : 'open';
  }

  /** How long until it may be probed; 0 unless open. */
  waitMs(nowMs: number): number {
    return this.state(nowMs) === 'open' ? (this.#openUntilMs ?? nowMs) - nowMs : 0;
  }

  /** Undefined for whoever is not let through. */
  enter(nowMs: number): Admission | undefined {
    const state = this.state(nowMs);
    if (state === 'open' || this.#probe !== undefined) return undefined;
    const admission: Admission = {
      succeeded: () => this.#close(),
      failed: (failedMs, retryAfterMs = 0) => this.#failed(admission, failedMs, retryAfterMs),
      left: () => {
        if (this.#probe === admission) this.#probe = undefined;
      },
    };
    if (state === 'half-open') this.#probe = admission;
    return admission;
  }

  #close(): void {
    this.#failures = 0;
    this.#openUntilMs = undefined;
    this.#openMs = this.#options.openMs;
    this.#probe = undefined;
  }

  /** Of calls that were under way when it opened, only what the endpoint asks for counts. */
  #failed(admission: Admission, nowMs: number, retryAfterMs: number): void {
    const { failures, maxOpenMs } = this.#options;
    const isProbe = this.#probe === admission;
    this.#failures += 1;
    if (this.#openUntilMs === undefined && this.#failures < failures) return;
    const isOpening = isProbe || this.#openUntilMs === undefined;
    const openMs = Math.min(maxOpenMs, Math.max(isOpening ? this.#openMs : 0, retryAfterMs));
    this.#openUntilMs = Math.max(this.#openUntilMs ?? 0, nowMs + openMs);
    if (isOpening) this.#openMs = Math.min(maxOpenMs, this.#openMs * 2);
    if (isProbe) this.#probe = undefined;
  }
}
