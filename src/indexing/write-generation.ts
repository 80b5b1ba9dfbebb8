import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgressReporter } from './build-progress.ts';
import { checksumOf, flush } from './durable-files.ts';
import type { EmbeddedPassages } from './embed-passages.ts';
import {
  DATABASE_FILE,
  EMBEDDER_FILE,
  INDEX_FILES,
  MANIFEST_FILE,
  type Manifest,
  VECTORS_FILE,
  WORDS_FILE,
} from './manifest.ts';
import type { PlanContent } from './plan-content.ts';
import type { PostingsBuilder } from './postings.ts';
import type { VectorIndexBuilder } from './vector-index.ts';
import { writePlanDatabase } from './write-plan-database.ts';

export interface GenerationContent {
  readonly contents: readonly PlanContent[];
  readonly postings: PostingsBuilder;
  /** By number of their term. */
  readonly words: VectorIndexBuilder;
  readonly embedding: EmbeddedPassages;
  /** All but what only the written files tell. */
  readonly manifest: Omit<Manifest, 'checksums'>;
}

/** Writes all files of a generation, the manifest last, and sees that they are on the disk. */
export async function writeGeneration(
  folder: string,
  { contents, postings, words, embedding, manifest }: GenerationContent,
  progress: ProgressReporter,
): Promise<Manifest> {
  const writers = [
    () => writePlanDatabase(join(folder, DATABASE_FILE), contents, postings),
    () => embedding.vectors.write(join(folder, VECTORS_FILE)),
    () => words.write(join(folder, WORDS_FILE)),
    () => writeFileSync(join(folder, EMBEDDER_FILE), embedding.json),
  ];
  await progress.inGroups(writers, 1, 'write', (group) => {
    for (const write of group) write();
  });
  for (const file of INDEX_FILES) flush(join(folder, file));
  const whole = {
    ...manifest,
    checksums: {
      [DATABASE_FILE]: await checksumOf(join(folder, DATABASE_FILE)),
      [VECTORS_FILE]: await checksumOf(join(folder, VECTORS_FILE)),
      [EMBEDDER_FILE]: await checksumOf(join(folder, EMBEDDER_FILE)),
      [WORDS_FILE]: await checksumOf(join(folder, WORDS_FILE)),
    },
  };
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(whole, null, 2)}\n`);
  flush(join(folder, MANIFEST_FILE));
  flush(folder);
  return whole;
}
