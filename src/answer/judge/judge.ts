import { chanceOf } from '../../learn/fit-logistic.ts';
import { type Forest, forestScore } from '../../learn/trees.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { featuresOf } from './judge-features.ts';

/** What is learnt from the question sets: how likely a candidate answers what was asked. */
export interface Judge {
  readonly forest: Forest;
  /** The least chance at which an answer is given unless the setting says otherwise. */
  readonly caution: number;
}

/** Candidates, the likeliest first, and the chance, 0 to 1, that the first answers what was asked. */
export interface Judgement {
  readonly ordered: readonly Candidate[];
  readonly chance: number;
}

/** An item and the chance, 0 to 1, that it answers. */
export interface Rated<Item> {
  readonly item: Item;
  readonly chance: number;
}

/** Items by how likely each answers, the likeliest first. */
export const rate = <Item>(
  items: readonly { readonly item: Item; readonly row: Float64Array }[],
  forest: Forest,
): Rated<Item>[] =>
  items
    .map(({ item, row }) => ({ item, chance: chanceOf(forestScore(row, forest)) }))
    .sort((a, b) => b.chance - a.chance);

/** Weighs what the kinds propose. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { forest }: Judge,
): Judgement {
  const rows = featuresOf(candidates, evidence);
  const rated = rate(
    candidates.map((item, at) => ({ item, row: rows[at] ?? new Float64Array() })),
    forest,
  );
  return { ordered: rated.map(({ item }) => item), chance: rated[0]?.chance ?? 0 };
}
