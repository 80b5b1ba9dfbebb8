import { describe, expect, test } from 'vitest';
import type { Hit, Passage } from '../../src/model.ts';
import { fuse } from '../../src/retrieve/fusion.ts';
import { samplePassage } from './sample-query.ts';

const passageOf = (id: string): Passage => samplePassage({ id, text: '加强组织领导。' });
/** Scores of different retrievers compare with nothing, so any will do. */
const ranked = (...ids: string[]): Hit[] =>
  ids.map((id, at) => ({ passage: passageOf(id), score: 1000 - at }));
const idsOf = (hits: readonly Hit[]): string[] => hits.map(({ passage }) => passage.id);

describe('reciprocal rank fusion', () => {
  test('what both lists find comes before what one finds', () => {
    const fused = fuse([
      { hits: ranked('a', 'b', 'c'), weight: 1 },
      { hits: ranked('c', 'd'), weight: 1 },
    ]);
    expect(idsOf(fused)[0]).toBe('c');
    expect(idsOf(fused)).toHaveLength(4);
  });

  test('a score is the sum of weight / (k + rank)', () => {
    const [first] = fuse(
      [
        { hits: ranked('a'), weight: 1 },
        { hits: ranked('b', 'a'), weight: 0.5 },
      ],
      { rankConstant: 9 },
    );
    expect(first?.passage.id).toBe('a');
    expect(first?.score).toBeCloseTo(1 / 10 + 0.5 / 11, 12);
  });

  test('identical texts of different ids stay two', () => {
    const fused = fuse([
      { hits: ranked('a'), weight: 1 },
      { hits: ranked('b'), weight: 1 },
    ]);
    expect(idsOf(fused)).toEqual(['a', 'b']);
    expect(fused[0]?.passage.text).toBe(fused[1]?.passage.text);
  });

  test.each([
    [['b'], ['a'], ['a', 'b']],
    [['a'], ['b'], ['a', 'b']],
    [
      ['c', 'a'],
      ['a', 'c'],
      ['a', 'c'],
    ],
  ])('%j and %j tie, and are ordered by id: %j', (one, other, expected) => {
    const fused = fuse([
      { hits: ranked(...one), weight: 1 },
      { hits: ranked(...other), weight: 1 },
    ]);
    expect(idsOf(fused)).toEqual(expected);
  });

  test('weight 0 leaves a list out', () => {
    const fused = fuse([
      { hits: ranked('a', 'b'), weight: 0 },
      { hits: ranked('b'), weight: 0.4 },
    ]);
    expect(idsOf(fused)).toEqual(['b']);
  });

  test('an empty list changes nothing', () => {
    const alone = fuse([{ hits: ranked('b', 'a'), weight: 1 }]);
    const beside = fuse([
      { hits: [], weight: 1 },
      { hits: ranked('b', 'a'), weight: 1 },
    ]);
    expect(idsOf(beside)).toEqual(['b', 'a']);
    expect(beside.map(({ score }) => score)).toEqual(alone.map(({ score }) => score));
  });

  test('nothing found is nothing', () => {
    expect(fuse([])).toEqual([]);
    expect(fuse([{ hits: [], weight: 1 }])).toEqual([]);
  });

  test('a list of lower weight decides only where the others do not', () => {
    const fused = fuse([
      { hits: ranked('a', 'b'), weight: 1 },
      { hits: ranked('b', 'a'), weight: 0.4 },
    ]);
    expect(idsOf(fused)).toEqual(['a', 'b']);
  });
});
