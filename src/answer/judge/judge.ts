import { chanceOf } from '../../learn/fit-logistic.ts';
import { type Forest, forestScore } from '../../learn/trees.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { featuresOf, JUDGE_FEATURES } from './judge-features.ts';
import { STANDING, standings } from './standing.ts';

/** What is learnt from the question sets. */
export interface Judge {
  /** Which of the candidates of a question answers it, if any does. */
  readonly choice: Forest;
  /** How likely a candidate answers what was asked, seen as it stands in the choice. */
  readonly forest: Forest;
  /** The least chance at which an answer is given unless the setting says otherwise. */
  readonly caution: number;
}

/** Candidates, the one to choose first, and the chance, 0 to 1, that the first answers what was asked. */
export interface Judgement {
  readonly ordered: readonly Candidate[];
  readonly chance: number;
}

/** What a chance is told from, in the order of its weights. */
export const DECIDING_FEATURES = [...JUDGE_FEATURES, ...STANDING];

/** The features of each candidate with how it stands in the choice. */
export function standingIn(rows: readonly Float64Array[], choice: Forest): Float64Array[] {
  const own = standings(rows.map((row) => forestScore(row, choice)));
  return rows.map((row, at) => Float64Array.from([...row, ...(own[at] ?? [])]));
}

const PLACE = DECIDING_FEATURES.findIndex(({ name }) => name === 'choice:place');

/** Places of rows that stand in a choice, first the one to choose. */
export const byChoice = (standing: readonly Float64Array[]): number[] =>
  [...standing.keys()].sort((a, b) => (standing[a]?.[PLACE] ?? 0) - (standing[b]?.[PLACE] ?? 0));

/** How likely a candidate answers, 0 to 1. */
export const chanceIn = (standing: Float64Array, forest: Forest): number =>
  chanceOf(forestScore(standing, forest));

/** Weighs what the kinds propose. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { choice, forest }: Judge,
): Judgement {
  const rows = standingIn(featuresOf(candidates, evidence), choice);
  const order = byChoice(rows);
  const [first] = order;
  const best = first === undefined ? undefined : rows[first];
  return {
    ordered: order.flatMap((at) => candidates[at] ?? []),
    chance: best ? chanceIn(best, forest) : 0,
  };
}
