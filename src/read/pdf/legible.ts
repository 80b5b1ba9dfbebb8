import type { Page } from './page.ts';

/** What Chinese print is made of; letters of other scripts come of fonts without a table to Unicode. */
const USUAL =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u0020-\u007e\u00a0-\u00bf\u00d7\u00f7\u0391-\u03c9\u2000-\u27bf\u2900-\u2bff\u3000-\u33ff\ufe10-\ufe6f\uff00-\uffef]/u;
/** Characters that every Chinese text of some length has many of. */
const COMMON = new Set(
  '的一是在和有不发展建设工作人国大中年会实推进全区市经业化部门地为以上下，。、',
);

/** Above this share of strange characters nothing of a text is believed. */
const MAX_STRANGE = 0.25;
/** A Chinese text has more of the common characters than this; codes that only look like Chinese have not. */
const MIN_COMMON = 0.03;
/** Fewer characters than this prove nothing. */
const MIN_SAMPLE = 80;
/** Signs between letters; a text of Latin letters has fewer. */
const MAX_SIGNS = 0.3;

/** Whether a font names its characters by anything but what it shows. */
export function isStrangeFont(texts: readonly string[]): boolean {
  const chars = texts.flatMap((text) => [...text]).filter((char) => char.trim() !== '');
  return chars.filter((char) => !USUAL.test(char)).length > chars.length * MAX_STRANGE;
}

/** Whether the characters of these pages are those that print shows. */
export function isLegible(pages: readonly Page[]): boolean {
  const shown = pages.reduce((sum, page) => sum + page.shown, 0);
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const chars = pages
    .flatMap(({ glyphs }) => glyphs.flatMap(({ text }) => [...text]))
    .filter((char) => char.trim() !== '');
  const strange = chars.filter((char) => !USUAL.test(char)).length;
  if (unreadable + strange > shown * MAX_STRANGE) return false;
  if (chars.length < MIN_SAMPLE) return true;
  const han = chars.filter((char) => /\p{Script=Han}/u.test(char));
  if (han.length >= MIN_SAMPLE) {
    return chars.filter((char) => COMMON.has(char)).length >= han.length * MIN_COMMON;
  }
  return chars.filter((char) => /[!-/:-@[-`{-~]/u.test(char)).length <= chars.length * MAX_SIGNS;
}
