import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitRanking } from '../../src/learn/fit-ranking.ts';
import { foldsByGroup } from '../../src/learn/folds.ts';
import { spreadsOf, standardiseRow } from '../../src/learn/standardise.ts';
import { type Ranking, type RankingJson, scoreOf } from '../../src/retrieve/ranking.ts';
import { reordered } from '../../src/retrieve/retrieve.ts';
import { SENTENCE_FEATURES } from '../../src/retrieve/sentence-features.ts';
import { withQuestionSets } from './corpora.ts';
import { type RankingExample, rankingExamples, recallOf } from './ranking-examples.ts';

/**
 * Learns what each feature of a sentence is worth: `npm run train:ranking`. Prints figures of questions on documents
 * that were left out, and of sets that never teach.
 */
const WEIGHTS_FILE = join(import.meta.dirname, '../../src/retrieve/weights.json');
const FOLDS = 10;
const L2 = 2.5;
/** Texts of many kinds teach more than many questions on a few. */
const SET_WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/plans/u, 3],
  [/policies/u, 2],
  [/training/u, 0.4],
];
const weightOf = ({ set }: RankingExample): number =>
  SET_WEIGHTS.find(([names]) => names.test(set))?.[1] ?? 1;

function learn(examples: readonly RankingExample[]): Ranking {
  const spreads = spreadsOf(examples.flatMap(({ sentences }) => sentences.map(({ row }) => row)));
  const groups = examples.map((example) => ({
    rows: example.sentences.map(({ row }) => standardiseRow(row, spreads)),
    right: example.sentences.map(({ isRight }) => isRight),
    weight: weightOf(example),
  }));
  const weights = fitRanking(groups, SENTENCE_FEATURES.length, L2);
  return spreads.map((spread, at) => ({ ...spread, weight: weights[at] ?? 0 }));
}

type Figures = Record<string, number>;

function figuresOf(example: RankingExample, ranking: Ranking): Figures {
  const ranked = example.sentences
    .map(({ sentence, row, isRight }) => ({
      ...sentence,
      isRight,
      score: scoreOf(row, ranking),
      features: {},
    }))
    .sort((a, b) => b.score - a.score);
  const rank = ranked.findIndex(({ isRight }) => isRight);
  const isWithin = (count: number): number => (rank >= 0 && rank < count ? 1 : 0);
  const hits = reordered(example.passages, ranked);
  return {
    'sentence@1': isWithin(1),
    'sentence@3': isWithin(3),
    'sentence@5': isWithin(5),
    'passage@1': recallOf(example, hits, 1),
    'passage@5': recallOf(example, hits, 5),
    'passage@5 unread': recallOf(example, example.passages, 5),
    'passage@20': recallOf(example, hits, 20),
  };
}

function meanOf(figures: readonly Figures[]): Figures {
  const names = Object.keys(figures[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      Number((figures.reduce((sum, one) => sum + (one[name] ?? 0), 0) / figures.length).toFixed(3)),
    ]),
  );
}

await withQuestionSets(async (sets) => {
  const examples: RankingExample[] = [];
  for (const set of sets) examples.push(...(await rankingExamples(set)));
  const teaching = examples.filter(({ mayTeach }) => mayTeach);
  const judged = foldsByGroup(teaching, ({ document }) => document, FOLDS).flatMap((fold) => {
    const ranking = learn(fold.taught);
    return fold.judged.map((example) => ({ example, figures: figuresOf(example, ranking) }));
  });
  const ranking = learn(teaching);
  const measured = examples
    .filter(({ mayTeach }) => !mayTeach)
    .map((example) => ({ example, figures: figuresOf(example, ranking) }));
  const all = [...judged, ...measured];
  const names = [...new Set(all.map(({ example }) => example.set))];
  console.table(
    Object.fromEntries(
      names.map((name) => {
        const figures = all.filter(({ example }) => example.set === name);
        return [name, { n: figures.length, ...meanOf(figures.map((one) => one.figures)) }];
      }),
    ),
  );
  const json: RankingJson = {
    format: 1,
    made: new Date().toISOString().slice(0, 10),
    sets: Object.fromEntries(
      names.map((name) => [name, teaching.filter(({ set }) => set === name).length]),
    ),
    heldOut: meanOf(judged.map(({ figures }) => figures)),
    features: Object.fromEntries(
      SENTENCE_FEATURES.map(({ name }, at) => {
        const { mean = 0, deviation = 1, weight = 0 } = ranking[at] ?? {};
        const rounded = (value: number): number => Number(value.toPrecision(4));
        return [
          name,
          { mean: rounded(mean), deviation: rounded(deviation), weight: rounded(weight) },
        ];
      }),
    ),
  };
  console.table(json.features);
  console.log('held out', json.heldOut);
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(json, null, 2)}\n`);
});
