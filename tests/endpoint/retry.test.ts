import { describe, expect, test } from 'vitest';
import { EndpointError } from '../../src/endpoint/endpoint-error.ts';
import { pauseMs } from '../../src/endpoint/retry.ts';

const OPTIONS = { retries: 3, baseMs: 100, maxMs: 250 };
const busy = (retryAfterMs?: number): EndpointError =>
  new EndpointError('rate-limited', retryAfterMs === undefined ? {} : { retryAfterMs });

describe('the pause before the next try', () => {
  test('grows with every failure up to its limit', () => {
    expect([1, 2, 3].map((failed) => pauseMs(busy(), failed, OPTIONS, 1))).toEqual([100, 200, 250]);
  });

  test('is anything up to that, by chance', () => {
    expect([0, 0.25, 1].map((random) => pauseMs(busy(), 1, OPTIONS, random))).toEqual([0, 25, 100]);
  });

  test('is never shorter than the endpoint asked for', () => {
    expect(pauseMs(busy(7_000), 1, OPTIONS, 0)).toBe(7_000);
    expect(pauseMs(busy(7_000), 1, OPTIONS, 0.5)).toBe(7_050);
  });

  test('ends with the last try', () => {
    expect(pauseMs(busy(), 4, OPTIONS, 1)).toBeUndefined();
  });

  test.each([
    'unauthorised',
    'forbidden',
    'no-such-model',
    'refused',
    'malformed',
    'too-long',
    'budget-spent',
    'circuit-open',
  ] as const)('is not worth it after %s', (kind) => {
    expect(pauseMs(new EndpointError(kind), 1, OPTIONS, 1)).toBeUndefined();
  });
});
