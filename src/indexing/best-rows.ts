/** Passages are numbered through all documents, from 0; a document's rows are neighbours. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/** First row, and the one after the last. */
export type RowRange = readonly [first: number, end: number];

/** Keeps the best of many scored rows; of equal ones the earlier row. */
export class BestRows {
  readonly #limit: number;
  readonly #best: ScoredRow[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(row: number, score: number): void {
    const best = this.#best;
    const last = best.at(-1);
    if (best.length >= this.#limit) {
      if (last === undefined || !isBetter(row, score, last)) return;
      best.pop();
    }
    let at = best.length;
    while (at > 0) {
      const before = best[at - 1];
      if (before === undefined || !isBetter(row, score, before)) break;
      at -= 1;
    }
    best.splice(at, 0, { row, score });
  }

  /** Best first. */
  list(): ScoredRow[] {
    return [...this.#best];
  }
}

const isBetter = (row: number, score: number, other: ScoredRow): boolean =>
  score > other.score || (score === other.score && row < other.row);
