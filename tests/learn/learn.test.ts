import { describe, expect, test } from 'vitest';
import { chanceOf, fitLogistic } from '../../src/learn/fit-logistic.ts';
import { fitRanking, weightedSum } from '../../src/learn/fit-ranking.ts';
import { foldsByGroup } from '../../src/learn/folds.ts';
import { minimise } from '../../src/learn/minimise.ts';
import { calibrationError, rankingQuality, reliabilityTable } from '../../src/learn/reliability.ts';
import { spreadsOf, standardise } from '../../src/learn/standardise.ts';

/** Numbers from 0 to 1 that are the same in each run. */
function* noise(seed = 1): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

test('the least of a curved valley is found', () => {
  const [x, y] = minimise(
    (point, gradient) => {
      const [a = 0, b = 0] = point;
      gradient[0] = -2 * (1 - a) - 400 * a * (b - a * a);
      gradient[1] = 200 * (b - a * a);
      return (1 - a) ** 2 + 100 * (b - a * a) ** 2;
    },
    new Float64Array([-1.2, 1]),
  );
  expect(x).toBeCloseTo(1, 3);
  expect(y).toBeCloseTo(1, 3);
});

describe('learning to rank', () => {
  const random = noise();
  const next = (): number => random.next().value;
  const groups = Array.from({ length: 80 }, () => {
    const rows = Array.from({ length: 12 }, () => Float64Array.of(next(), next(), next()));
    const worth = rows.map(([a = 0, b = 0]) => 2 * a - b);
    const best = Math.max(...worth);
    return { rows, right: worth.map((one) => one === best) };
  });
  const weights = fitRanking(groups, 3, 0.1);

  test('finds what tells right from wrong, and what tells nothing', () => {
    const [a = 0, b = 0, c = 0] = weights;
    expect(a / b).toBeCloseTo(-2, 0);
    expect(Math.abs(c)).toBeLessThan(Math.abs(b) / 5);
  });

  test('brings right candidates to the front', () => {
    const first = groups.filter(({ rows, right }) => {
      const scores = rows.map((row) => weightedSum(row, weights));
      return right[scores.indexOf(Math.max(...scores))];
    });
    expect(first.length).toBeGreaterThan(75);
  });

  test('learns nothing where nothing is right, and breaks nothing', () => {
    const none = groups.map(({ rows }) => ({ rows, right: rows.map(() => false) }));
    expect([...fitRanking(none, 3)]).toEqual([0, 0, 0]);
  });
});

describe('chances', () => {
  const random = noise(7);
  const judged = Array.from({ length: 4_000 }, () => {
    const score = 6 * random.next().value - 3;
    return { score, isRight: random.next().value < chanceOf(1.5 * score - 0.5) };
  });

  test('are learnt from examples', () => {
    const examples = judged.map(({ score, isRight }) => ({ row: Float64Array.of(score), isRight }));
    const model = fitLogistic(examples, 1, 0.01);
    expect(model.weights[0]).toBeCloseTo(1.5, 0);
    expect(model.bias).toBeCloseTo(-0.5, 0);
  });

  test('mean what they say where each is the share that comes true', () => {
    const forecasts = judged.map(({ score, isRight }) => ({
      chance: chanceOf(1.5 * score - 0.5),
      isRight,
    }));
    expect(calibrationError(forecasts)).toBeLessThan(0.03);
    const counts = reliabilityTable(forecasts).map(({ count }) => count);
    expect(counts.reduce((a, b) => a + b)).toBe(4_000);
  });

  test('that say the contrary are found out', () => {
    const forecasts = judged.map(({ isRight }) => ({ chance: isRight ? 0 : 1, isRight }));
    expect(calibrationError(forecasts)).toBe(1);
  });

  test('order is measured apart from calibration', () => {
    expect(rankingQuality(judged)).toBeGreaterThan(0.85);
    expect(rankingQuality([{ score: 1, isRight: true }])).toBe(0.5);
  });
});

test('a value is read in deviations from the mean, an odd one no further than three', () => {
  const [spread = { mean: 0, deviation: 1 }, same] = spreadsOf(
    [0, 2, 4].map((x) => Float64Array.of(x, 5)),
  );
  expect(standardise(2, spread)).toBe(0);
  expect(standardise(1_000, spread)).toBe(3);
  expect(same).toEqual({ mean: 5, deviation: 1 });
});

test('nothing is judged by what was learnt from its own document', () => {
  const items = ['a1', 'a2', 'a3', 'b1', 'c1', 'c2', 'd1'];
  const folds = foldsByGroup(items, (item) => item.charAt(0), 3);
  expect(folds.flatMap(({ judged }) => judged).sort()).toEqual(items);
  for (const { taught, judged } of folds) {
    const seen = new Set(taught.map((item) => item.charAt(0)));
    expect(judged.some((item) => seen.has(item.charAt(0)))).toBe(false);
  }
});
