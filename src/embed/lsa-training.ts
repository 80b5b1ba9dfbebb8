import { createHash } from 'node:crypto';
import type { LsaModel } from './lsa.ts';
import { rightSingularVectors } from './randomised-svd.ts';
import { sparseMatrix } from './sparse-matrix.ts';
import { learnVocabulary, weigh } from './tf-idf.ts';

export interface LsaOptions {
  /** Length of the vectors; fewer where there are not that many texts. Default 128. */
  readonly dimensions: number;
  /** Texts learnt from, taken at even steps; the rest is only embedded. Bounds time and memory. Default 8,000. */
  readonly maxTexts: number;
}

export const defaultLsaOptions: LsaOptions = { dimensions: 128, maxTexts: 8_000 };

/** @param texts terms of each text */
export function trainLsa(
  name: string,
  texts: readonly (readonly string[])[],
  { dimensions }: LsaOptions = defaultLsaOptions,
): LsaModel {
  const vocabulary = learnVocabulary(texts);
  const matrix = sparseMatrix(
    texts.map((terms) => weigh(terms, vocabulary)),
    vocabulary.terms.length,
  );
  const basis = rightSingularVectors(matrix, Math.max(1, Math.min(dimensions, texts.length - 1)));
  const digest = createHash('sha256')
    .update(JSON.stringify(vocabulary.terms))
    .update(vocabulary.idf)
    .update(basis.values)
    .digest('hex');
  return { id: `${name}:${digest.slice(0, 12)}`, vocabulary, basis };
}

/** At most `limit` of the items, at even steps. */
export const sampleEvenly = <Item>(items: readonly Item[], limit: number): readonly Item[] => {
  const taken = (before: number): number => Math.floor((before * limit) / items.length);
  return items.filter((_, at) => taken(at + 1) > taken(at));
};
