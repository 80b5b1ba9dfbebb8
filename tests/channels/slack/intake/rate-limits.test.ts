import { expect, test } from 'vitest';
import { RateLimiter } from '../../../../src/channels/slack/intake/rate-limits.ts';

test('lets so many through, then says how long to wait, each name for itself', () => {
  let nowMs = 0;
  const limiter = new RateLimiter({ questions: 2, withinMs: 1_000 }, () => nowMs);
  expect(limiter.take('a')).toBe(0);
  nowMs = 400;
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(600);
  expect(limiter.take('b')).toBe(0);
  nowMs = 1_000;
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(400);
});

test('what is refused does not count', () => {
  let nowMs = 0;
  const limiter = new RateLimiter({ questions: 1, withinMs: 1_000 }, () => nowMs);
  limiter.take('a');
  nowMs = 900;
  expect(limiter.take('a')).toBe(100);
  nowMs = 1_001;
  expect(limiter.take('a')).toBe(0);
});
