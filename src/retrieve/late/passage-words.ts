import { meaningWords } from '../../embed/words/meaning-words.ts';
import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { DocumentInfo, Passage } from '../../model.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import { lexiconOf } from './lexicon.ts';

/** The words of a passage as numbers of the lexicon. */
export interface PassageWords {
  readonly headings: Uint32Array;
  readonly sentences: readonly SentenceWords[];
}

export interface SentenceWords {
  readonly sentence: Sentence;
  readonly words: Uint32Array;
}

const memo = new WeakMap<Passage, PassageWords>();

/** Cut once for as long as the passage is in memory. */
export function passageWords(
  passage: Passage,
  document: DocumentInfo | undefined,
  index: PlanIndex,
): PassageWords {
  const known = memo.get(passage);
  if (known) return known;
  const lexicon = lexiconOf(index.words);
  const numbersOf = (text: string): Uint32Array =>
    lexicon.numbersOf(meaningWords(text, index.segmenter));
  const cut = {
    headings: numbersOf(passage.headingPath.join('\n')),
    sentences: sentencesOf(passage, document).map((sentence) => ({
      sentence,
      words: numbersOf(sentence.flat),
    })),
  };
  memo.set(passage, cut);
  return cut;
}
