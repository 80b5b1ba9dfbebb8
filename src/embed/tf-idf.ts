import type { Entry } from './sparse-matrix.ts';

/** The terms an embedder knows; a term's column is its place in `terms`. */
export interface Vocabulary {
  readonly terms: readonly string[];
  readonly columnOf: ReadonlyMap<string, number>;
  /** Inverse document frequency by column: ln((1 + texts) / (1 + texts holding the term)) + 1. */
  readonly idf: Float32Array;
}

export interface VocabularyOptions {
  /** Terms in fewer texts are left out: one that stands in a single text relates it to no other. Default 2. */
  readonly minTexts: number;
  /** At most so many terms, the most frequent; each costs dimensions × 4 bytes. Default 50,000. */
  readonly maxTerms: number;
}

export const defaultVocabularyOptions: VocabularyOptions = { minTexts: 2, maxTerms: 50_000 };

export const vocabulary = (terms: readonly string[], idf: Float32Array): Vocabulary => ({
  terms,
  columnOf: new Map(terms.map((term, column) => [term, column])),
  idf,
});

/** @param texts terms of each text */
export function learnVocabulary(
  texts: readonly (readonly string[])[],
  { minTexts, maxTerms }: VocabularyOptions = defaultVocabularyOptions,
): Vocabulary {
  const holding = new Map<string, number>();
  for (const terms of texts) {
    for (const term of new Set(terms)) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  const kept = [...holding]
    .filter(([, count]) => count >= minTexts)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, maxTerms);
  const idf = kept.map(([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1);
  return vocabulary(
    kept.map(([term]) => term),
    Float32Array.from(idf),
  );
}

/** Weights of a text's known terms, (1 + ln tf) · idf, scaled to unit length; empty where none is known. */
export function weigh(terms: readonly string[], { columnOf, idf }: Vocabulary): Entry[] {
  const frequency = new Map<number, number>();
  for (const term of terms) {
    const column = columnOf.get(term);
    if (column !== undefined) frequency.set(column, (frequency.get(column) ?? 0) + 1);
  }
  const entries = Array.from(frequency, ([column, count]) => ({
    column,
    value: (1 + Math.log(count)) * (idf[column] ?? 0),
  }));
  const length = Math.hypot(...entries.map(({ value }) => value));
  return entries.map(({ column, value }) => ({ column, value: value / length }));
}
