import { meaningWords } from '../../embed/words/meaning-words.ts';
import { inverseFrequency } from '../../indexing/lexical-index.ts';
import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Query } from '../../understand/query.ts';
import { lexiconOf, type Nearness } from './lexicon.ts';

export interface AskedWord {
  readonly word: string;
  /** How much finding it tells, 0 to 6. */
  readonly weight: number;
  /** To words by their numbers in the lexicon. */
  readonly nearness: Nearness;
}

/** A word that no passage holds tells no more than a very rare one: it may only be how somebody puts things. */
const MOST_WEIGHT = 6;

/**
 * The words a question is about. A word weighs by how rare it is among the passages and in Chinese at large: plans
 * do not write 那会儿 or 怎么, and yet it says nothing of what is asked.
 */
export function askedWords(query: Query, index: PlanIndex): readonly AskedWord[] {
  const lexicon = lexiconOf(index.words);
  return meaningWords(query.content, index.segmenter).map((word) => ({
    word,
    weight: weightOf(word, index),
    nearness: lexicon.nearnessTo(word),
  }));
}

/** Words whose weights are remembered; when there are more all are read anew. */
const MOST_REMEMBERED = 50_000;

const remembered = new WeakMap<PlanIndex, Map<string, number>>();

/** How much a word tells, 0 to 6. Words come up again and again, and the index is slow to count. */
export function weightOf(word: string, index: PlanIndex): number {
  const weights = remembered.get(index) ?? new Map<string, number>();
  remembered.set(index, weights);
  const known = weights.get(word);
  if (known !== undefined) return known;
  const { passages } = index.manifest.counts;
  const here = inverseFrequency(index.documentFrequency(word), passages);
  const weight = Math.min(MOST_WEIGHT, here) * index.words.rarityOf(word);
  if (weights.size >= MOST_REMEMBERED) weights.clear();
  weights.set(word, weight);
  return weight;
}
