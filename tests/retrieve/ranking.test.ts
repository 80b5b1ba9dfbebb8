import { describe, expect, test } from 'vitest';
import { parseRanking, scoreOf } from '../../src/retrieve/ranking.ts';
import { SENTENCE_FEATURES } from '../../src/retrieve/sentence-features.ts';
import weights from '../../src/retrieve/weights.json' with { type: 'json' };

describe('the weights of the ranking that ship', () => {
  test('are of just the features there are, and say how they were learnt', () => {
    expect(Object.keys(weights.features)).toEqual(SENTENCE_FEATURES.map(({ name }) => name));
    expect(Object.keys(weights.heldOut)).toContain('sentence@1');
    expect(Object.values(weights.sets).some((count) => count > 100)).toBe(true);
  });

  test('teach nothing from what only measures', () => {
    expect(weights.sets['held-out/plans-3.jsonl']).toBe(0);
  });

  test('put a sentence that fits before one that does not', () => {
    const ranking = parseRanking(weights);
    const of = (values: Readonly<Record<string, number>>): number =>
      scoreOf(
        SENTENCE_FEATURES.map(({ name }, at) => values[name] ?? ranking[at]?.mean ?? 0),
        ranking,
      );
    expect(of({ unit: 1 })).toBeGreaterThan(of({ unit: -1 }));
    expect(of({ pdt: 1, yin: 1 })).toBeGreaterThan(of({ pdt: -1, yin: 0 }));
  });
});

describe('weights are refused', () => {
  const [first = ''] = Object.keys(weights.features);
  const { [first]: _, ...fewer } = weights.features as Record<string, object>;
  test.each([
    ['of another format', { ...weights, format: 2 }, '格式'],
    ['that lack a feature', { ...weights, features: fewer }, '缺少特征'],
    [
      'of a feature nobody knows',
      { ...weights, features: { ...weights.features, moon: { mean: 0, deviation: 1, weight: 1 } } },
      '不认识的特征“moon”',
    ],
    ['that are no weights', 'weights', '格式'],
  ])('%s', (_name, json, why) => {
    expect(() => parseRanking(json)).toThrow(
      expect.objectContaining({
        code: 'WEIGHTS_UNUSABLE',
        message: expect.stringMatching(new RegExp(`${why}.*npm run train`, 'u')),
      }),
    );
  });
});
