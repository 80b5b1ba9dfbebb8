import { withQuestionSets } from './corpora.ts';
import { kindExamples } from './kind-examples.ts';
import { kindModelsByFold } from './kind-learning.ts';
import { learntElsewhere } from './learnt-elsewhere.ts';
import { type RankingExample, rankingExamples } from './ranking-examples.ts';
import { learnRanking, rankingFolds } from './ranking-learning.ts';
import { trainJudge } from './train-judge.ts';
import { trainKinds } from './train-kinds.ts';
import { trainRanking } from './train-ranking.ts';

/**
 * Learns all that is learnt, from the question sets: `npm run train`. First what kind of answer a question wants, then
 * what each feature of a sentence is worth, then which candidate answers. Writes three files of weights and prints
 * figures of documents that were left out.
 */
await withQuestionSets(async (sets) => {
  const asked = kindExamples(sets);
  const kindModels = kindModelsByFold(asked);
  const kindModel = trainKinds(asked, kindModels);

  const examples: RankingExample[] = [];
  for (const set of sets) examples.push(...(await rankingExamples(set)));
  const teaching = examples.filter(({ mayTeach }) => mayTeach);
  const folds = rankingFolds(teaching);
  const ranking = learnRanking(teaching);
  trainRanking(examples, folds, ranking);

  await trainJudge(sets, learntElsewhere(folds, { ranking, kindModel }, kindModels));
});
