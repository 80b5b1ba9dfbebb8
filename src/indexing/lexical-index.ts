import { BestRows, type RowRange, type ScoredRow } from './best-rows.ts';
import type { Postings, RowLengths } from './postings.ts';

/** What lexical search reads. */
export interface TermSource {
  /** Undefined for a term that stands nowhere. */
  postings(term: string): Postings | undefined;
  readonly lengths: RowLengths;
}

export interface Bm25Options {
  /** How soon repeating a term stops adding: 0 at once, large values late; usual 1.2–2. Default 1.2. */
  readonly k1: number;
  /** What a term in the heading path counts, next to one in the text. Default 1. */
  readonly headingWeight: number;
  readonly bodyWeight: number;
  /** How much long heading paths and texts are held back, from 0 (not) to 1 (fully). */
  readonly headingB: number;
  readonly bodyB: number;
}

export const defaultBm25Options: Bm25Options = {
  k1: 1.2,
  headingWeight: 1,
  bodyWeight: 1,
  headingB: 0.5,
  bodyB: 0.4,
};

/** How rare a term is: ln(1 + (rows − frequency + ½) / (frequency + ½)), always above 0. */
export const inverseFrequency = (frequency: number, rows: number): number =>
  Math.log(1 + (rows - frequency + 0.5) / (frequency + 0.5));

/**
 * BM25 with two fields (BM25F: the fields' counts are weighted and added before they saturate) and a weight
 * for each term of the question.
 */
export class LexicalIndex {
  readonly #source: TermSource;
  readonly #options: Bm25Options;
  /** By row: field weight over the field's relative length. */
  readonly #headingFactor: Float32Array;
  readonly #bodyFactor: Float32Array;

  constructor(source: TermSource, options: Bm25Options = defaultBm25Options) {
    this.#source = source;
    this.#options = options;
    const { heading, body } = source.lengths;
    this.#headingFactor = fieldFactors(heading, options.headingWeight, options.headingB);
    this.#bodyFactor = fieldFactors(body, options.bodyWeight, options.bodyB);
  }

  /** @param ranges rows to look at, in ascending order and apart */
  search(
    terms: ReadonlyMap<string, number>,
    ranges: readonly RowRange[],
    limit: number,
  ): ScoredRow[] {
    const scores = new Float64Array(this.#bodyFactor.length);
    for (const [term, weight] of terms) {
      const postings = weight > 0 ? this.#source.postings(term) : undefined;
      if (postings !== undefined) this.#addScores(scores, postings, weight, ranges);
    }
    const best = new BestRows(limit);
    for (const [first, end] of ranges) {
      for (let row = first; row < end; row += 1) {
        const score = scores[row] ?? 0;
        if (score > 0) best.add(row, score);
      }
    }
    return best.list();
  }

  /** In how many of these rows the term stands. */
  frequency(term: string, ranges: readonly RowRange[]): number {
    const { rows } = this.#source.postings(term) ?? { rows: new Uint32Array() };
    return ranges.reduce(
      (sum, [first, end]) => sum + lowerBound(rows, end) - lowerBound(rows, first),
      0,
    );
  }

  #addScores(
    scores: Float64Array,
    { rows, inHeading, inBody }: Postings,
    weight: number,
    ranges: readonly RowRange[],
  ): void {
    const { k1 } = this.#options;
    const factor = weight * inverseFrequency(rows.length, scores.length) * (k1 + 1);
    for (const [first, end] of ranges) {
      for (let at = lowerBound(rows, first); at < rows.length; at += 1) {
        const row = rows[at] ?? 0;
        if (row >= end) break;
        const count =
          (inHeading[at] ?? 0) * (this.#headingFactor[row] ?? 0) +
          (inBody[at] ?? 0) * (this.#bodyFactor[row] ?? 0);
        scores[row] = (scores[row] ?? 0) + (factor * count) / (count + k1);
      }
    }
  }
}

function fieldFactors(lengths: Uint32Array, weight: number, b: number): Float32Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return Float32Array.from(lengths, (length) =>
    average > 0 ? weight / (1 - b + (b * length) / average) : weight,
  );
}

/** Place of the first row that is not before `wanted`. */
function lowerBound(rows: Uint32Array, wanted: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
