import type { SectionKind } from '../model.ts';
import type { Draft } from './draft.ts';
import type { HeadingCandidate } from './heading.ts';
import type { Family } from './numbering.ts';

/** 1　总则, 1.1 编制目的, 2.1.1指挥部职责, 1.1. 现状, 1.1、依据: the words in front of it are all numbers of the sections it is in. */
const DECIMAL =
  /^(\d{1,2}(?:[.．]\d{1,2}){0,3})(?:[\s\u3000]+(?=[\u4e00-\u9fff“《A-Za-z])|(?<=[.．]\d{1,2})[.．、]?[\s\u3000]*(?=[\u4e00-\u9fff“《]))(.+)$/u;
/** 1总则 over 1.1, without anything between. */
const TIGHT = /^(\d{1,2})(?=[\u4e00-\u9fff“《])([^。；;！？，：]{2,20})$/u;
/** 1. 总则 over 1.1; without those below it, it is a point. */
const DOTTED = /^(\d{1,2}[.．、])\s*(?=[\u4e00-\u9fff“《])([^。；;！？，]{2,40})$/u;
const MAX_TITLE = 60;
const RUN_IN_TITLE = /^([^。；;！？，,]{1,40})[。：:](?=.)/u;
/** 1.4 万户 and 2.2 公里 are figures; 1.2 分类指导 is none. */
const UNIT =
  /^(?:[万亿千百吨米元倍秒%％]|公里|公顷|平方|立方|个百分点|千瓦|小时|(?:[个名人户家项处件岁度年月日时分](?:次|月|以|左右|[，。；、）)]|$)))/u;
const KINDS: readonly SectionKind[] = ['chapter', 'section', 'item', 'subitem'];
/** Fewer deeper ones prove no decimal numbering. */
const MIN_DEEPER = 2;

export interface Decimal {
  /** 2.1.1 → [2, 1, 1]. */
  readonly path: readonly number[];
  readonly heading: HeadingCandidate;
}

export function readDecimal(text: string): Decimal | null {
  const [, number = '', rest = ''] = DECIMAL.exec(text) ?? DOTTED.exec(text) ?? [];
  return decimalOf(number, rest);
}

/** Like readDecimal, in a text that is known to number so: 1总则 is a chapter too. */
export function readDecimalOf(text: string): Decimal | null {
  const [, number = '', rest = ''] = TIGHT.exec(text) ?? [];
  return readDecimal(text) ?? decimalOf(number, rest);
}

function decimalOf(number: string, rest: string): Decimal | null {
  if (number === '' || UNIT.test(rest)) return null;
  const path = number
    .split(/[.．、]/u)
    .filter(Boolean)
    .map(Number);
  const kind = KINDS[path.length - 1] ?? 'subitem';
  const family: Family = { id: 'decimal', kind, pattern: DECIMAL, rank: null };
  const marker = { family, number, ordinal: path.at(-1) ?? null, rest };
  if (rest.length <= MAX_TITLE && !/[。；;！？，]/u.test(rest)) {
    return { path, heading: { marker, title: rest.trim(), isRunIn: false, style: 'line' } };
  }
  // A paragraph that is numbered for itself is named by its first sentence.
  const title = RUN_IN_TITLE.exec(rest)?.[1] ?? /^[^。；;！？]+/u.exec(rest)?.[0] ?? rest;
  return { path, heading: { marker, title: title.trim(), isRunIn: true, style: 'sentence' } };
}

/** The first numbers of what is numbered two deep: [1, 2] of 1.1, 1.2, 2.1; none where a text does not number so. */
export function decimalParts(texts: readonly string[]): ReadonlySet<number> {
  const deeper = texts.flatMap((text) => {
    const path = readDecimal(text)?.path ?? [];
    return path.length > 1 ? [path.join('.')] : [];
  });
  const isUsed = deeper.length >= MIN_DEEPER && deeper.some((path) => /^\d+\.1$/u.test(path));
  return new Set(isUsed ? deeper.map((path) => Number.parseInt(path, 10)) : []);
}

/** A chapter has sections under it; the last ones, 7　附则, may have none. */
export function isNumberedSo({ path, heading }: Decimal, parts: ReadonlySet<number>): boolean {
  const [part = 0, ...deeper] = path;
  if (deeper.length > 0 || parts.has(part)) return true;
  const isBare = /^\d+$/u.test(heading.marker.number) && heading.style === 'line';
  return isBare && part > Math.max(...parts);
}

/** How many of the open sections stay open; null where the number does not come next. */
export function placeDecimal(path: readonly number[], open: readonly Draft[]): number | null {
  const parents = path.slice(0, -1);
  const own = path.at(-1) ?? 0;
  const within = parents.length === 0 ? annexDepth(open) : depthOf(parents, open);
  if (within === null) return null;
  const sibling = open[within];
  if (sibling !== undefined && sibling.path?.length === path.length) {
    return own === (sibling.path.at(-1) ?? 0) + 1 ? within : null;
  }
  return own === 1 ? within : null;
}

/** The depth below the section of that path, counting a plain 2. as [2]. */
function depthOf(parents: readonly number[], open: readonly Draft[]): number | null {
  const wanted = parents.join('.');
  const at = open.findLastIndex(
    (draft) =>
      draft.path?.join('.') === wanted ||
      (parents.length === 1 && draft.family === 'point' && draft.ordinal === parents[0]),
  );
  return at < 0 ? null : at + 1;
}

/** Chapters stand outermost, or in an annex. */
function annexDepth(open: readonly Draft[]): number {
  return open.findLastIndex(({ family }) => family === 'annex') + 1;
}
