import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Seed } from '../catalogue/catalogue.ts';
import { YoujuError } from '../errors.ts';
import type { Refusal } from '../model.ts';
import { currentGeneration } from './generations.ts';
import { loadManifest, verifyFiles } from './load-manifest.ts';
import { DATABASE_FILE, EMBEDDER_FILE, type Manifest, VECTORS_FILE } from './manifest.ts';
import type { PlanContent } from './plan-content.ts';
import { PlanDatabase } from './plan-database.ts';
import { VectorIndex } from './vector-index.ts';

/** The generation in force, for a build to take over what has not changed. */
export interface PreviousIndex {
  readonly generation: string;
  readonly manifest: Manifest;
  readonly folder: string;
}

/** Undefined where there is none, or none that can be trusted. */
export async function findPrevious(indexDir: string): Promise<PreviousIndex | undefined> {
  const generation = currentGeneration(indexDir);
  if (generation === undefined) return undefined;
  const folder = join(indexDir, generation);
  try {
    const manifest = loadManifest(folder);
    await verifyFiles(folder, manifest);
    return { generation, manifest, folder };
  } catch (error) {
    if (error instanceof YoujuError) return undefined;
    throw error;
  }
}

/** What an index knows of files, for a build that reads them again. */
export interface EarlierContents {
  /** What a file is called there. */
  idOf(file: string): string | undefined;
  /** What was read of a file whose bytes, id and catalogue entry are as they were. */
  unchanged(seed: Seed, id: string): PlanContent | undefined;
  /** What was last read of a file, whatever it is now. */
  lastOf(file: string): PlanContent | undefined;
  /** Why a file was refused whose bytes are as they were. */
  refusalOf(seed: Seed): Refusal | undefined;
}

/** What a build without an index before it knows. */
export const NOTHING_EARLIER: EarlierContents = {
  idOf: () => undefined,
  unchanged: () => undefined,
  lastOf: () => undefined,
  refusalOf: () => undefined,
};

/** For as long as `work` takes. */
export async function withEarlierContents<Result>(
  previous: PreviousIndex,
  work: (earlier: EarlierContents) => Promise<Result>,
): Promise<Result> {
  const database = new PlanDatabase(join(previous.folder, DATABASE_FILE));
  try {
    return await work(earlierContents(database, previous.manifest));
  } finally {
    database.close();
  }
}

function earlierContents(database: PlanDatabase, { seeds, refused }: Manifest): EarlierContents {
  const ids = new Map(database.documents().map(({ file, id }) => [file, id]));
  const lastOf = (file: string): PlanContent | undefined => {
    const id = ids.get(file);
    return id === undefined ? undefined : database.content(id);
  };
  const refusalOf = (file: string): Refusal | undefined =>
    refused.find((refusal) => refusal.file === file);
  return {
    idOf: (file) => ids.get(file),
    unchanged: ({ file, digest, entry }, id) => {
      if (seeds[file] !== digest || ids.get(file) !== id || refusalOf(file)) return undefined;
      const content = lastOf(file);
      return isDeepStrictEqual(content?.entry, entry) ? content : undefined;
    },
    lastOf,
    refusalOf: ({ file, digest }) => (seeds[file] === digest ? refusalOf(file) : undefined),
  };
}

/** Ids of the passages it holds, in the order of their rows. */
export const passageIdsOf = (previous: PreviousIndex): string[] =>
  withDatabase(previous, (database) => database.passageIds());

function withDatabase<Result>(
  { folder }: PreviousIndex,
  read: (database: PlanDatabase) => Result,
): Result {
  const database = new PlanDatabase(join(folder, DATABASE_FILE));
  try {
    return read(database);
  } finally {
    database.close();
  }
}

export const embedderJsonOf = ({ folder }: PreviousIndex): string =>
  readFileSync(join(folder, EMBEDDER_FILE), 'utf8');

export const vectorsOf = ({ folder, manifest }: PreviousIndex): VectorIndex =>
  VectorIndex.read(join(folder, VECTORS_FILE), manifest.dimensions);
