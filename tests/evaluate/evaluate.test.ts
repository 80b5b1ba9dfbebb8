import { describe, expect, test } from 'vitest';
import { type EvaluationInput, evaluate } from '../../src/evaluate/evaluate.ts';
import type { Answer } from '../../src/model.ts';
import { notFoundAnswer, rightAnswer, SEED, sampleGolden } from './sample-golden.ts';

const evaluated = (changes: Partial<EvaluationInput>) =>
  evaluate({
    goldens: [sampleGolden()],
    ask: async () => rightAnswer(),
    seeds: new Map([['east', SEED]]),
    documentIdOf: (name) => name.replace(/\.txt$/u, ''),
    ...changes,
  });

describe('an evaluation', () => {
  test('asks every question in turn and sums up', async () => {
    const answers: Answer[] = [rightAnswer(), notFoundAnswer()];
    const asked: string[] = [];
    const { figures, misses } = await evaluated({
      goldens: [sampleGolden({ id: 'q1' }), sampleGolden({ id: 'q2' })],
      ask: async (question) => {
        asked.push(question);
        return answers[asked.length - 1] ?? notFoundAnswer();
      },
    });
    expect(asked).toHaveLength(2);
    expect(figures.get('answer right')).toEqual({ share: 0.5, n: 2 });
    expect(figures.get('quotes verbatim in the seed')).toEqual({ share: 1, n: 1 });
    expect(figures.get('milliseconds per answer')).toMatchObject({ n: 2 });
    expect(misses.map(({ id }) => id)).toEqual(['q2']);
  });

  test('the last of several turns is the question', async () => {
    const asked: unknown[] = [];
    await evaluated({
      goldens: [sampleGolden({ question: undefined, turns: ['甲', '乙', '丙'] })],
      ask: async (question, turns) => {
        asked.push([question, turns]);
        return rightAnswer();
      },
    });
    expect(asked).toEqual([['丙', ['甲', '乙']]]);
  });

  test('abuse inputs are left to tests, and progress is told', async () => {
    const progress: [number, number][] = [];
    const { figures } = await evaluated({
      goldens: [sampleGolden(), sampleGolden({ expect: '不报错' })],
      onProgress: (done, total) => progress.push([done, total]),
    });
    expect(figures.get('answered at all')).toEqual({ share: 1, n: 1 });
    expect(progress).toEqual([[1, 1]]);
  });

  test('a golden set of nothing has no figures', async () => {
    const { figures, misses } = await evaluated({ goldens: [] });
    expect(figures.size).toBe(0);
    expect(misses).toEqual([]);
  });
});
