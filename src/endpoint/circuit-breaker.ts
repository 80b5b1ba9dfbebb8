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
  #isProbing: boolean;

  constructor(options = defaultCircuitOptions) {
    this.#options = options;
    this.#openMs = options.openMs;
    this.#isProbing = false;
  }

  state(nowMs: number): CircuitState {
    if (this.#openUntilMs === undefined) return 'closed';
    return this.#isProbing || nowMs >= this.#openUntilMs ? 'half-open' : 'open';
  }

  /** How long until it may be probed; 0 unless open. */
  waitMs(nowMs: number): number {
    return this.state(nowMs) === 'open' ? (this.#openUntilMs ?? nowMs) - nowMs : 0;
  }

  /** Whether to go ahead. */
  enter(nowMs: number): boolean {
    const state = this.state(nowMs);
    if (state === 'closed') return true;
    if (state === 'open' || this.#isProbing) return false;
    this.#isProbing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openUntilMs = undefined;
    this.#openMs = this.#options.openMs;
    this.#isProbing = false;
  }

  /** @param retryAfterMs how long the endpoint asked to be left alone; kept within `maxOpenMs` */
  failed(nowMs: number, retryAfterMs = 0): void {
    const { failures, maxOpenMs } = this.#options;
    this.#failures += 1;
    if (this.#openUntilMs === undefined && this.#failures < failures) return;
    const openMs = Math.min(maxOpenMs, Math.max(this.#openMs, retryAfterMs));
    this.#openUntilMs = nowMs + openMs;
    this.#openMs = Math.min(maxOpenMs, this.#openMs * 2);
    this.#isProbing = false;
  }

  /** Nothing was learnt: the person left. Changes nothing after `succeeded` or `failed`. */
  abandoned(): void {
    this.#isProbing = false;
  }
}
