import { setTimeout } from 'node:timers/promises';
import type { Admission, CircuitBreaker, CircuitState } from './circuit-breaker.ts';
import { EndpointError, type EndpointFailure } from './endpoint-error.ts';
import { pauseMs, type RetryOptions } from './retry.ts';
import { timeLimit } from './time-limit.ts';
import type { Turnstile } from './turnstile.ts';

export interface GateOptions {
  readonly breaker: CircuitBreaker;
  readonly turnstile: Turnstile;
  readonly retry: RetryOptions;
  /** Of one call: all its tries, and the waiting in line. */
  readonly timeoutMs: number;
  /** Of one try. */
  readonly tryMs: number;
  readonly nowMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface GateHealth {
  readonly circuit: CircuitState;
  /** Until the next try while the circuit is open, else 0. */
  readonly retryInSeconds: number;
  /** Of the last call that failed, until one succeeds. */
  readonly failure: EndpointFailure | null;
}

/** Failures that are no sign of a sick endpoint. */
const HARMLESS: ReadonlySet<EndpointFailure> = new Set(['refused', 'too-long']);

/** Where every call to an endpoint passes: not too many at once, not too long, none while it is sick. */
export class Gate {
  readonly #options: GateOptions;
  #failure: EndpointFailure | null = null;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  health(): GateHealth {
    const { breaker, nowMs } = this.#options;
    const now = nowMs();
    return {
      circuit: breaker.state(now),
      retryInSeconds: Math.ceil(breaker.waitMs(now) / 1000),
      failure: this.#failure,
    };
  }

  /** Waits for a turn, which must be left. Throws EndpointError, or the reason why the signal ended the wait. */
  async enter(signal: AbortSignal): Promise<Turn> {
    const { breaker, turnstile, timeoutMs, nowMs } = this.#options;
    // A sick endpoint is not worth waiting for.
    if (breaker.state(nowMs()) === 'open') throw new EndpointError('circuit-open');
    const limited = AbortSignal.any([signal, timeLimit(timeoutMs)]);
    const deadlineMs = nowMs() + timeoutMs;
    const leave = await turnstile.enter(limited).catch((reason: unknown) => {
      throw inOurWords(reason);
    });
    const admission = breaker.enter(nowMs());
    if (admission === undefined) {
      leave();
      throw new EndpointError('circuit-open');
    }
    return new Turn(this.#options, { signal: limited, deadlineMs, admission, leave }, (failure) => {
      this.#failure = failure;
    });
  }
}

interface Place {
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly admission: Admission;
  readonly leave: () => void;
}

/** One call on its way. Ends as `succeeded`, `failed`, or just left, when nothing was learnt of the endpoint. */
export class Turn {
  readonly #options: GateOptions;
  readonly #place: Place;
  readonly #note: (failure: EndpointFailure | null) => void;

  constructor(options: GateOptions, place: Place, note: (failure: EndpointFailure | null) => void) {
    this.#options = options;
    this.#place = place;
    this.#note = note;
  }

  /** Tries again what may pass by itself, as long as there is time. */
  async trying<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { retry, tryMs, nowMs, random } = this.#options;
    const { signal: whole, deadlineMs } = this.#place;
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.any([whole, timeLimit(tryMs)]);
      try {
        return await work(signal);
      } catch (thrown) {
        const error = signal.aborted ? inOurWords(signal.reason) : thrown;
        const pause =
          error instanceof EndpointError && !whole.aborted
            ? pauseMs(error, tries, retry, random())
            : undefined;
        if (pause === undefined || nowMs() + pause >= deadlineMs) throw error;
        await setTimeout(pause, undefined, { signal: whole });
      }
    }
  }

  succeeded(): void {
    this.#place.admission.succeeded();
    this.#note(null);
  }

  /** What to throw for what was thrown. */
  failed(thrown: unknown): unknown {
    const { signal, admission } = this.#place;
    const error = signal.aborted ? inOurWords(signal.reason) : thrown;
    if (!(error instanceof EndpointError)) return error;
    this.#note(error.kind);
    if (HARMLESS.has(error.kind)) admission.succeeded();
    else admission.failed(this.#options.nowMs(), error.retryAfterMs);
    return error;
  }

  leave(): void {
    this.#place.admission.left();
    this.#place.leave();
  }
}

/** The reason of a signal; that time is up is a failure of the endpoint, anything else is the caller's own. */
const inOurWords = (reason: unknown): unknown =>
  reason instanceof DOMException && reason.name === 'TimeoutError'
    ? new EndpointError('timed-out')
    : reason;
