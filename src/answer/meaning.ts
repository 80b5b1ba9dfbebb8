import { meaningWords } from '../embed/words/meaning-words.ts';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { type AskedWord, askedWords, weightOf } from '../retrieve/late/asked-words.ts';
import { better, lateShare, nearest } from '../retrieve/late/late-share.ts';
import { lexiconOf } from '../retrieve/late/lexicon.ts';
import type { Query } from '../understand/query.ts';

/** How texts that are not indexed by themselves (headings, clauses) are compared with a question. */
export interface Meaning {
  readonly asked: readonly AskedWord[];
  /** Of each asked word the best nearness in a text, 0 to 1. */
  found(text: string): Float32Array;
  /** Weighted share of what the question is about that a text says or means, 0 to 1. */
  share(text: string): number;
  /** What of a text the question does not ask. */
  unasked(text: string): Unasked;
}

export interface Unasked {
  /** Weighted share of the words of the text, 0 to 1. */
  readonly share: number;
  /** Of the word that tells most, by how far the question is from meaning it; 0 to 6. */
  readonly most: number;
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
  return { asked, found, share: (text) => lateShare(asked, found(text)), unasked };
}

const MARKS = /[\p{P}\p{S}\n]+/u;

/** No word reaches over a mark. Pieces come up again: in other candidates, and in the next question. */
const piecesOf = (text: string): string[] => text.split(MARKS).filter((piece) => piece !== '');

/** Pieces whose words are remembered. The oldest leave first. */
const MOST_REMEMBERED = 20_000;

const remembered = new WeakMap<PlanIndex, Map<string, Uint32Array>>();

/** The words of a piece of text as numbers of the lexicon. */
function numbersIn(index: PlanIndex): (piece: string) => Uint32Array {
  const lexicon = lexiconOf(index.words);
  const known = remembered.get(index) ?? new Map<string, Uint32Array>();
  remembered.set(index, known);
  return (piece) => {
    const numbers = known.get(piece) ?? lexicon.numbersOf(meaningWords(piece, index.segmenter));
    known.set(piece, numbers);
    if (known.size > MOST_REMEMBERED) {
      const oldest = known.keys().next();
      if (!oldest.done) known.delete(oldest.value);
    }
    return numbers;
  };
}
