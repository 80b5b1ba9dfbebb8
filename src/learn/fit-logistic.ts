import { weightedSum } from './fit-ranking.ts';
import { minimise } from './minimise.ts';

export interface LogisticExample {
  /** Standardised features. */
  readonly row: Float64Array;
  readonly isRight: boolean;
  /** How much it counts; 1 where left out. */
  readonly weight?: number;
}

export interface LogisticModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Logistic regression; `l2` times the squared length of the weights (not of the bias) is added to the summed loss. */
export function fitLogistic(
  examples: readonly LogisticExample[],
  size: number,
  l2 = 1,
): LogisticModel {
  const found = minimise(
    (point, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let i = 0; i < size; i += 1) {
        const weight = point[i] ?? 0;
        gradient[i] = 2 * l2 * weight;
        loss += l2 * weight * weight;
      }
      for (const { row, isRight, weight = 1 } of examples) {
        const score = weightedSum(row, point) + (point[size] ?? 0);
        const pull = weight * (chanceOf(score) - (isRight ? 1 : 0));
        for (let i = 0; i < size; i += 1) gradient[i] = (gradient[i] ?? 0) + pull * (row[i] ?? 0);
        gradient[size] = (gradient[size] ?? 0) + pull;
        loss += weight * softplus(isRight ? -score : score);
      }
      return loss;
    },
    new Float64Array(size + 1),
  );
  return { weights: found.slice(0, size), bias: found[size] ?? 0 };
}

/** The chance a logistic score stands for, 0 to 1. */
export const chanceOf = (score: number): number =>
  score >= 0 ? 1 / (1 + Math.exp(-score)) : Math.exp(score) / (1 + Math.exp(score));

/** log(1 + e^x), for large x too. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
