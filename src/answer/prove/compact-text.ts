import { normalise } from '../../segment/terms.ts';

const QUOTATION_MARKS = /[“”‘’"'「」『』]/gu;
const DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR = /[一二][〇零○九][〇零○一二三四五六七八九]{2}(?=年)/gu;

const digitOf = (character: string): string =>
  String(DIGITS.indexOf(/[零○]/u.test(character) ? '〇' : character));

/**
 * A text as its quantities are read: one width, lower case, no white space, no quotation marks, years in
 * digits. Figures that only a space keeps apart stay apart (65.6|75), and every comma that is not inside a
 * number is ，.
 */
export const compact = (text: string): string =>
  text
    .split('，')
    .map(normalise)
    .join('，')
    .replace(/,(?!\d{3}(?!\d))|(?<!\d),/gu, '，')
    .replace(/(?<=\d)\s+(?=\d)/gu, '|')
    .replace(/\s+/gu, '')
    .replace(QUOTATION_MARKS, '')
    .replace(CHINESE_YEAR, (year) => [...year].map(digitOf).join(''));
