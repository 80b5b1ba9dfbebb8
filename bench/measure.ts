import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Corpus, writeCorpus } from './corpus.ts';
import { answersResultSchema, ingestResultSchema } from './process-results.ts';
import { PROJECT_DIR } from './project.ts';
import { loadQuestions, withCopies } from './questions.ts';
import { type ProcessOptions, runScript, runYouju } from './run-process.ts';
import { medianOf, type Spread, spreadOf } from './statistics.ts';

export interface MeasureOptions {
  /** How many times the seeds are in the corpus. */
  readonly scale: number;
  /** At most so many golden questions, and at most half as many again of the copies. */
  readonly questions: number;
  /** Empty, for corpus and index. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (what: string) => void;
}

export interface Measurement {
  readonly scale: number;
  readonly documents: number;
  readonly textBytes: number;
  readonly passages: number;
  readonly indexBytes: number;
  readonly ingestSeconds: number;
  readonly ingestPeakBytes: number;
  readonly unchangedSeconds: number;
  readonly coldAskSeconds: number;
  readonly openSeconds: number;
  readonly answers: number;
  readonly firstMs: Spread;
  readonly againMs: Spread;
  readonly answersPeakBytes: number;
}

const GOLDEN_FILE = join(PROJECT_DIR, 'tests/golden/questions.jsonl');
const COLD_QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
/** Whole processes started for a median. */
const WHOLE_RUNS = 5;
/** A round of questions asks no more after this time. */
const ROUND_MS = 180_000;

/** Builds a corpus of one size, ingests it and asks it, every step in processes of its own. */
export async function measure(options: MeasureOptions): Promise<Measurement> {
  const { scale, folder, signal, onProgress } = options;
  onProgress('writing the corpus');
  const corpus = await writeCorpus(join(PROJECT_DIR, 'seeds'), join(folder, 'seeds'), scale);
  const indexDir = join(folder, 'index');
  const within: ProcessOptions = { env: environment(folder), signal };
  onProgress(`ingesting ${corpus.documents} documents`);
  const ingestion = await runScript('./ingest-process.ts', [], within);
  const ingested = ingestResultSchema.parse(JSON.parse(ingestion.stdout));
  onProgress('ingesting again, nothing changed');
  const unchangedSeconds = await medianSeconds(() => runYouju(['ingest'], within));
  onProgress('asking from a cold start');
  const coldAskSeconds = await medianSeconds(() => runYouju(['ask', COLD_QUESTION], within));
  return {
    scale,
    documents: corpus.documents,
    textBytes: corpus.textBytes,
    passages: ingested.passages,
    indexBytes: await sizeOf(indexDir),
    ingestSeconds: ingestion.seconds,
    ingestPeakBytes: ingested.peakBytes,
    unchangedSeconds,
    coldAskSeconds,
    ...(await measureAnswers(corpus, options, within)),
  };
}

async function measureAnswers(
  { places }: Corpus,
  { questions, folder, onProgress }: MeasureOptions,
  within: ProcessOptions,
): Promise<
  Pick<Measurement, 'openSeconds' | 'answers' | 'firstMs' | 'againMs' | 'answersPeakBytes'>
> {
  const golden = await loadQuestions(GOLDEN_FILE, questions);
  const asked = withCopies(golden, places, Math.floor(golden.length / 2));
  const file = join(folder, 'questions.json');
  await writeFile(file, JSON.stringify(asked));
  onProgress(`asking ${asked.length} questions twice`);
  const { stdout } = await runScript('./answers-process.ts', [file, String(ROUND_MS)], within);
  const result = answersResultSchema.parse(JSON.parse(stdout));
  return {
    openSeconds: result.openMs / 1000,
    answers: result.againMs.length,
    firstMs: spreadOf(result.firstMs),
    againMs: spreadOf(result.againMs),
    answersPeakBytes: result.peakBytes,
  };
}

/** Empty names count as unset and keep a `.env` file from switching models on. */
const environment = (folder: string): Record<string, string> => ({
  YOUJU_SEEDS_DIR: join(folder, 'seeds'),
  YOUJU_INDEX_DIR: join(folder, 'index'),
  YOUJU_STATE_DIR: join(folder, 'state'),
  YOUJU_LOG_LEVEL: 'silent',
  YOUJU_CHAT_MODEL: '',
  YOUJU_EMBEDDING_MODEL: '',
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: '',
});

async function medianSeconds(run: () => Promise<{ seconds: number }>): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < WHOLE_RUNS; at += 1) took.push((await run()).seconds);
  return medianOf(took);
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
