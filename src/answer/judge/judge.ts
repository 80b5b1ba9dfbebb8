import { chanceOf, type LogisticModel, logisticScore } from '../../learn/fit-logistic.ts';
import { weightedSum } from '../../learn/fit-ranking.ts';
import { type Spread, standardiseRow } from '../../learn/standardise.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { consider } from './considered.ts';
import { featuresOf, JUDGE_FEATURES } from './judge-features.ts';

/** What is learnt from the question sets: which candidate is the likeliest, and whether that one answers. */
export interface Judge {
  readonly choice: {
    readonly weights: Float64Array;
    readonly spreads: readonly Spread[];
  };
  readonly decision: LogisticModel & { readonly spreads: readonly Spread[] };
  /** The least chance at which an answer is given unless the setting says otherwise. */
  readonly caution: number;
}

/** Candidates, the likeliest first, and the chance, 0 to 1, that the first answers what was asked. */
export interface Judgement {
  readonly ordered: readonly Candidate[];
  readonly chance: number;
}

/** A candidate as its features, and how likely it is among those of its question. */
export interface Rated<Item> {
  readonly item: Item;
  readonly row: Float64Array;
  readonly score: number;
}

/** What the ways cross with wanted kinds only tells between candidates. */
const DECIDING = JUDGE_FEATURES.flatMap(({ name }, at) => (name.includes('×') ? [] : [at]));

/** Names of what decides: the features of the likeliest candidate, and how it stands to the others. */
export const DECISION_NAMES: readonly string[] = [
  ...DECIDING.map((at) => JUDGE_FEATURES[at]?.name ?? ''),
  'choice:score',
  'choice:share',
  'choice:gap',
];

/** Of candidates as rated, the likeliest first; empty where there is none. */
export function decisionRow(rated: readonly Rated<unknown>[]): Float64Array {
  const [first, second] = rated;
  if (!first) return new Float64Array(DECISION_NAMES.length);
  const all = rated.reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
  return Float64Array.from([
    ...DECIDING.map((at) => first.row[at] ?? 0),
    first.score,
    -Math.log(all),
    second ? first.score - second.score : MOST_GAP,
  ]);
}

const MOST_GAP = 3;

/** Items by how likely each is to answer among the others, the likeliest first. */
export function rate<Item>(
  items: readonly { readonly item: Item; readonly row: Float64Array }[],
  { weights, spreads }: Judge['choice'],
): Rated<Item>[] {
  return items
    .map(({ item, row }) => ({
      item,
      row,
      score: weightedSum(standardiseRow(row, spreads), weights),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Weighs what the kinds propose. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { choice, decision }: Judge,
): Judgement {
  const rated = rate(
    candidates.map((item) => ({ item, row: featuresOf(consider(item, evidence)) })),
    choice,
  );
  const row = standardiseRow(decisionRow(rated), decision.spreads);
  return {
    ordered: rated.map(({ item }) => item),
    chance: rated.length > 0 ? chanceOf(logisticScore(row, decision)) : 0,
  };
}
