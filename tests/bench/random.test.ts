import { expect, test } from 'vitest';
import { createRandom, sampleEvenly, shuffle } from '../../bench/random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test('a sample steps evenly through all items', () => {
  expect(sampleEvenly([...'abcdefghij'], 5).join('')).toBe('acegi');
  expect(sampleEvenly([...'abc'], 2)).toHaveLength(2);
});

test('a sample is never larger than there are items, and may be none', () => {
  expect(sampleEvenly([...'abc'], 100)).toEqual([...'abc']);
  expect(sampleEvenly([...'abc'], 0)).toEqual([]);
  expect(sampleEvenly([], 3)).toEqual([]);
});

test('shuffling keeps every item and always gives the same order', () => {
  const items = [...'abcdefghij'];
  expect(new Set(shuffle(items, 1))).toEqual(new Set(items));
  expect(shuffle(items, 1)).toHaveLength(items.length);
  expect(shuffle(items, 1)).toEqual(shuffle(items, 1));
  expect(shuffle(items, 1)).not.toEqual(items);
});
