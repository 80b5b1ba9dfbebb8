import { meaningWords } from '../embed/words/meaning-words.ts';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { type AskedWord, askedWords } from '../retrieve/late/asked-words.ts';
import { lateShare, nearest } from '../retrieve/late/late-share.ts';
import { lexiconOf } from '../retrieve/late/lexicon.ts';
import { coverageOf } from '../retrieve/matching.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';

/** How texts that are not indexed by themselves (headings, clauses) are compared with a question. */
export interface Meaning {
  readonly asked: readonly AskedWord[];
  /** Of each asked word the best nearness in a text, 0 to 1. */
  found(text: string): Float32Array;
  /** Weighted share of what the question is about that a text says or means, 0 to 1. */
  share(text: string): number;
  /** The same and how much of it stands there in its own or official words, 0 to 2. */
  nearness(text: string): number;
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
  // Headings come up again with each section below them.
  const read = new Map<string, Float32Array>();
  const found = (text: string): Float32Array => {
    const known =
      read.get(text) ?? nearest(asked, lexicon.numbersOf(meaningWords(text, index.segmenter)));
    read.set(text, known);
    return known;
  };
  const share = (text: string): number => lateShare(asked, found(text));
  const nearness = (text: string): number => share(text) + coverageOf(query, flatten(text)).share;
  return { asked, found, share, nearness };
}
