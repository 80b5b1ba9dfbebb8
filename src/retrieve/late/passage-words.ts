import { meaningWords } from '../../embed/words/meaning-words.ts';
import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { DocumentInfo, Passage } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import { clausesOf, type Sentence, sentencesOf } from '../sentences.ts';
import { lexiconOf } from './lexicon.ts';

/** The words of a passage as numbers of the lexicon. */
export interface PassageWords {
  readonly headings: Uint32Array;
  readonly lastHeading: Uint32Array;
  readonly sentences: readonly SentenceWords[];
}

export interface SentenceWords {
  readonly sentence: Sentence;
  readonly words: Uint32Array;
  readonly clauses: readonly ClauseWords[];
}

export interface ClauseWords {
  readonly flat: string;
  readonly words: Uint32Array;
}

const memo = new WeakMap<Passage, PassageWords>();

/** Cut once for as long as the passage is in memory. */
export function passageWords(
  passage: Passage,
  document: DocumentInfo | undefined,
  index: PlanIndex,
): PassageWords {
  const known = memo.get(passage) ?? cutPassage(passage, document, index);
  memo.set(passage, known);
  return known;
}

function cutPassage(
  passage: Passage,
  document: DocumentInfo | undefined,
  index: PlanIndex,
): PassageWords {
  const lexicon = lexiconOf(index.words);
  const numbersOf = (text: string): Uint32Array =>
    lexicon.numbersOf(meaningWords(text, index.segmenter));
  return {
    headings: numbersOf(passage.headingPath.join('\n')),
    lastHeading: numbersOf(passage.headingPath.at(-1) ?? ''),
    sentences: sentencesOf(passage, document).map((sentence) => {
      const clauses = clauseTexts(sentence).map((flat) => ({ flat, words: numbersOf(flat) }));
      const words = new Set(clauses.flatMap((clause) => [...clause.words]));
      return { sentence, clauses, words: Uint32Array.from(words) };
    }),
  };
}

/** A row is read with its table's title and column names, which are no clauses of it. */
const clauseTexts = ({ passage, flat, text }: Sentence): string[] =>
  passage.kind === 'row'
    ? [flat]
    : clausesOf(text).map(([start, end]) => flatten(text.slice(start, end)));
