import { readOrdinal } from './chinese-number.ts';

/** One of several things a text counts up. */
export interface Clause {
  /** As printed: 一是, 二要, 第三, （1）, ①. */
  readonly number: string;
  /** Up to its first mark, without the number. */
  readonly title: string;
  /** From the number to where the next begins, without white space round it. */
  readonly text: string;
  /** Where it begins. */
  readonly offset: number;
}

/** Fewer are no list. */
const MIN_CLAUSES = 2;
const MIN_TITLE = 2;
const MAX_TITLE = 60;
const HAN = '[一二三四五六七八九十]{1,3}';
/** It stands at the beginning, or after the end of a sentence or a clause. */
const START = '(?<=^|[。！？；;：:，,][”’）)]?\\s*|\\n\\s*)';

/** Ways of counting, the first that finds its numbers in order wins. The ordinal is the first group. */
const COUNTINGS: readonly RegExp[] = [
  new RegExp(`${START}(${HAN})(?:是|要|靠|在)`, 'gu'),
  new RegExp(`${START}第(${HAN})[，,、]`, 'gu'),
  new RegExp(`${START}(?:首先|其次|再次|最后)[，,]`, 'gu'),
  new RegExp(`${START}[（(](${HAN})[）)]`, 'gu'),
  new RegExp(`${START}[（(](\\d{1,2})[）)]`, 'gu'),
  new RegExp(`${START}(\\d{1,2})[.．、](?!\\d)`, 'gu'),
  new RegExp(`${START}(\\d{1,2})[）)]`, 'gu'),
  /([①-⑳])/gu,
];
const ORDER_WORDS = ['首先', '其次', '再次', '最后'];

/** The clauses that a text counts up (一是…二是…, 第一，…, （1）…, ①…), in order; none where it counts nothing. */
export function clausesIn(text: string): readonly Clause[] {
  for (const counting of COUNTINGS) {
    const run = runOf([...text.matchAll(counting)]);
    const clauses = run.map((match, index) => clauseAt(text, match, run[index + 1]));
    // 一是一，二是二 counts nothing.
    const areNamed = clauses.every(({ title }) => title.length >= MIN_TITLE);
    if (clauses.length >= MIN_CLAUSES && areNamed) return clauses;
  }
  return [];
}

/** The first run of numbers that begins with one and goes up by one. */
function runOf(matches: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const run: RegExpExecArray[] = [];
  for (const match of matches) {
    const ordinal = ordinalOf(match);
    if (ordinal === run.length + 1) run.push(match);
    else if (ordinal === 1 && run.length < MIN_CLAUSES) run.splice(0, run.length, match);
    else if (ordinal === 1) break;
  }
  return run;
}

function ordinalOf(match: RegExpExecArray): number {
  const word = ORDER_WORDS.findIndex((one) => match[0].startsWith(one));
  return word >= 0 ? word + 1 : readOrdinal(match[1] ?? '');
}

function clauseAt(text: string, match: RegExpExecArray, next: RegExpExecArray | undefined): Clause {
  const whole = text.slice(match.index, next?.index ?? text.length).trim();
  const rest = whole.slice(match[0].length).trimStart();
  const title = /^[^。；;，,：:！？]+/u.exec(rest)?.[0] ?? rest;
  return {
    number: match[0].replace(/[，,、.．]$/u, ''),
    title: title.slice(0, MAX_TITLE).replace(/[、\s]+$/u, ''),
    text: whole,
    offset: match.index,
  };
}
