import type { Citation, Computed } from '../model.ts';

/** White space and width aside. */
export const squeeze = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');

/** The same without page marks, bookmarks and cell bars: what a quote is compared in. */
export const plain = (text: string): string =>
  squeeze(text.replace(/^\s*—\s*\d+\s*—\s*$/gmu, '').replace(/\[bookmark:[^\]]*\]/gu, '')).replace(
    /[|｜]/gu,
    '',
  );

export const has = (text: string, wanted: string): boolean =>
  squeeze(text).toLowerCase().includes(squeeze(wanted).toLowerCase());

const CORE_SHARE = 0.8;

/** Whether a passage holds evidence whole, or all but a rim that a passage border cut off. */
export function holdsEvidence(passage: string, evidence: string): boolean {
  const text = plain(passage);
  const wanted = plain(evidence);
  if (text.includes(wanted)) return true;
  const core = Math.ceil(wanted.length * CORE_SHARE);
  for (let at = 0; at + core <= wanted.length; at += 1)
    if (text.includes(wanted.slice(at, at + core))) return true;
  return false;
}

const bare = (text: string): string => squeeze(text).replace(/[.．、,，:：]/gu, '');
const HEADING_CHARS = 10;

/** `chapter` is a heading path (a > b), or several joined by ；; the last heading of one must be in the path. */
export function namesChapter(citation: Citation, chapter: string): boolean {
  const path = bare(citation.headingPath.join(''));
  return chapter
    .split('；')
    .some((one) => path.includes(bare(one.split('>').at(-1) ?? '').slice(0, HEADING_CHARS)));
}

/** Whether a quote stands in its seed; parts around …… or ... are looked for one by one. */
export function standsIn(seed: string | undefined, quote: string): boolean {
  const parts = squeeze(quote)
    .split(/…+|\.{3,}/u)
    .filter(Boolean);
  return (
    seed !== undefined && parts.length > 0 && parts.every((part) => seed.includes(plain(part)))
  );
}

/** Numbers an answer states; marks like [1] and the enumeration at the head of a line are ours. */
export const statedNumbers = (answer: string): string[] =>
  squeeze(answer.replace(/^\s*(?:\d{1,2}[.、．)](?!\d)|[（(]\d+[）)])\s*/gmu, ''))
    .replace(/\[\d+(?:[,，、]\d+)*\]/gu, '')
    .match(/\d+(?:\.\d+)?/gu) ?? [];

const ROUNDING = 0.051;

/** Whether a computed value follows from its operands, and these are in what is cited. */
export function isHonest({ value, how, from }: Computed, support: string): boolean {
  if (!from.every((operand) => support.includes(squeeze(operand)))) return false;
  const numbers = from.map(Number);
  const [x = Number.NaN, y = Number.NaN] = numbers;
  const isClose = (result: number): boolean => Math.abs(Number(value) - result) < ROUNDING;
  switch (how) {
    case 'difference':
      return isClose(Math.abs(x - y));
    case 'ratio':
      return isClose(x / y) || isClose(y / x);
    case 'sum':
      return isClose(numbers.reduce((sum, number) => sum + number, 0));
    case 'count':
      return true;
  }
}
