import { readdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { understandingOf } from '../../src/answer/answer-question.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { kindFeatures } from '../../src/understand/kind-features.ts';
import {
  KIND_WEIGHTS_FORMAT,
  type KindWeights,
  LEARNT_KINDS,
  WEIGHT_UNIT,
} from '../../src/understand/kind-model.ts';
import { loadSynonyms } from '../../src/understand/load-synonyms.ts';
import type { Query } from '../../src/understand/query.ts';
import { smallTalkIn } from '../../src/understand/small-talk-in.ts';
import { type Understanding, understand } from '../../src/understand/understand.ts';
import { PROJECT_DIR } from '../project.ts';
import { fitSparse, type SparseExample, type SparseModel } from './fit-sparse.ts';
import { type KindExample, kindExamples } from './kind-examples.ts';

/** Where the documents of a question set lie. */
const CORPORA: readonly (readonly [sets: RegExp, folder: string])[] = [
  [/^plans-/u, 'tests/corpora/plans'],
  [/^policies-/u, 'tests/corpora/policies'],
  [/./u, 'seeds'],
];
/** What is held out lies elsewhere. */
const SET_FOLDERS = ['tests/golden', 'tests/golden/training'];
const OUTPUT = join(PROJECT_DIR, 'src/understand/kind-weights.json');
const FOLDS = 5;
/** A question taken for small talk is worse than small talk taken for a question. */
const QUESTION_WEIGHT = 2;

interface Example extends SparseExample {
  readonly group: string;
  readonly query: Query;
}

async function understandingIn(folder: string, indexDir: string): Promise<Understanding> {
  const seedsDir = join(indexDir, 'seeds');
  await cp(join(PROJECT_DIR, folder), seedsDir, { recursive: true });
  // A process holds one dictionary, so that all corpora are cut by that of the seeds.
  await cp(join(PROJECT_DIR, 'seeds/words.txt'), join(seedsDir, 'words.txt'));
  await buildIndex({ seedsDir, indexDir: join(indexDir, 'index') });
  const index = await openIndex({ seedsDir, indexDir: join(indexDir, 'index') });
  const synonyms = loadSynonyms(seedsDir);
  return understandingOf({
    index,
    synonyms,
    publicUrl: '',
    nowMs: () => 0,
    now: () => new Date('2026-11-01T00:00:00Z'),
  });
}

/** Small talk is the same beside whatever documents. */
const isBeside = (example: KindExample, sets: RegExp): boolean =>
  example.kind === 'guide' || sets === CORPORA.find(([ofSets]) => ofSets.test(example.set))?.[0];

function featuresOf(example: KindExample, known: Understanding): Example {
  const query = understand(example.question, known);
  const { group, kind } = example;
  return {
    group,
    query,
    features: kindFeatures(query),
    labels: LEARNT_KINDS.map((one) =>
      one === 'guide' ? kind === 'guide' : kind === null || kind === 'guide' ? null : one === kind,
    ),
    weights: LEARNT_KINDS.map((one) => (one === 'guide' && kind !== 'guide' ? QUESTION_WEIGHT : 1)),
  };
}

const chanceOf = (model: SparseModel, { features }: Example, label: number): number => {
  let score = model.bias[label] ?? 0;
  for (const [name, value] of features) score += value * (model.weights.get(name)?.[label] ?? 0);
  return 1 / (1 + Math.exp(-score));
};

const foldOf = (group: string): number =>
  [...group].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 99_991, 7) % FOLDS;

interface Judged {
  readonly chance: number;
  readonly isRight: boolean;
  readonly query: Query;
}

function crossValidate(examples: readonly Example[]): Judged[][] {
  const judged: Judged[][] = LEARNT_KINDS.map(() => []);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const taught = examples.filter(({ group }) => foldOf(group) !== fold);
    const model = fitSparse(taught, LEARNT_KINDS.length);
    for (const example of examples.filter(({ group }) => foldOf(group) === fold))
      for (const [label, isRight] of example.labels.entries())
        if (isRight !== null)
          judged[label]?.push({
            chance: chanceOf(model, example, label),
            isRight,
            query: example.query,
          });
  }
  return judged;
}

const share = (part: number, all: number): number =>
  Math.round((1000 * part) / Math.max(1, all)) / 1000;

function figuresAt(judged: readonly Judged[], line: number) {
  const chosen = judged.filter(({ chance }) => chance >= line);
  const right = judged.filter(({ isRight }) => isRight);
  const hits = chosen.filter(({ isRight }) => isRight).length;
  return {
    precision: share(hits, chosen.length),
    recall: share(hits, right.length),
    lost: share(chosen.length - hits, judged.length - right.length),
  };
}

/** What the tables and the model together take for small talk, by a model that did not learn from it. */
function reportSmallTalk(judged: readonly Judged[]): void {
  const decided = judged.map(({ chance, isRight, query }) => ({
    isRight,
    text: query.text,
    talk: smallTalkIn({ ...query, kinds: { ...query.kinds, guide: chance } }),
  }));
  const missed = decided.filter(({ isRight, talk }) => isRight && talk === null);
  const lost = decided.filter(({ isRight, talk }) => !isRight && talk !== null);
  const talks = decided.filter(({ isRight }) => isRight).length;
  console.log('small talk said so', share(talks - missed.length, talks), 'of', talks);
  console.log(
    'questions lost',
    share(lost.length, decided.length - talks),
    'of',
    decided.length - talks,
  );
  if (process.argv.includes('--misses'))
    for (const { text, talk } of [...missed, ...lost]) console.log(talk ?? 'missed', text);
}

function write(
  model: SparseModel,
  from: Record<string, number>,
  heldOut: KindWeights['made']['heldOut'],
): void {
  const units = (weights: readonly number[]): number[] =>
    weights.map((weight) => Math.round(weight / WEIGHT_UNIT));
  const weights: KindWeights = {
    format: KIND_WEIGHTS_FORMAT,
    made: { on: new Date().toISOString().slice(0, 10), from, heldOut },
    kinds: [...LEARNT_KINDS],
    bias: model.bias.map((bias) => Math.round(bias * 100) / 100),
    weights: Object.fromEntries(
      [...model.weights]
        .map(([name, values]) => [name, units(values)] as const)
        .filter(([, values]) => values.some((value) => value !== 0))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
  writeFileSync(OUTPUT, `${JSON.stringify(weights).replaceAll('],"', '],\n"')}\n`);
}

const files = SET_FOLDERS.flatMap((sets) =>
  readdirSync(join(PROJECT_DIR, sets))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(PROJECT_DIR, sets, name)),
);
const questions = files.flatMap(kindExamples);
const folder = await mkdtemp(join(tmpdir(), 'youju-kinds-'));
try {
  const examples: Example[] = [];
  for (const [sets, corpus] of CORPORA) {
    const known = await understandingIn(corpus, join(folder, corpus.replaceAll('/', '-')));
    examples.push(
      ...questions.filter((one) => isBeside(one, sets)).map((one) => featuresOf(one, known)),
    );
  }
  const judged = crossValidate(examples);
  const heldOut = Object.fromEntries(
    LEARNT_KINDS.map((kind, label) => {
      const { precision, recall } = figuresAt(judged[label] ?? [], 0.5);
      return [kind, { precision, recall }];
    }),
  );
  console.table(heldOut);
  for (const line of [0.5, 0.7, 0.8, 0.9, 0.95])
    console.log('guide from', line, figuresAt(judged[LEARNT_KINDS.indexOf('guide')] ?? [], line));
  reportSmallTalk(judged[LEARNT_KINDS.indexOf('guide')] ?? []);
  const from: Record<string, number> = {};
  for (const { set } of questions) from[set] = (from[set] ?? 0) + 1;
  write(fitSparse(examples, LEARNT_KINDS.length), from, heldOut);
} finally {
  await rm(folder, { recursive: true, force: true });
}
