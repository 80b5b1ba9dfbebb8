import { expect, test } from 'vitest';
import { BestRows } from '../../src/indexing/best-rows.ts';

function best(limit: number, scores: readonly number[]): number[] {
  const rows = new BestRows(limit);
  scores.forEach((score, row) => {
    rows.add(row, score);
  });
  return rows.list().map(({ row }) => row);
}

test('keeps the best, best first', () => {
  expect(best(3, [0.1, 0.9, 0.5, 0.7, 0.2])).toEqual([1, 3, 2]);
});

test('puts the earlier of equal rows first and drops the later', () => {
  expect(best(2, [0.5, 0.5, 0.5])).toEqual([0, 1]);
  expect(best(2, [0.1, 0.5, 0.1, 0.5])).toEqual([1, 3]);
});

test('keeps fewer where there are fewer, and none on demand', () => {
  expect(best(5, [0.1])).toEqual([0]);
  expect(best(0, [0.1, 0.2])).toEqual([]);
});
