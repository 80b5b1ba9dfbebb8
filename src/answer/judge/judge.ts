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

/** An item and the chance, 0 to 1, that it answers. */
export interface Rated<Item> {
  readonly item: Item;
  readonly chance: number;
}

/** Items with how likely each answers, first the one to choose. */
export const rate = <Item>(
  items: readonly { readonly item: Item; readonly row: Float64Array }[],
  { choice, forest }: Pick<Judge, 'choice' | 'forest'>,
): Rated<Item>[] =>
  items
    .map(({ item, row }) => ({
      item,
      chance: chanceOf(forestScore(row, forest)),
      score: forestScore(row, choice),
    }))
    .sort((a, b) => b.score - a.score);

/** Weighs what the kinds propose. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  learnt: Judge,
): Judgement {
  const rows = featuresOf(candidates, evidence);
  const rated = rate(
    candidates.map((item, at) => ({ item, row: rows[at] ?? new Float64Array() })),
    learnt,
  );
  return { ordered: rated.map(({ item }) => item), chance: rated[0]?.chance ?? 0 };
}
