import { setTimeout } from 'node:timers/promises';

export interface SteadyOptions<Result> {
  readonly perSecond: number;
  readonly count: number;
  readonly ask: (at: number) => Promise<Result>;
}

/** Asks at even steps and does not wait for one before the next; resolves with what each came to, in order. */
export async function askSteadily<Result>(options: SteadyOptions<Result>): Promise<Result[]> {
  const { perSecond, count, ask } = options;
  const failed = new AbortController();
  const startedMs = performance.now();
  const asking: Promise<Result>[] = [];
  for (let at = 0; at < count; at += 1) {
    const dueMs = startedMs + (at * 1_000) / perSecond;
    const { signal } = failed;
    await setTimeout(Math.max(0, dueMs - performance.now()), undefined, { signal });
    const one = ask(at);
    // The others need not be asked any more.
    one.catch((error: unknown) => failed.abort(error));
    asking.push(one);
  }
  return Promise.all(asking);
}
