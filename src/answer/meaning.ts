import { meaningWords } from '../embed/words/meaning-words.ts';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { type AskedWord, askedWords, weightOf } from '../retrieve/late/asked-words.ts';
import { better, lateShare, nearest } from '../retrieve/late/late-share.ts';
import { lexiconOf } from '../retrieve/late/lexicon.ts';
import { coverageOf } from '../retrieve/matching.ts';
import { clausesOf } from '../retrieve/sentences.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { numbersIn, piecesOf } from './text-pieces.ts';

/** How texts that are not indexed by themselves (headings, clauses) are compared with a question. */
export interface Meaning {
  readonly asked: readonly AskedWord[];
  /** Of each asked word the best nearness in a text, 0 to 1. */
  found(text: string): Float32Array;
  /** Weighted share of what the question is about that a text says or means, 0 to 1. */
  share(text: string): number;
  /** The same and how much of it stands there in its own or official words, 0 to 2. */
  nearness(text: string): number;
  /** What of a text the question does not ask. */
  unasked(text: string): Unasked;
}

export interface Unasked {
  /** Weighted share of the words of the text, 0 to 1. */
  readonly share: number;
  /** Of the word that tells most, by how far the question is from meaning it; 0 to 6. */
  readonly most: number;
}

/**
 * The clauses of a text, the nearest to a question first.
 * @param counts which of them are looked at; all where left out
 */
export function clausesNearest(
  text: string,
  { query, index }: { readonly query: Query; readonly index: PlanIndex },
  counts: (clause: string) => boolean = () => true,
): string[] {
  const { nearness } = meaningOf(query, index);
  return clausesOf(text)
    .map(([start, end]) => text.slice(start, end))
    .filter(counts)
    .map((clause) => ({ clause, near: nearness(clause) }))
    .sort((a, b) => b.near - a.near)
    .map(({ clause }) => clause);
}

const memo = new WeakMap<Query, Meaning>();

/** Made once a question. */
export function meaningOf(query: Query, index: PlanIndex): Meaning {
  const known = memo.get(query) ?? makeMeaning(query, index);
  memo.set(query, known);
  return known;
}

function makeMeaning(query: Query, index: PlanIndex): Meaning {
  const asked = askedWords(query, index);
  const lexicon = lexiconOf(index.words);
  const numbersOf = numbersIn(index);
  const read = new Map<string, Float32Array>();
  const once = (text: string, make: (text: string) => Float32Array): Float32Array => {
    const known = read.get(text) ?? make(text);
    read.set(text, known);
    return known;
  };
  const foundIn = (piece: string): Float32Array =>
    once(piece, () => nearest(asked, numbersOf(piece)));
  const found = (text: string): Float32Array =>
    once(text, () =>
      piecesOf(text).reduce<Float32Array>(
        (best, piece) => better(best, foundIn(piece)),
        new Float32Array(asked.length),
      ),
    );
  const named = new Set(meaningWords(query.names.join(' '), index.segmenter));
  const unasked = (text: string): Unasked => {
    let [rest, total, most] = [0, 0, 0];
    for (const word of meaningWords(text, index.segmenter)) {
      const weight = named.has(word) ? 0 : weightOf(word, index);
      const number = lexicon.numberOf(word);
      const near = asked.reduce((best, { nearness }) => Math.max(best, nearness.read(number)), 0);
      total += weight;
      rest += weight * (1 - near);
      most = Math.max(most, weight * (1 - near));
    }
    return { share: total > 0 ? rest / total : 0, most };
  };
  const share = (text: string): number => lateShare(asked, found(text));
  const nearness = (text: string): number => share(text) + coverageOf(query, flatten(text)).share;
  return { asked, found, share, nearness, unasked };
}
