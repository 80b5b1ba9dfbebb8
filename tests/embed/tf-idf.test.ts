import { describe, expect, test } from 'vitest';
import { learnVocabulary, weigh } from '../../src/embed/tf-idf.ts';

const texts = [['养老', '服务', '养老'], ['养老', '教育'], ['服务', '道路'], ['养老']];

describe('learnVocabulary', () => {
  test('keeps terms of two texts or more, the most frequent first', () => {
    expect(learnVocabulary(texts).terms).toEqual(['养老', '服务']);
  });

  test('keeps no more terms than allowed, and single ones on demand', () => {
    expect(learnVocabulary(texts, { minTexts: 1, maxTerms: 3 }).terms).toHaveLength(3);
  });

  test('weighs rare terms higher', () => {
    const { idf } = learnVocabulary(texts);
    expect(idf[0]).toBeCloseTo(Math.log(5 / 4) + 1, 5);
    expect(idf[1]).toBeCloseTo(Math.log(5 / 3) + 1, 5);
  });
});

describe('weigh', () => {
  const vocabulary = learnVocabulary(texts);

  test('scales to length 1', () => {
    const weights = weigh(['养老', '养老', '服务', '未知'], vocabulary).map(({ value }) => value);
    expect(weights).toHaveLength(2);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 6);
  });

  test('damps repetition', () => {
    const [once] = weigh(['养老', '服务'], vocabulary);
    const [often] = weigh(['养老', '养老', '养老', '养老', '服务'], vocabulary);
    expect((often?.value ?? 0) / (once?.value ?? 1)).toBeLessThan(2);
    expect(often?.value).toBeGreaterThan(once?.value ?? 1);
  });

  test('has nothing for unknown terms', () => {
    expect(weigh(['未知'], vocabulary)).toEqual([]);
    expect(weigh([], vocabulary)).toEqual([]);
  });
});
