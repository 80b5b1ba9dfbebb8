import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Query } from '../understand/query.ts';
import { askedOf } from './asked.ts';
import type { RankedSentence } from './ranked-sentence.ts';
import { loadRanking, sharesOf } from './ranking.ts';
import { retrieve } from './retrieve.ts';
import { SENTENCE_FEATURES } from './sentence-features.ts';

/** How a question was read, and why its sentences stand in their order. */
export interface Explanation {
  readonly understood: {
    readonly content: string;
    readonly documentIds: readonly string[];
    readonly time: Query['time'];
    readonly planned: Query['planned'];
    readonly span: Query['span'];
    readonly unit: string | null;
    readonly wants: readonly string[];
    readonly kinds: Query['kinds'];
    /** What it is about, rare words weighing more. */
    readonly words: readonly { readonly word: string; readonly weight: number }[];
  };
  /** Best first. */
  readonly sentences: readonly ExplainedSentence[];
}

export interface ExplainedSentence {
  readonly documentId: string;
  readonly headingPath: readonly string[];
  readonly text: string;
  readonly score: number;
  /** What counted most for or against it first; shares add up to the score. */
  readonly features: readonly ExplainedFeature[];
}

export interface ExplainedFeature {
  readonly name: string;
  readonly says: string;
  readonly value: number;
  /** In deviations from the mean, times its weight. */
  readonly share: number;
}

/** @param limit sentences */
export async function explain(index: PlanIndex, query: Query, limit: number): Promise<Explanation> {
  const { sentences } = await retrieve(index, query);
  const { content, scope, time, planned, span, unit, wants, kinds } = query;
  return {
    understood: {
      content,
      documentIds: scope.documentIds,
      time,
      planned,
      span,
      unit: unit?.name ?? null,
      wants: [...wants],
      kinds,
      words: askedOf(query, index).words.map(({ word, weight }) => ({ word, weight })),
    },
    sentences: sentences.slice(0, limit).map(explained),
  };
}

function explained({ passage, text, score, features }: RankedSentence): ExplainedSentence {
  const values = SENTENCE_FEATURES.map(({ name }) => features[name] ?? 0);
  const shares = sharesOf(values, loadRanking());
  return {
    documentId: passage.documentId,
    headingPath: passage.headingPath,
    text,
    score,
    features: SENTENCE_FEATURES.map(({ name, says }, at) => ({
      name,
      says,
      value: values[at] ?? 0,
      share: shares[at] ?? 0,
    })).sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
  };
}
