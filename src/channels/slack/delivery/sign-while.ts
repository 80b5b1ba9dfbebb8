import { setTimeout } from 'node:timers/promises';

/** Gives a sign where work takes longer than `afterMs`. The sign must not reject. */
export async function signWhile<Result>(
  work: Promise<Result>,
  afterMs: number,
  sign: () => Promise<void>,
): Promise<Result> {
  const settled = new AbortController();
  const { signal } = settled;
  const signed = setTimeout(afterMs, undefined, { signal }).then(sign, () => undefined);
  try {
    return await work;
  } finally {
    settled.abort();
    await signed;
  }
}
