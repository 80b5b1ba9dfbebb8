import type { Segmenter } from './segmenter.ts';

/**
 * Text as it is compared: compatibility forms unified (Ｒ＆Ｄ → r&d, ５．５ → 5.5), lower case, without
 * characters nobody sees (zero-width, bidirectional controls, variation selectors).
 */
export const normalise = (text: string): string =>
  text
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();

/** A run of Han characters, or one of letters and digits that `.` and `&` may join (pm2.5, r&d, 461.1). */
const RUN =
  /(?<han>\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[.&](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;

/**
 * Index terms of any text, in its order, repeated where the text repeats them. Passages and questions both
 * go through here, so that they are always cut alike. Of Han text: the words, and every pair of neighbours
 * that is not a word by itself, so that a word cut differently elsewhere is still found. Everything else is
 * kept whole; signs are dropped (24.41% → 24.41).
 */
export function termsOf(text: string, segmenter: Segmenter): string[] {
  const terms: string[] = [];
  for (const { 0: run, groups } of normalise(text).matchAll(RUN)) {
    if (groups?.han === undefined) terms.push(run);
    else pushHanTerms(terms, run, segmenter);
  }
  return terms;
}

/** Single characters say too little and the pairs cover them, unless the run has no other. */
function pushHanTerms(terms: string[], run: string, segmenter: Segmenter): void {
  const characters = Array.from(run);
  if (characters.length === 1) {
    terms.push(run);
    return;
  }
  const words = segmenter.words(run).filter((word) => word.length > 1 && !isOneCharacter(word));
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  const known = new Set(words);
  terms.push(...words, ...pairs.filter((pair) => !known.has(pair)));
}

/** One character outside the basic plane (𠮷) takes two code units. */
const isOneCharacter = (word: string): boolean =>
  word.length === 2 && (word.codePointAt(0) ?? 0) > 0xffff;
