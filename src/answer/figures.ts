import { flatten } from '../retrieve/question-text.ts';

/** Numbers of a text as printed, half-width: 461.1, 24.41, 2025. */
export const numbersIn = (text: string): string[] => flatten(text).match(/\d+(?:\.\d+)?/gu) ?? [];

/** Quantities written in Chinese numerals with a unit: 三十, 八大, 十个. Single 一 is an article, not a figure. */
const CHINESE_QUANTITY =
  /[二三四五六七八九十百千万两]+(?=大|个|项|家|条|座|处|类|种|支|位|年|倍|成|亿|万)/gu;

/** Whether a number stands in a text as a whole number, not as a piece of a longer one. */
export function holdsNumber(flat: string, number: string): boolean {
  for (let at = flat.indexOf(number); at >= 0; at = flat.indexOf(number, at + 1)) {
    const before = flat.slice(0, at);
    const after = flat.slice(at + number.length);
    if (!/\d$|\d\.$/u.test(before) && !/^\d|^\.\d/u.test(after)) return true;
  }
  return false;
}

/**
 * Figures of a claim that what it cites does not hold; empty when the claim may be shown.
 * @param computed values our own code worked out, which stand in no document
 */
export function unprovenFigures(
  claim: string,
  cited: string,
  computed: readonly string[],
): string[] {
  const flat = flatten(cited);
  const said = flatten(claim);
  const numbers = numbersIn(claim).filter(
    (number) => !computed.includes(number) && !holdsNumber(flat, number),
  );
  const quantities = (said.match(CHINESE_QUANTITY) ?? []).filter(
    (quantity) => !flat.includes(quantity) && !computed.includes(quantity),
  );
  return [...numbers, ...quantities];
}
