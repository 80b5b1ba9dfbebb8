import type { Learnt } from '../../src/answer/learnt.ts';
import type { Golden } from '../../src/evaluate/golden.ts';
import type { Ranking } from '../../src/retrieve/ranking.ts';
import type { KindModel } from '../../src/understand/kind-model.ts';
import type { QuestionSet } from './corpora.ts';
import { groupOf } from './kind-examples.ts';
import { foldOf } from './kind-learning.ts';
import type { RankingFold } from './ranking-learning.ts';

/** Gives what is proposed first: what it would be taught must be measured before. */
const NOTHING = { bias: 0, trees: [] };
const UNTAUGHT: Learnt['judge'] = { choice: NOTHING, forest: NOTHING, caution: 0 };

/** What was learnt of all questions but those that would tell of this one. */
export type LearntElsewhere = (golden: Golden, set: QuestionSet) => Learnt;

/**
 * The judge must see questions as it will see those on new documents: ranked and sorted by what did not learn from
 * them.
 * @param whole what learnt from all questions, for documents that it learnt nothing from
 */
export function learntElsewhere(
  folds: readonly RankingFold[],
  whole: Omit<Learnt, 'judge'>,
  kindModels: readonly KindModel[],
): LearntElsewhere {
  const rankings = new Map(
    folds.flatMap(({ judged, ranking }) =>
      judged.map(({ document }): [string, Ranking] => [document, ranking]),
    ),
  );
  return (golden, { name, documentIdOf }) => {
    const [document = ''] = golden.docs.map(documentIdOf);
    return {
      ranking: rankings.get(document) ?? whole.ranking,
      kindModel: kindModels[foldOf(groupOf(name, golden))] ?? whole.kindModel,
      judge: UNTAUGHT,
    };
  };
}
