import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { currentGeneration } from './generations.ts';
import { loadManifest, verifyFiles } from './load-manifest.ts';
import { DATABASE_FILE, EMBEDDER_FILE, type Manifest, VECTORS_FILE } from './manifest.ts';
import type { PlanContent } from './plan-content.ts';
import { PlanDatabase } from './plan-database.ts';
import { CATALOGUE_FILE, type Sources } from './sources.ts';
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

/** Contents of documents whose seed and catalogue are as they were, by seed file. */
export function unchangedContents(
  previous: PreviousIndex,
  { seeds, settings }: Sources,
): Map<string, PlanContent> {
  const { manifest } = previous;
  if (manifest.settings[CATALOGUE_FILE] !== settings[CATALOGUE_FILE]) return new Map();
  const unchanged = new Set(
    seeds.filter(({ file, sha256 }) => manifest.seeds[file] === sha256).map(({ file }) => file),
  );
  return withDatabase(previous, (database) => {
    const known = database.documents().filter(({ file }) => unchanged.has(file));
    const contents = contentsOf(
      database,
      known.map(({ id }) => id),
    );
    return new Map(contents.map((content) => [content.document.info.file, content]));
  });
}

function contentsOf(database: PlanDatabase, ids: readonly string[]): PlanContent[] {
  const indicators = database.indicators();
  const responsibilities = database.responsibilities();
  return ids.flatMap((id) => {
    const document = database.document(id);
    const reading = database.reading(id);
    if (document === undefined || reading === undefined) return [];
    return {
      document,
      reading,
      passages: database.passagesOf(id),
      indicators: indicators.filter(({ documentId }) => documentId === id),
      responsibilities: responsibilities.filter(({ documentId }) => documentId === id),
    };
  });
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
