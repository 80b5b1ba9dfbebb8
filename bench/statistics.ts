/** Of many measurements of one thing, all in one unit. */
export interface Spread {
  readonly median: number;
  /** Nineteen of twenty are no larger. */
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  max: quantile(values, 1),
});

export const medianOf = (values: readonly number[]): number => quantile(values, 0.5);

/** The smallest value that `share` of all do not exceed; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}
