import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { currentGeneration } from './generations.ts';
import { LINKS } from './link-words.ts';
import { damaged, loadManifest, stale, verifyFiles } from './load-manifest.ts';
import {
  DATABASE_FILE,
  EMBEDDER_FILE,
  type Manifest,
  VECTORS_FILE,
  WORDS_FILE,
} from './manifest.ts';
import { PlanDatabase } from './plan-database.ts';
import type { PlanIndex } from './plan-index.ts';
import { type ChooseEmbedding, differences, loadSources, type Sources } from './sources.ts';
import { StoredPlanIndex } from './stored-plan-index.ts';
import { VectorIndex } from './vector-index.ts';

export interface OpenOptions {
  readonly indexDir: string;
  /** Compared with what the index was built from. */
  readonly seedsDir: string;
  /** As given to the build. */
  readonly embedding?: ChooseEmbedding | undefined;
}

/**
 * Opens the generation in force, if it is whole and holds what the seeds hold. Throws INDEX_MISSING,
 * INDEX_STALE or INDEX_DAMAGED; the message names the command that mends it.
 */
export async function openIndex({
  indexDir,
  seedsDir,
  embedding,
}: OpenOptions): Promise<PlanIndex> {
  const generation = currentGeneration(indexDir);
  if (generation === undefined) {
    throw new YoujuError('INDEX_MISSING', '还没有索引。请先运行 npm run ingest 建立索引。');
  }
  const folder = join(indexDir, generation);
  const manifest = loadManifest(folder);
  const sources = await loadSources(seedsDir, embedding);
  const different = differences(manifest, sources);
  if (different.length > 0) throw stale(different);
  await verifyFiles(folder, manifest);
  return openParts(generation, folder, manifest, sources);
}

function openParts(
  generation: string,
  folder: string,
  manifest: Manifest,
  { segmenter, words, embedding }: Sources,
): PlanIndex {
  try {
    return new StoredPlanIndex({
      generation,
      manifest,
      segmenter,
      embedder: embedding.restore(readFileSync(join(folder, EMBEDDER_FILE), 'utf8')),
      database: new PlanDatabase(join(folder, DATABASE_FILE)),
      vectors: VectorIndex.read(join(folder, VECTORS_FILE), manifest.dimensions),
      words,
      linkedWords: VectorIndex.read(join(folder, WORDS_FILE), words.dimensions, LINKS),
    });
  } catch (error) {
    throw damaged('其中的文件无法读取', error);
  }
}
