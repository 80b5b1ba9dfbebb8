import { chanceOf } from '../../learn/fit-logistic.ts';
import { type Forest, forestScore } from '../../learn/trees.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { featuresOf } from './judge-features.ts';

/** What is learnt from the question sets. */
export interface Judge {
  /** Which of the candidates of a question answers it, if any does. */
  readonly choice: Forest;
  /** How likely a candidate answers what was asked. */
  readonly forest: Forest;
  /** The least chance at which an answer is given unless the setting says otherwise. */
  readonly caution: number;
}

/** Candidates, the one to choose first, and the chance, 0 to 1, that the first answers what was asked. */
export interface Judgement {
  readonly ordered: readonly Candidate[];
  readonly chance: number;
}

/** Places of rows, first the one to choose. */
export function byChoice(rows: readonly Float64Array[], choice: Forest): number[] {
  const scores = rows.map((row) => forestScore(row, choice));
  return [...rows.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** How likely a candidate answers, 0 to 1. */
export const chanceIn = (row: Float64Array, forest: Forest): number =>
  chanceOf(forestScore(row, forest));

/** Weighs what the kinds propose. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { choice, forest }: Judge,
): Judgement {
  const rows = featuresOf(candidates, evidence);
  const order = byChoice(rows, choice);
  const [first] = order;
  const best = first === undefined ? undefined : rows[first];
  return {
    ordered: order.flatMap((at) => candidates[at] ?? []),
    chance: best ? chanceIn(best, forest) : 0,
  };
}
