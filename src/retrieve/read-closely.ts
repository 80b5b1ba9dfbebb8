import type { DocumentInfo } from '../model.ts';
import { askedYears } from '../understand/years.ts';
import type { Asked } from './asked.ts';
import type { FoundPassage } from './find-passages.ts';
import { flatPassage } from './flat-passage.ts';
import { nearest } from './late/late-share.ts';
import type { ClauseWords } from './late/passage-words.ts';
import type { Sentence } from './sentences.ts';

/** A sentence with all that its features are made of. Found and words: see late-share.ts. */
export interface SentenceCandidate {
  readonly sentence: Sentence;
  readonly document: DocumentInfo | undefined;
  /** The years asked, as its document takes 今年 and 去年. */
  readonly years: readonly number[];
  /** Of its passage, flattened. */
  readonly headings: string;
  readonly words: Uint32Array;
  readonly clauses: readonly ClauseWords[];
  readonly found: Float32Array;
  readonly foundInHeadings: Float32Array;
  readonly foundInLastHeading: Float32Array;
  readonly foundInPassage: Float32Array;
  readonly lexicalScore: number;
  /** Of its passage among all found, from 1. */
  readonly passageRank: number;
}

/**
 * The sentences of passages, which come best first.
 * @param place of the first among all found, from 0
 */
export const readClosely = (
  { query, words }: Asked,
  passages: readonly FoundPassage[],
  place = 0,
): SentenceCandidate[] =>
  passages.flatMap((passage, at) => {
    const { document } = passage;
    const shared = {
      document,
      years: askedYears(query.time, query.thisYear, document),
      headings: flatPassage(passage.passage).headings,
      foundInHeadings: passage.foundInHeadings,
      foundInLastHeading: nearest(words, passage.words.lastHeading),
      foundInPassage: passage.found,
      lexicalScore: passage.lexicalScore,
      passageRank: place + at + 1,
    };
    return passage.sentences.map((read) => ({ ...shared, ...read }));
  });
