import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../src/learn/fit-logistic.ts';
import { fitChoice, fitTrees } from '../../src/learn/fit-trees.ts';
import { forestScore, forestShares } from '../../src/learn/trees.ts';

const OPTIONS = {
  trees: 60,
  leaves: 4,
  rate: 0.2,
  leastExamples: 5,
  l2: 1,
  featureShare: 1,
  rowShare: 1,
  forests: 1,
};

/** Right where just one of the two is high: what no weighted sum can tell. */
const exclusive = Array.from({ length: 400 }, (_, at) => {
  const first = (at % 20) / 20;
  const second = Math.floor(at / 20) / 20;
  return { row: Float64Array.of(first, second, 0), isRight: first > 0.5 !== second > 0.5 };
});

describe('trees', () => {
  test('learn what depends on two features together', () => {
    const forest = fitTrees(exclusive, 3, OPTIONS);
    const wrong = exclusive.filter(
      ({ row, isRight }) => chanceOf(forestScore(row, forest)) > 0.5 !== isRight,
    );
    expect(wrong.length).toBeLessThan(exclusive.length * 0.05);
  });

  test('are the same when learnt again', () => {
    const drawn = { ...OPTIONS, featureShare: 0.5, rowShare: 0.5, forests: 2 };
    expect(fitTrees(exclusive, 3, drawn)).toEqual(fitTrees(exclusive, 3, drawn));
  });

  test('give the share that was right where nothing tells examples apart', () => {
    const alike = Array.from({ length: 100 }, (_, at) => ({
      row: Float64Array.of(1),
      isRight: at < 30,
    }));
    const forest = fitTrees(alike, 1, OPTIONS);
    expect(chanceOf(forestScore([1], forest))).toBeCloseTo(0.3, 1);
  });

  test('let an example count more', () => {
    const torn = [true, false].map((isRight) => ({
      row: Float64Array.of(0),
      isRight,
      weight: isRight ? 30 : 10,
    }));
    expect(chanceOf(forestScore([0], fitTrees(torn, 1, OPTIONS)))).toBeGreaterThan(0.7);
  });

  test('tell what each feature adds to a score and takes from it', () => {
    const forest = fitTrees(exclusive, 3, OPTIONS);
    const [high, low] = [Float64Array.of(0.9, 0.1, 0), Float64Array.of(0.9, 0.9, 0)];
    const sum = (row: Float64Array): number =>
      forestShares(row, forest).reduce((total, share) => total + share, 0);
    expect(forestShares(high, forest)[2]).toBe(0);
    expect(sum(high) - sum(low)).toBeCloseTo(forestScore(high, forest) - forestScore(low, forest));
  });
});

test('a choice is learnt where only what stands beside it tells which is right', () => {
  // Of each three the highest is right, however high all of them are.
  const choices = Array.from({ length: 60 }, (_, at) => {
    const values = [at % 7, (at % 7) + 1, (at % 7) + 2];
    return {
      rows: values.map((value, place) => Float64Array.of(value, place)),
      isRight: [false, false, true],
      weight: 1,
    };
  });
  const forest = fitChoice(choices, 2, { ...OPTIONS, leastExamples: 5 });
  const scores = [4, 5, 6].map((value, place) => forestScore([value, place], forest));
  expect(Math.max(...scores)).toBe(scores[2]);
  expect(
    fitChoice([{ rows: [Float64Array.of(1)], isRight: [false], weight: 1 }], 1, OPTIONS),
  ).toEqual(fitChoice([], 1, OPTIONS));
});
