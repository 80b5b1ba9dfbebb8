/**
 * Waits for work no longer than given, and undefined from then on. Unlike a time-out it does not count against the
 * endpoint that was asked: it may be slow for this and quick enough for what matters.
 */
export async function withPatience<Result>(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const patience = new AbortController();
  const spent = new Error('no patience left');
  const timer = setTimeout(() => patience.abort(spent), ms);
  try {
    return await work(AbortSignal.any([signal, patience.signal]));
  } catch (error) {
    if (error === spent) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
