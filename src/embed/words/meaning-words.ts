import type { Segmenter } from '../../segment/segmenter.ts';
import { normalise } from '../../segment/terms.ts';

/** The dictionary cuts g d p and p m 2.5 letter by letter; a run of letters is one word. */
const LETTERS = /[a-z]+/gu;
const HAN = /\p{Script=Han}/u;

/** The words of a text that can mean something, each once, in its order: overlapping ones too, no figures, no signs. */
export function meaningWords(text: string, segmenter: Segmenter): string[] {
  const normal = normalise(text);
  const words = segmenter.words(normal).filter((word) => HAN.test(word));
  return [...new Set([...words, ...(normal.match(LETTERS) ?? [])])];
}
