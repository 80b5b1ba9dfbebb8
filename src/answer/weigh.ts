import { type Forest, forestShares } from '../learn/trees.ts';
import type { Query } from '../understand/query.ts';
import { type AnswerContext, evidenceOf } from './answer-question.ts';
import { byChoice, chanceIn, DECIDING_FEATURES, standingIn } from './judge/judge.ts';
import { featuresOf } from './judge/judge-features.ts';
import { loadJudge } from './judge/load-judge.ts';
import { propose } from './propose.ts';

/** What was proposed as an answer, and why it is likely or not. */
export interface WeighedCandidate {
  readonly way: string;
  readonly text: string;
  /** Chance, 0 to 1, that it answers. */
  readonly chance: number;
  /** What counted most for or against it first. */
  readonly features: readonly WeighedFeature[];
}

export interface WeighedFeature {
  readonly name: string;
  readonly value: number;
  /** In log odds. */
  readonly share: number;
}

/**
 * What is proposed for a question, the one to choose first.
 * @param limit candidates
 */
export async function weigh(
  query: Query,
  context: AnswerContext,
  limit: number,
): Promise<readonly WeighedCandidate[]> {
  const evidence = await evidenceOf(query, context);
  const candidates = await propose(evidence);
  const { choice, forest } = loadJudge();
  const rows = standingIn(featuresOf(candidates, evidence), choice);
  return byChoice(rows)
    .slice(0, limit)
    .flatMap((at) => {
      const [candidate, row] = [candidates[at], rows[at]];
      if (!candidate || !row) return [];
      return [
        {
          way: candidate.way,
          text: candidate.claims.map(({ text }) => text).join('\n'),
          chance: chanceIn(row, forest),
          features: weighedFeatures(row, forest),
        },
      ];
    });
}

function weighedFeatures(row: Float64Array, forest: Forest): WeighedFeature[] {
  const shares = forestShares(row, forest);
  return DECIDING_FEATURES.map(({ name }, at) => ({
    name,
    value: row[at] ?? 0,
    share: shares[at] ?? 0,
  })).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
