import { chanceOf, fitLogistic } from './fit-logistic.ts';

/** A score and whether what it was given to was right. */
export interface Judged {
  readonly score: number;
  readonly isRight: boolean;
  /** 1 where left out. */
  readonly weight?: number;
}

/** Platt's: chance = 1 / (1 + e^−(slope · score + offset)). */
export interface Platt {
  readonly slope: number;
  readonly offset: number;
}

/** Must be fitted on scores of questions that the scorer did not learn from. */
export function fitPlatt(judged: readonly Judged[]): Platt {
  const examples = judged.map(({ score, ...rest }) => ({ ...rest, row: Float64Array.of(score) }));
  const { weights, bias } = fitLogistic(examples, 1, 1e-3);
  return { slope: weights[0] ?? 0, offset: bias };
}

export const plattChance = (score: number, { slope, offset }: Platt): number =>
  chanceOf(slope * score + offset);

/** A step of a rising function: from this score on, this chance. */
export interface ChanceStep {
  readonly from: number;
  readonly chance: number;
}

/** Isotonic regression (pool adjacent violators): the rising steps nearest to what was judged. */
export function fitIsotonic(judged: readonly Judged[]): ChanceStep[] {
  const pools: { from: number; right: number; all: number }[] = [];
  for (const { score, isRight, weight = 1 } of judged.toSorted((a, b) => a.score - b.score)) {
    pools.push({ from: score, right: isRight ? weight : 0, all: weight });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; ) {
      if (before.right / before.all < last.right / last.all && before.from < last.from) break;
      before.right += last.right;
      before.all += last.all;
      pools.pop();
      last = before;
      before = pools.at(-2);
    }
  }
  return pools.map(({ from, right, all }) => ({ from, chance: right / all }));
}

/** Below the first step its chance; 0 where there is no step. */
export const isotonicChance = (score: number, steps: readonly ChanceStep[]): number =>
  (steps.findLast(({ from }) => from <= score) ?? steps[0])?.chance ?? 0;
