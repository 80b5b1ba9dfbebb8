import { describe, expect, test } from 'vitest';
import type { RowRange } from '../../src/indexing/best-rows.ts';
import { inverseFrequency, LexicalIndex } from '../../src/indexing/lexical-index.ts';
import { decodePostings, encodePostings, PostingsBuilder } from '../../src/indexing/postings.ts';

/** Rows of heading terms and text terms, kept and read the way the database does. */
function indexOf(rows: readonly (readonly [heading: string, body: string])[]): LexicalIndex {
  const builder = new PostingsBuilder();
  const termsOf = (text: string) => text.split(' ').filter(Boolean);
  for (const [heading, body] of rows) builder.add(termsOf(heading), termsOf(body));
  const encoded = new Map(
    Array.from(builder.terms(), ([term, postings]) => [term, encodePostings(postings)]),
  );
  return new LexicalIndex({
    lengths: builder.lengths,
    postings(term) {
      const bytes = encoded.get(term);
      return bytes === undefined ? undefined : decodePostings(bytes);
    },
  });
}

const weights = (...terms: readonly string[]) => new Map(terms.map((term) => [term, 1]));

const ROWS = [
  ['养老 服务', '床位 达到 三千'],
  ['道路', '新建 农村 公路'],
  ['教育', '新建 学校 床位 床位'],
  ['', '公路 公路 公路 养护'],
] as const;
const everything: readonly RowRange[] = [[0, ROWS.length]];
const index = indexOf(ROWS);

const rowsFor = (
  terms: ReadonlyMap<string, number>,
  ranges: readonly RowRange[] = everything,
  limit = 9,
) => index.search(terms, ranges, limit).map(({ row }) => row);

describe('LexicalIndex', () => {
  test('finds a term in text and in headings', () => {
    expect(rowsFor(weights('养老'))).toEqual([0]);
    expect(rowsFor(weights('农村'))).toEqual([1]);
  });

  test('ranks rows with more of the terms, and rarer ones, higher', () => {
    expect(rowsFor(weights('新建', '学校'))).toEqual([2, 1]);
    expect(rowsFor(weights('公路', '农村'))[0]).toBe(1);
  });

  test('counts repetition, less each time', () => {
    const [often, once] = index.search(weights('公路'), everything, 9);
    expect(often?.row).toBe(3);
    expect((often?.score ?? 0) / (once?.score ?? 1)).toBeLessThan(3);
  });

  test('weighs each term of the question', () => {
    const asked = new Map([
      ['养老', 0.2],
      ['学校', 1],
    ]);
    expect(rowsFor(asked)).toEqual([2, 0]);
    expect(rowsFor(new Map([['养老', 0]]))).toEqual([]);
  });

  test('looks at given rows only', () => {
    expect(rowsFor(weights('新建', '公路'), [[2, 4]])).toEqual([3, 2]);
    const apart = rowsFor(weights('床位', '公路'), [
      [0, 1],
      [3, 4],
    ]);
    expect(new Set(apart)).toEqual(new Set([0, 3]));
    expect(rowsFor(weights('床位'), [])).toEqual([]);
  });

  test('gives equal rows in the order of the text', () => {
    const same = indexOf([
      ['', '甲 乙'],
      ['', '甲 乙'],
      ['', '甲 乙'],
    ]);
    expect(same.search(weights('甲'), [[0, 3]], 2).map(({ row }) => row)).toEqual([0, 1]);
  });

  test('finds nothing for unknown terms, no terms, no rows', () => {
    expect(rowsFor(weights('区块链'))).toEqual([]);
    expect(rowsFor(new Map())).toEqual([]);
    expect(indexOf([]).search(weights('养老'), [[0, 0]], 9)).toEqual([]);
  });

  test('agrees with the formula worked out by hand', () => {
    const two = indexOf([
      ['', '甲 乙'],
      ['', '乙'],
    ]);
    const [hit] = two.search(weights('甲'), [[0, 2]], 1);
    const count = 1 / (1 - 0.4 + (0.4 * 2) / 1.5);
    expect(hit?.score).toBeCloseTo((Math.log(1 + 1.5 / 1.5) * 2.2 * count) / (count + 1.2), 5);
  });
});

test('inverse frequency falls with frequency and stays above zero', () => {
  expect(inverseFrequency(1, 100)).toBeGreaterThan(inverseFrequency(50, 100));
  expect(inverseFrequency(100, 100)).toBeGreaterThan(0);
});

test('postings come back from bytes wherever these lie in memory', () => {
  const postings = {
    rows: Uint32Array.of(3, 70_000),
    inHeading: Uint8Array.of(0, 2),
    inBody: Uint8Array.of(255, 1),
  };
  const bytes = Buffer.concat([Buffer.from([0]), encodePostings(postings)]).subarray(1);
  const back = decodePostings(bytes);
  expect([...back.rows]).toEqual([3, 70_000]);
  expect([...back.inHeading]).toEqual([0, 2]);
  expect([...back.inBody]).toEqual([255, 1]);
});

test('postings hold at most 255 repetitions', () => {
  const builder = new PostingsBuilder();
  builder.add(
    [],
    Array.from({ length: 1000 }, () => '甲'),
  );
  const [entry] = builder.terms();
  expect(entry?.[1].inBody[0]).toBe(255);
  expect(builder.lengths.body[0]).toBe(1000);
});
