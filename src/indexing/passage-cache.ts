import type { Passage } from '../model.ts';

/** Passages kept in memory: the whole of a dozen plans, and at most some forty megabytes of many more. */
const MAX_PASSAGES = 20_000;

/**
 * Keeps passages that were read, so that the same row is always the same object. The oldest leave first.
 */
export class PassageCache {
  readonly #byRow = new Map<number, Passage>();
  readonly #read: (row: number) => Passage | undefined;

  constructor(read: (row: number) => Passage | undefined) {
    this.#read = read;
  }

  at(row: number): Passage | undefined {
    const known = this.#byRow.get(row);
    if (known) return known;
    const passage = this.#read(row);
    if (passage === undefined) return undefined;
    if (this.#byRow.size >= MAX_PASSAGES) {
      const oldest = this.#byRow.keys().next();
      if (!oldest.done) this.#byRow.delete(oldest.value);
    }
    this.#byRow.set(row, passage);
    return passage;
  }
}
