import { type HeadLine, isSession } from './head-lines.ts';
import { ADOPTED, DATE } from './head-patterns.ts';

/** A day of the year, ISO 8601. */
export type IsoDate = string;

const DIGITS = '〇一二三四五六七八九';
const CHINESE_DATE =
  /(?<year>[一二][〇○零一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,3})月(?<day>[一二三四五六七八九十]{1,3})日/u;
const PUBLISHED = /^(?:(?:发布|发表|更新|公开)?(?:时间|日期))\s*[:：]?/u;
const BARE_DATE = /^(?:19|20)\d\d[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?$/u;

/** The first date of a text, in digits (with blanks between them or not) or in Chinese numerals. */
export function dateIn(text: string): IsoDate | null {
  const flat = text
    .replace(/(?<=\d)[ \u3000]+(?=\d)/gu, '')
    .replace(/[ \u3000]*([年月日])[ \u3000]*/gu, '$1');
  const digits = DATE.exec(flat);
  if (digits !== null) return isoDate(digits[1] ?? '', digits[2] ?? '', digits[3] ?? '');
  const { year, month, day } = CHINESE_DATE.exec(flat)?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return isoDate(yearOf(year), String(numberOf(month)), String(numberOf(day)));
}

/** Chinese numerals of a year in digits: 二〇二六 → 2026. */
export const yearOf = (numerals: string): string =>
  [...numerals.replace(/[○零]/gu, '〇')].map((char) => DIGITS.indexOf(char)).join('');

/** 一 to 九十九: 二十七 → 27. */
function numberOf(numerals: string): number {
  const [tens = '', ones = ''] = numerals.includes('十') ? numerals.split('十') : ['', numerals];
  const ten = numerals.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const isoDate = (year: string, month: string, day: string): IsoDate =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The day a report was given or a plan adopted, as a line under the title says. */
export function givenOn(lines: readonly HeadLine[]): IsoDate | null {
  const line = lines.find(({ text }) => isSession(text) || ADOPTED.test(text));
  return line === undefined ? null : dateIn(line.text);
}

/** The day a page or a newspaper says that it printed it. */
export function publishedOn(lines: readonly HeadLine[]): IsoDate | null {
  const at = lines.findIndex(({ text }) => PUBLISHED.test(text));
  if (at < 0) return null;
  return dateIn(lines[at]?.text ?? '') ?? dateIn(lines[at + 1]?.text ?? '');
}

/** The first day that stands in a head as its own line or as that of its printing. */
export function datedOn(lines: readonly HeadLine[]): IsoDate | null {
  const line = lines.find(({ text }) => PUBLISHED.test(text) || BARE_DATE.test(text));
  if (line === undefined) return null;
  return BARE_DATE.test(line.text) ? dateIn(line.text) : publishedOn(lines);
}
