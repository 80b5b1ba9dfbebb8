import type { EndpointError, EndpointFailure } from './endpoint-error.ts';

export interface RetryOptions {
  /** Further tries after the first. */
  readonly retries: number;
  /** Longest pause before the first of them; twice as long before each next one. */
  readonly baseMs: number;
  readonly maxMs: number;
}

/** For somebody who waits for an answer. */
export const ANSWERING: RetryOptions = { retries: 2, baseMs: 400, maxMs: 4_000 };
/** For work that may take its time. */
export const INGESTING: RetryOptions = { retries: 5, baseMs: 500, maxMs: 60_000 };

/** Failures that may pass by themselves. */
const PASSING: ReadonlySet<EndpointFailure> = new Set([
  'unreachable',
  'rate-limited',
  'overloaded',
  'broken-off',
  'timed-out',
]);

/**
 * How long to pause before the next try; undefined where none is worth it. Anything up to the longest pause,
 * by chance, so that those who failed together do not come back together; never less than the endpoint asked for.
 * @param failed tries so far
 * @param random from 0 to 1
 */
export function pauseMs(
  { kind, retryAfterMs = 0 }: EndpointError,
  failed: number,
  { retries, baseMs, maxMs }: RetryOptions,
  random: number,
): number | undefined {
  if (failed > retries || !PASSING.has(kind)) return undefined;
  return retryAfterMs + random * Math.min(maxMs, baseMs * 2 ** (failed - 1));
}
