import { fitRanking } from '../../src/learn/fit-ranking.ts';
import { foldsByGroup } from '../../src/learn/folds.ts';
import { spreadsOf, standardiseRow } from '../../src/learn/standardise.ts';
import type { Ranking } from '../../src/retrieve/ranking.ts';
import { SENTENCE_FEATURES } from '../../src/retrieve/sentence-features.ts';
import type { RankingExample } from './ranking-examples.ts';

const FOLDS = 6;
const L2 = 2.5;
/** Texts of many kinds teach more than many questions on a few. */
const SET_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/plans/u, 3],
  [/policies/u, 2],
  [/training/u, 0.4],
];
const weightOf = ({ set }: RankingExample): number =>
  SET_WEIGHTS.find(([names]) => names.test(set))?.[1] ?? 1;

export function learnRanking(examples: readonly RankingExample[]): Ranking {
  const spreads = spreadsOf(examples.flatMap(({ sentences }) => sentences.map(({ row }) => row)));
  const groups = examples.map((example) => ({
    rows: example.sentences.map(({ row }) => standardiseRow(row, spreads)),
    right: example.sentences.map(({ isRight }) => isRight),
    weight: weightOf(example),
  }));
  const weights = fitRanking(groups, SENTENCE_FEATURES.length, L2);
  return spreads.map((spread, at) => ({ ...spread, weight: weights[at] ?? 0 }));
}

export interface RankingFold {
  readonly judged: readonly RankingExample[];
  /** Learnt from the questions on other documents. */
  readonly ranking: Ranking;
}

export const rankingFolds = (examples: readonly RankingExample[]): readonly RankingFold[] =>
  foldsByGroup(examples, ({ document }) => document, FOLDS).map(({ taught, judged }) => ({
    judged,
    ranking: learnRanking(taught),
  }));
