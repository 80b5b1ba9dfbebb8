import { meaningWords } from '../../embed/words/meaning-words.ts';
import { inverseFrequency } from '../../indexing/lexical-index.ts';
import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Query } from '../../understand/query.ts';
import { lexiconOf } from './lexicon.ts';

export interface AskedWord {
  readonly word: string;
  /** How much finding it tells: inverse frequency among the passages, at most 6. */
  readonly weight: number;
  /** How near it is to a word by its number in the lexicon, 0 to 1. */
  readonly nearness: (number: number) => number;
}

/** A word that no passage holds tells no more than a very rare one: it may only be how somebody puts things. */
const MOST_WEIGHT = 6;

/** The words a question is about. */
export function askedWords(query: Query, index: PlanIndex): readonly AskedWord[] {
  const lexicon = lexiconOf(index.words);
  const { passages } = index.manifest.counts;
  return meaningWords(query.content, index.segmenter).map((word) => ({
    word,
    weight: Math.min(MOST_WEIGHT, inverseFrequency(index.documentFrequency(word), passages)),
    nearness: lexicon.nearnessTo(word),
  }));
}
