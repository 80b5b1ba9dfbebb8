/** Of one feature, over all it was measured on. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation; 1 for a feature that is always the same. */
  readonly deviation: number;
}

/** What lies further off, in deviations, counts as that far: one odd value must not outweigh all others. */
const MOST = 3;

/** @param rows the features of each example, in one order */
export function spreadsOf(rows: readonly Float64Array[]): Spread[] {
  const size = rows[0]?.length ?? 0;
  return Array.from({ length: size }, (_, i) => {
    const mean = rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - mean) ** 2, 0) / rows.length;
    return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
  });
}

/** In deviations from the mean, −3 to 3. */
export const standardise = (value: number, { mean, deviation }: Spread): number =>
  Math.max(-MOST, Math.min(MOST, (value - mean) / deviation));

export const standardiseRow = (row: Float64Array, spreads: readonly Spread[]): Float64Array =>
  row.map((value, i) => {
    const spread = spreads[i];
    return spread === undefined ? value : standardise(value, spread);
  });
