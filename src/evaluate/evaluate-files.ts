import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { YoujuError } from '../errors.ts';
import { type Ask, type Evaluation, evaluate } from './evaluate.ts';
import { parseFloors, type Shortfall, shortfalls } from './floors.ts';
import { parseGolden } from './golden.ts';

export interface EvaluateOptions {
  /** JSON file of least shares by figure. */
  readonly floors?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface JudgedEvaluation extends Evaluation {
  /** Figures below their floor. */
  readonly shortfalls: readonly Shortfall[];
}

/** Beside a golden set: what it calls the seeds, and their document ids. */
const GOLDEN_NAMES_FILE = 'seeds.json';
const goldenNamesSchema = z.record(z.string(), z.string());

function goldenNames(files: readonly string[]): ReadonlyMap<string, string> {
  const beside = new Set(files.map((file) => join(dirname(file), GOLDEN_NAMES_FILE)));
  return new Map(
    [...beside]
      .filter((file) => existsSync(file))
      .flatMap((file) =>
        Object.entries(goldenNamesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))),
      ),
  );
}

/**
 * Asks every question of the golden sets in `files` and holds the figures to their floors.
 * @param texts reading texts by document id
 */
export async function evaluateFiles(
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  ask: Ask,
  { floors, onProgress }: EvaluateOptions,
): Promise<JudgedEvaluation> {
  const missing = [...files, ...(floors ? [floors] : [])].find((file) => !existsSync(file));
  if (missing !== undefined) throw new YoujuError('INPUT_INVALID', `没有这个文件：${missing}。`);
  const least = floors ? parseFloors(readFileSync(floors, 'utf8'), floors) : {};
  const names = goldenNames(files);
  const evaluation = await evaluate({
    goldens: files.flatMap((file) => parseGolden(readFileSync(file, 'utf8'), file)),
    ask,
    seeds: texts,
    documentIdOf: (name) => names.get(name) ?? basename(name, '.txt'),
    ...(onProgress ? { onProgress } : {}),
  });
  return { ...evaluation, shortfalls: shortfalls(evaluation.figures, least) };
}
