/**
 * Aborts after so long, as AbortSignal.timeout() does. That one cannot be used here: where only AbortSignal.any()
 * knows it, Node sweeps it away with the garbage, and the time never runs out.
 */
export function timeLimit(ms: number): AbortSignal {
  const limit = new AbortController();
  setTimeout(() => {
    limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, ms).unref();
  return limit.signal;
}
