import { setTimeout as wait } from 'node:timers/promises';

/** What a promise brings within so many milliseconds; undefined where it takes longer, and then nobody hears of it. */
export async function soon<Result>(
  promise: Promise<Result>,
  withinMs: number,
): Promise<Result | undefined> {
  const waiting = new AbortController();
  try {
    return await Promise.race([promise, wait(withinMs, undefined, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
