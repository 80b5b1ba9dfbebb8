import { minimise } from './minimise.ts';

/** The candidates of one question. */
export interface RankingGroup {
  /** Standardised features, a row a candidate. */
  readonly rows: readonly Float64Array[];
  /** Which of them are right; a group without a right one teaches nothing. */
  readonly right: readonly boolean[];
  /** How much the question counts; 1 where left out. */
  readonly weight?: number;
}

/**
 * Weights that bring right candidates to the front, by the least of −log(Σ e^score of the right / Σ e^score of all),
 * summed over questions, plus `l2` times the squared length of the weights.
 */
export function fitRanking(groups: readonly RankingGroup[], size: number, l2 = 2.5): Float64Array {
  const useful = groups.filter(({ right }) => right.includes(true));
  return minimise((weights, gradient) => {
    let loss = 0;
    for (let i = 0; i < size; i += 1) {
      const weight = weights[i] ?? 0;
      gradient[i] = 2 * l2 * weight;
      loss += l2 * weight * weight;
    }
    for (const group of useful) loss += addLoss(group, weights, gradient);
    return loss;
  }, new Float64Array(size));
}

function addLoss(
  { rows, right, weight = 1 }: RankingGroup,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const scores = rows.map((row) => weightedSum(row, weights));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const proving = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
  for (const [at, row] of rows.entries()) {
    const share = shares[at] ?? 0;
    const pull = weight * (share / all - (right[at] ? share / Math.max(proving, 1e-300) : 0));
    for (let i = 0; i < row.length; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + pull * (row[i] ?? 0);
    }
  }
  return -weight * Math.log(Math.max(proving, 1e-300) / all);
}

export function weightedSum(row: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.length; i += 1) sum += (row[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
