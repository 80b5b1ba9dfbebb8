import { flatten } from '../retrieve/question-text.ts';

/** Keeps apart what only white space or a full-width comma keeps apart: 65.6 75 are two figures. */
const apart = (text: string): string =>
  flatten(text.replace(/，/gu, '、').replace(/(?<=\d)\s+(?=\d)/gu, '|'));

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;

/** Numbers of a text as printed, half-width: 461.1, 24.41, 2025, 1,200. */
export const numbersIn = (text: string): string[] => apart(text).match(NUMBER) ?? [];

/** Quantities in Chinese numerals with what they count: 八大, 十个. Single 一 is an article, not a figure. */
const CHINESE_QUANTITY =
  /[二三四五六七八九十百千万两]+(?:大|个|项|家|条|座|处|类|种|支|位|年|倍|成|亿|万)/gu;

/** Whether a number stands in a text as a whole number, not as a piece of a longer one. */
export const holdsNumber = (text: string, number: string): boolean =>
  numbersIn(text).includes(number);

/**
 * Figures of a claim that what it cites does not hold; empty when the claim may be shown.
 * @param computed values our own code worked out, which stand in no document
 */
export function unprovenFigures(
  claim: string,
  cited: string,
  computed: readonly string[],
): string[] {
  const proven = new Set([...numbersIn(cited), ...computed]);
  const quantities = new Set(apart(cited).match(CHINESE_QUANTITY) ?? []);
  return [
    ...numbersIn(claim).filter((number) => !proven.has(number)),
    ...(apart(claim).match(CHINESE_QUANTITY) ?? []).filter((quantity) => !quantities.has(quantity)),
  ];
}
