import { describe, expect, test } from 'vitest';
import { Tally } from '../../src/evaluate/tally.ts';

describe('shares', () => {
  test('are the mean of what was added, over all and by group', () => {
    const tally = new Tally();
    tally.add('right', true, 'number');
    tally.add('right', false, 'number');
    tally.add('right', 0.5, 'list');
    expect(Object.fromEntries(tally.figures())).toEqual({
      right: { share: 0.5, n: 3 },
      'right · number': { share: 0.5, n: 2 },
      'right · list': { share: 0.5, n: 1 },
    });
  });

  test('are rounded to four places', () => {
    const tally = new Tally();
    for (const value of [1, 0, 0]) tally.add('right', value);
    expect(tally.figures().get('right')).toEqual({ share: 0.3333, n: 3 });
  });

  test('of nothing there are none', () => {
    expect(new Tally().figures().size).toBe(0);
  });
});

describe('percentiles', () => {
  const latencies = (...values: number[]) => {
    const tally = new Tally();
    for (const value of values) tally.latency(value);
    return tally.figures().get('milliseconds per answer');
  };

  test.each([
    [[7], { p50: 7, p95: 7, max: 7, n: 1 }],
    [[30, 10, 20], { p50: 20, p95: 30, max: 30, n: 3 }],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], { p50: 6, p95: 100, max: 100, n: 10 }],
    [[0, 0], { p50: 0, p95: 0, max: 0, n: 2 }],
    [[1.26, 1.26], { p50: 1.3, p95: 1.3, max: 1.3, n: 2 }],
  ])('%j → %j', (values, spread) => {
    expect(latencies(...values)).toEqual(spread);
  });

  test('of a hundred', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(latencies(...values)).toEqual({ p50: 51, p95: 96, max: 100, n: 100 });
  });

  test('figures come by name', () => {
    const tally = new Tally();
    tally.add('b', 1);
    tally.length(5);
    tally.add('a', 1);
    const names = [...tally.figures().keys()];
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    expect(names).toHaveLength(3);
  });
});
