import type { PlanIndex } from '../indexing/plan-index.ts';
import type { Hit } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { type Understanding, understand } from '../understand/understand.ts';
import { fuse } from './fusion.ts';
import type { QuestionVectors } from './question-vectors.ts';
import { retrieve } from './retrieve.ts';

export interface BesideOptions {
  /** Of all other wordings together, the question's own being 1. */
  readonly weight: number;
  /** As in fusion: small, so that the first of each list come first. */
  readonly rankConstant: number;
  /** Whether a wording that names places or years is searched there: a follow-up may have been read wrongly. */
  readonly mayMove: boolean;
}

export const defaultBesideOptions: BesideOptions = {
  weight: 0.5,
  rankConstant: 6,
  mayMove: false,
};

/**
 * The hits of a question fused with those of other wordings of it. Unless they may move each wording is searched where
 * the question looks and nowhere else: places, years and the kind of figure asked for stay the question's own.
 * @param hits of the question itself
 */
export async function searchBeside(
  index: PlanIndex,
  query: Query,
  hits: readonly Hit[],
  wordings: readonly string[],
  known: Understanding,
  vectors: QuestionVectors,
  options = defaultBesideOptions,
): Promise<readonly Hit[]> {
  if (wordings.length === 0) return hits;
  const others = await Promise.all(
    wordings.map(
      async (wording) =>
        (await retrieve(index, asWorded(query, wording, known, options), vectors)).hits,
    ),
  );
  const weight = options.weight / Math.sqrt(wordings.length);
  const fused = fuse(
    [{ hits, weight: 1 }, ...others.map((list) => ({ hits: list, weight }))],
    options,
  );
  const byId = new Map([...others.flat(), ...hits].map((hit) => [hit.passage.id, hit]));
  return fused.flatMap(({ passage, score }) => {
    const hit = byId.get(passage.id);
    return hit ? [{ ...hit, score }] : [];
  });
}

function asWorded(
  query: Query,
  wording: string,
  known: Understanding,
  { mayMove }: BesideOptions,
): Query {
  const own = understand(wording, known);
  if (mayMove && own.scope.documentIds.length > 0) return own;
  const { content, phrases, head, concepts, terms } = own;
  return { ...query, content, phrases, head, concepts, terms, locations: [], quoted: [] };
}
