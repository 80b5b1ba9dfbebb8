import { flatten } from '../understand/question-text.ts';

/** Keeps apart what only white space or a full-width comma keeps apart: 65.6 75 are two figures. */
const apart = (text: string): string =>
  flatten(text.replace(/，/gu, '、').replace(/(?<=\d)\s+(?=\d)/gu, '|'));

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;

/** Numbers of a text as printed, half-width: 461.1, 24.41, 2025, 1,200. */
export const numbersIn = (text: string): string[] => apart(text).match(NUMBER) ?? [];

/** Whether a number stands in a text as a whole number, not as a piece of a longer one. */
export const holdsNumber = (text: string, number: string): boolean =>
  numbersIn(text).includes(number);
