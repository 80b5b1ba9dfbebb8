import { meaningWords } from '../embed/words/meaning-words.ts';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { lexiconOf } from '../retrieve/late/lexicon.ts';

const MARKS = /[\p{P}\p{S}\n]+/u;

/** No word reaches over a mark. Pieces come up again: in other candidates, and in the next question. */
export const piecesOf = (text: string): string[] =>
  text.split(MARKS).filter((piece) => piece !== '');

/** Pieces whose words are remembered. The oldest leave first. */
const MOST_REMEMBERED = 20_000;

const remembered = new WeakMap<PlanIndex, Map<string, Uint32Array>>();

/** The words of a piece of text as numbers of the lexicon. */
export function numbersIn(index: PlanIndex): (piece: string) => Uint32Array {
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
