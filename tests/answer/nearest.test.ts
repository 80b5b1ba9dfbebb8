import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from './real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('where the documents do not answer', () => {
  test('what is nearest is quoted, little and word for word', async () => {
    const answer = await real.ask('淄川2023年的170家高企目标后来达到了没有');
    expect(answer.outcome).toBe('not-found');
    const { nearest = [] } = answer;
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(5);
    expect(nearest.map(({ quote }) => quote).join('\n').length).toBeLessThanOrEqual(600);
    for (const { quote, passageId } of nearest)
      expect(real.index.passage(passageId)?.quotable).toContain(quote);
  });

  test('nothing is quoted of a place without a document', async () => {
    const answer = await real.ask('张店区2025年常住人口城镇化率目标是多少？');
    expect(answer).toMatchObject({ outcome: 'not-found', citations: [] });
    expect(answer.nearest ?? []).toEqual([]);
  });
});

describe('what to ask next', () => {
  test('little, and not the question itself', async () => {
    const question = '淄川区2025年常住人口城镇化率的目标是多少？';
    const { suggestions = [] } = await real.ask(question);
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(suggestions).not.toContain(question);
  });

  test('another question has other suggestions', async () => {
    const one = await real.ask('淄川区2025年常住人口城镇化率的目标是多少？');
    const other = await real.ask('淄博市2025年推动有效投资主要抓什么');
    expect(one.suggestions).not.toEqual(other.suggestions);
  });
});
