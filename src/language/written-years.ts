const WRITTEN = /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年|$)/gu;
const DIGITS = '〇一二三四五六七八九';

/** 一九九五 → 1995. */
export const digitsOf = (written: string): string =>
  [...written.replace(/[○零]/gu, '〇')].map((digit) => DIGITS.indexOf(digit)).join('');

/** Years in Chinese digits (一九九五年, 二〇〇〇年, also with a circle for the naught) in figures, as long as they were. */
export const yearsInDigits = (text: string): string => text.replace(WRITTEN, digitsOf);
