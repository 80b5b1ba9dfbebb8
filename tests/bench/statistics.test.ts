import { expect, test } from 'vitest';
import { medianOf, spreadOf } from '../../bench/statistics.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => last - at);

test('of a hundred values the 95th in order is the p95, and the 99th the p99', () => {
  expect(spreadOf(upTo(100))).toEqual({ median: 50, p95: 95, p99: 99, max: 100 });
});

test('values are compared as numbers, not as texts', () => {
  expect(medianOf([10, 9, 100])).toBe(10);
});

test('one value is its own spread, and of none everything is 0', () => {
  expect(spreadOf([7])).toEqual({ median: 7, p95: 7, p99: 7, max: 7 });
  expect(spreadOf([])).toEqual({ median: 0, p95: 0, p99: 0, max: 0 });
});
