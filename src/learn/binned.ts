/** Features cut into bins, so that a split is looked for among few thresholds. */
export interface Binned {
  /** By feature, the bin of each row. */
  readonly bins: readonly Uint8Array[];
  /** By feature, what ends each bin but the last: bin b holds values ≤ ends[b]. */
  readonly ends: readonly (readonly number[])[];
}

export const MOST_BINS = 32;

/** Bins of about equal numbers of rows; a feature with few values has a bin for each. */
export function binned(rows: readonly Float64Array[], size: number): Binned {
  const ends: number[][] = [];
  const bins: Uint8Array[] = [];
  for (let feature = 0; feature < size; feature += 1) {
    const values = Float64Array.from(rows, (row) => row[feature] ?? 0);
    const own = endsOf(values);
    ends.push(own);
    bins.push(Uint8Array.from(values, (value) => binOf(value, own)));
  }
  return { bins, ends };
}

function endsOf(values: Float64Array): number[] {
  const sorted = values.toSorted();
  const distinct = [...new Set(sorted)];
  const cuts =
    distinct.length <= MOST_BINS
      ? distinct
      : Array.from(
          { length: MOST_BINS },
          (_, at) => sorted[Math.floor((at * sorted.length) / MOST_BINS)] ?? 0,
        );
  const unique = [...new Set(cuts)];
  return unique.slice(0, -1).map((value, at) => (value + (unique[at + 1] ?? value)) / 2);
}

function binOf(value: number, ends: readonly number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (ends[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}
