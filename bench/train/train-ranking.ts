import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ranking, type RankingJson, scoreOf } from '../../src/retrieve/ranking.ts';
import { reordered } from '../../src/retrieve/retrieve.ts';
import { SENTENCE_FEATURES } from '../../src/retrieve/sentence-features.ts';
import { type RankingExample, recallOf } from './ranking-examples.ts';
import type { RankingFold } from './ranking-learning.ts';

const WEIGHTS_FILE = join(import.meta.dirname, '../../src/retrieve/weights.json');

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

/**
 * Learns what each feature of a sentence is worth. Prints figures of questions on documents that were left out, and
 * of sets that never teach.
 */
export function trainRanking(
  examples: readonly RankingExample[],
  folds: readonly RankingFold[],
  ranking: Ranking,
): void {
  const judged = folds.flatMap((fold) =>
    fold.judged.map((example) => ({ example, figures: figuresOf(example, fold.ranking) })),
  );
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
      names.map((name) => [name, judged.filter(({ example }) => example.set === name).length]),
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
}
