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
  { manifest, folder }: PreviousIndex,
  { seeds, settings }: Sources,
): Map<string, PlanContent> {
  const unchanged = new Map<string, PlanContent>();
  if (manifest.settings[CATALOGUE_FILE] !== settings[CATALOGUE_FILE]) return unchanged;
  const files = new Set(
    seeds.filter(({ file, sha256 }) => manifest.seeds[file] === sha256).map(({ file }) => file),
  );
  const database = new PlanDatabase(join(folder, DATABASE_FILE));
  const indicators = database.indicators();
  const responsibilities = database.responsibilities();
  for (const id of database.rangeOf.keys()) {
    const document = database.document(id);
    if (document === undefined || !files.has(document.info.file)) continue;
    unchanged.set(document.info.file, {
      document,
      passages: database.passagesOf(id),
      indicators: indicators.filter(({ documentId }) => documentId === id),
      responsibilities: responsibilities.filter(({ documentId }) => documentId === id),
    });
  }
  database.close();
  return unchanged;
}

/** Ids of the passages it holds, in the order of their rows. */
export function passageIdsOf({ folder }: PreviousIndex): string[] {
  const database = new PlanDatabase(join(folder, DATABASE_FILE));
  const ids = database.passageIds();
  database.close();
  return ids;
}

export const embedderJsonOf = ({ folder }: PreviousIndex): string =>
  readFileSync(join(folder, EMBEDDER_FILE), 'utf8');

export const vectorsOf = ({ folder, manifest }: PreviousIndex): VectorIndex =>
  VectorIndex.read(join(folder, VECTORS_FILE), manifest.dimensions);
