import type { NearTerm, PlanIndex } from '../indexing/plan-index.ts';
import type { AskedWord } from './late/asked-words.ts';

export interface NearTermsOptions {
  /** Words of the texts taken for each asked word. */
  readonly perWord: number;
  /** Words less near mean something else. */
  readonly leastSimilarity: number;
  /** What a word that is near counts, next to the asked one itself, at a similarity of 1. */
  readonly weight: number;
}

export const defaultNearTermsOptions: NearTermsOptions = {
  perWord: 12,
  leastSimilarity: 0.55,
  weight: 0.6,
};

/** Words of the texts that mean what is asked, as terms to search for: everyday words find official ones. */
export function nearTerms(
  asked: readonly AskedWord[],
  index: PlanIndex,
  options = defaultNearTermsOptions,
): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { word } of asked) {
    for (const { term, similarity } of nearestTo(word, index, options.perWord)) {
      if (similarity < options.leastSimilarity) continue;
      const weight = term === word ? 1 : options.weight * similarity;
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    }
  }
  return terms;
}

/** Words whose neighbours are remembered. The oldest leave first. */
const MOST_REMEMBERED = 2_000;

const remembered = new WeakMap<PlanIndex, Map<string, readonly NearTerm[]>>();

function nearestTo(word: string, index: PlanIndex, count: number): readonly NearTerm[] {
  const known = remembered.get(index) ?? new Map<string, readonly NearTerm[]>();
  remembered.set(index, known);
  const key = `${count} ${word}`;
  const vector = index.words.vectorOf(word);
  const found = known.get(key) ?? (vector ? index.nearestTerms(vector, count) : []);
  known.set(key, found);
  if (known.size > MOST_REMEMBERED) {
    const oldest = known.keys().next();
    if (!oldest.done) known.delete(oldest.value);
  }
  return found;
}
