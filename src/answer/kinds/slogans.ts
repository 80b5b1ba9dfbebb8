import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Passage } from '../../model.ts';
import { readOrdinal } from '../../parse/chinese-number.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Proof } from '../draft.ts';
import { sloganClaims } from './slogan-groups.ts';

/** A quoted phrase that counts what it stands for (“五大中心”), where the text says what that is. */
export interface Slogan {
  readonly documentId: string;
  /** As printed, without quotation marks. */
  readonly name: string;
  /** Word for word: one for each thing it stands for, or a single one that names them all. */
  readonly proofs: readonly Proof[];
}

const QUOTED = /“([^”\n]{2,12})”/gu;
const NUMERAL = /^[两二三四五六七八九十]+/u;
const COUNTS = /^(?:[两二三四五六七八九十]|[1-9](?:\+?[1-9])+$)/u;
/** A five-year plan is called by its number, which counts nothing here. */
const PLAN_NUMBER = /^十?[一二三四五六七八九]五/u;

const memo = new WeakMap<PlanIndex, readonly Slogan[]>();

/** Of all documents, looked for once for as long as the index is open. */
export function slogansIn(index: PlanIndex): readonly Slogan[] {
  const known =
    memo.get(index) ?? index.documents.flatMap(({ id }) => slogansOf(index.passagesOf(id)));
  memo.set(index, known);
  return known;
}

/** Slogans of one document that its text explains, in the order of the explanations. */
export function slogansOf(passages: readonly Passage[]): Slogan[] {
  const found = new Map<string, Slogan>();
  for (const passage of passages.filter(({ kind }) => kind === 'text')) {
    for (const { 0: quoted, 1: name = '', index } of passage.quotable.matchAll(QUOTED)) {
      const key = flatten(name);
      if (found.has(key) || !COUNTS.test(key) || PLAN_NUMBER.test(key)) continue;
      const [before, after] = around(passage.quotable, index, quoted.length);
      const quote = explanation(key, quoted, before, after);
      const proofs = quote
        ? [{ passage, quote }]
        : sloganClaims(key, passages)?.flatMap((claim) => claim.proofs);
      if (proofs) found.set(key, { documentId: passage.documentId, name, proofs });
    }
  }
  return [...found.values()];
}

const SENTENCE_END = /[。；;！？!?\n]/u;

/** The rest of the sentence before and after a stretch of a text. */
function around(text: string, start: number, length: number): [before: string, after: string] {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1;
  const after = text.slice(start + length);
  const end = after.search(SENTENCE_END);
  return [text.slice(from, start), end < 0 ? after : after.slice(0, end)];
}

/** The words of the sentence that name as many things as the slogan counts. */
function explanation(
  key: string,
  quoted: string,
  before: string,
  after: string,
): string | undefined {
  const count = countOf(key);
  const clause = /[^，,：:（(]*$/u.exec(before)?.[0] ?? '';
  const noun = /^[^，,：:（(“]*/u.exec(after)?.[0] ?? '';
  if (count >= MIN_BESIDE && namesAsMany(clause, count)) return clause + quoted + noun;
  const said = SAID_AFTER.exec(after);
  if (said && namesAsMany(said[1] ?? said[2] ?? '', count)) return quoted + said[0];
  const counted = countedBefore(key, before);
  return counted && counted + quoted + noun;
}

/** Fewer stand side by side by chance. */
const MIN_BESIDE = 3;
/** …（即甲、乙）, …为甲和乙 */
const SAID_AFTER =
  /^[^，,：:（(“]{0,12}[（(](?:即|指|包括)?([^（）()]*)[）)]|^(?:为|是|即|指|包括)([^，,：:“”]*)/u;

/** How many things a slogan stands for: 五大中心 5, 3+2+1 6; 0 for 333, which is read figure by figure. */
function countOf(key: string): number {
  if (key.includes('+')) return digitsOf(key).reduce((sum, digit) => sum + digit, 0);
  return readCount(NUMERAL.exec(key)?.[0] ?? '');
}

const readCount = (numeral: string): number => readOrdinal(numeral.replace('两', '二'));
const digitsOf = (key: string): number[] => (key.match(/\d/gu) ?? []).map(Number);

/** 、 always parts two things; 和, 及 and 与 may also stand within a word. */
const namesAsMany = (text: string, count: number): boolean =>
  [/、/u, /、|[和及与]/u, /、|以及|[和及与](?=[^、]*$)/u].some(
    (mark) => text.split(mark).length === count,
  ) && text.trim() !== '';

const COUNTED = /([两二三四五六七八九])大/gu;

/** For 333: from where the sentence begins to count three of this, three of that and three of another. */
function countedBefore(key: string, before: string): string | undefined {
  const digits = digitsOf(key);
  const counted = [...before.matchAll(COUNTED)].slice(-digits.length);
  const [first] = counted;
  const isSame = counted.every(({ 1: numeral = '' }, at) => readCount(numeral) === digits[at]);
  if (!first || counted.length < 2 || counted.length !== digits.length || !isSame) return undefined;
  const clause = /[^，,：:]*$/u.exec(before.slice(0, first.index))?.[0] ?? '';
  return before.slice(first.index - clause.length);
}
