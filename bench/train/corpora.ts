import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerContext } from '../../src/answer/answer-question.ts';
import { type Golden, parseGolden } from '../../src/evaluate/golden.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { loadSynonyms } from '../../src/understand/load-synonyms.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEEDS = join(ROOT, 'seeds');
export const GOLDEN = join(ROOT, 'tests/golden');

interface Corpus {
  readonly folder: string;
  /** Question sets on it that may teach, by file within tests/golden. */
  readonly taught: readonly string[];
  /** Those that only measure. */
  readonly measured: readonly string[];
}

/** A folder of texts with the question sets on it, all of which may teach. */
function corpusOf(folder: string, ...sets: readonly string[]): Corpus {
  return {
    folder: join(ROOT, 'tests/corpora', folder),
    taught: sets.map((name) => `training/${name}.jsonl`),
    measured: [],
  };
}

const CORPORA: readonly Corpus[] = [
  {
    folder: SEEDS,
    taught: [
      'questions.jsonl',
      'second.jsonl',
      'third.jsonl',
      'training/seeds.jsonl',
      'training/threads.jsonl',
      'training/seeds-2.jsonl',
    ],
    measured: [],
  },
  {
    folder: join(ROOT, 'tests/corpora/plans'),
    taught: [1, 2, 4, 5, 6].map((number) => `training/plans-${number}.jsonl`),
    measured: ['held-out/plans-3.jsonl'],
  },
  corpusOf('policies', 'policies-1', 'policies-2'),
  corpusOf('reports', 'plans-7', 'plans-8', 'plans-9'),
  corpusOf('outlines', 'plans-10'),
  corpusOf('opinions', 'policies-3'),
  {
    folder: join(ROOT, 'tests/corpora/measures'),
    taught: [],
    measured: ['held-out/policies-4.jsonl'],
  },
];

/** A set of questions with the index of the texts they are about. */
export interface QuestionSet {
  readonly name: string;
  readonly mayTeach: boolean;
  readonly questions: readonly Golden[];
  readonly context: AnswerContext;
  /** Name of a document's file in the set → its id. */
  readonly documentIdOf: (file: string) => string;
}

/** Builds an index of each corpus in a folder of its own, and hands over all sets; gone when `use` is done. */
export async function withQuestionSets<Result>(
  use: (sets: readonly QuestionSet[]) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'youju-train-'));
  try {
    const sets: QuestionSet[] = [];
    for (const [at, corpus] of CORPORA.entries()) {
      sets.push(...(await setsOf(corpus, join(root, String(at)))));
    }
    return await use(sets);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** When the questions were asked, for 今年 and 去年. */
const ASKED_ON = new Date('2026-06-30');

const SEED_IDS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(GOLDEN, 'seeds.json'), 'utf8'),
);

async function setsOf({ folder, taught, measured }: Corpus, work: string): Promise<QuestionSet[]> {
  const seedsDir = copyCorpus(folder, join(work, 'seeds'));
  const places = { seedsDir, indexDir: join(work, 'index') };
  await buildIndex(places);
  const index = await openIndex(places);
  const synonyms = loadSynonyms(seedsDir);
  const context = { index, synonyms, publicUrl: '', nowMs: () => 0, now: () => ASKED_ON };
  return [...taught, ...measured].map((name) => ({
    name,
    mayTeach: taught.includes(name),
    questions: parseGolden(readFileSync(join(GOLDEN, name), 'utf8'), name),
    context,
    documentIdOf: (file) => SEED_IDS[file] ?? file.replace(/\.[a-z]+$/u, ''),
  }));
}

/** A process holds one dictionary, so that all corpora are cut by that of the seeds. */
function copyCorpus(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name));
  const words = join(to, 'words.txt');
  if (!existsSync(words)) copyFileSync(join(SEEDS, 'words.txt'), words);
  return to;
}
