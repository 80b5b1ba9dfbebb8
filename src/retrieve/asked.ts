import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Query } from '../understand/query.ts';
import { type AskedWord, askedWords } from './late/asked-words.ts';
import { lexiconOf } from './late/lexicon.ts';

/** A question as texts are compared with it. */
export interface Asked {
  readonly query: Query;
  readonly words: readonly AskedWord[];
  /** Of the words, each with its share of their weights. */
  readonly characters: ReadonlyMap<string, number>;
  /** The query's terms as numbers of the lexicon. */
  readonly termNumbers: ReadonlySet<number>;
}

export function askedOf(query: Query, index: PlanIndex): Asked {
  const words = askedWords(query, index);
  const characters = new Map<string, number>();
  for (const { word, weight } of words) {
    const parts = [...word];
    for (const part of parts) {
      characters.set(part, Math.max(characters.get(part) ?? 0, weight / parts.length));
    }
  }
  const lexicon = lexiconOf(index.words);
  return {
    query,
    words,
    characters,
    termNumbers: new Set(lexicon.numbersOf([...query.terms.keys()])),
  };
}
