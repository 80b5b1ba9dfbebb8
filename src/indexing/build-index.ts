import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import { lockForBuilding } from './build-lock.ts';
import { type BuildProgress, ProgressReporter } from './build-progress.ts';
import { type EmbeddedPassages, embedPassages } from './embed-passages.ts';
import type { EmbeddingEstimate } from './embed-remotely.ts';
import {
  createGeneration,
  currentGeneration,
  publishGeneration,
  removeGeneration,
  removeGenerationsBut,
  removeLeftovers,
} from './generations.ts';
import { linkWords } from './link-words.ts';
import { INDEX_FORMAT, type Manifest } from './manifest.ts';
import type { PlanContent } from './plan-content.ts';
import { PostingsBuilder } from './postings.ts';
import {
  findPrevious,
  NOTHING_EARLIER,
  type PreviousIndex,
  withEarlierContents,
} from './previous-index.ts';
import { type ReadContents, readContents } from './read-contents.ts';
import { type ChooseEmbedding, differences, loadSources, type Sources } from './sources.ts';
import { explainWriteError } from './write-error.ts';
import { writeGeneration } from './write-generation.ts';

export interface BuildOptions {
  readonly seedsDir: string;
  readonly indexDir: string;
  /** Build from nothing, whatever there is. */
  readonly force?: boolean;
  /** The words that ship where left out. */
  readonly embedding?: ChooseEmbedding | undefined;
  readonly onProgress?: BuildProgress;
  readonly onEstimate?: (estimate: EmbeddingEstimate) => void;
  /** Calls the build off; the index stays as it was. */
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

export interface BuildOutcome {
  readonly generation: string;
  /** The generation that was in force before, where another one took its place. */
  readonly replaced?: string;
  readonly manifest: Manifest;
  /** False where the index already held just this. */
  readonly changed: boolean;
  /** Passages that had to be embedded. */
  readonly embedded: number;
}

/**
 * Brings the index up to date with the seeds. Until the very last step readers have the index there was, and
 * keep it if the build fails or dies. Throws INDEX_LOCKED while another build runs, DISK_FULL, CONFIG_INVALID
 * where the folder cannot be written, and whatever is wrong with the seeds.
 */
export async function buildIndex(options: BuildOptions): Promise<BuildOutcome> {
  const { indexDir, seedsDir } = options;
  try {
    mkdirSync(indexDir, { recursive: true });
    const lock = lockForBuilding(indexDir);
    try {
      removeLeftovers(indexDir);
      const sources = await loadSources(seedsDir, options.embedding);
      const standing = await findPrevious(indexDir);
      const isForced = options.force === true;
      if (!isForced && standing && differences(standing.manifest, sources).length === 0) {
        const { generation, manifest } = standing;
        return { generation, manifest, changed: false, embedded: 0 };
      }
      return await buildGeneration(options, sources, standing);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw explainWriteError(error, indexDir);
  }
}

async function buildGeneration(
  options: BuildOptions,
  sources: Sources,
  standing: PreviousIndex | undefined,
): Promise<BuildOutcome> {
  const { indexDir, onProgress, onEstimate, signal, now = () => new Date() } = options;
  const previous = options.force === true ? undefined : standing;
  const progress = new ProgressReporter(onProgress, signal);
  const replaced = currentGeneration(indexDir);
  const generation = createGeneration(indexDir, now());
  let isPublished = false;
  try {
    const read = await readAll(sources, standing, options.force === true, progress);
    const { contents } = read;
    const passages = contents.flatMap((content) => content.passages);
    const embedding = await embedPassages(passages, sources, previous, progress, {
      indexDir,
      onEstimate,
    });
    const postings = await collectPostings(passages, sources.segmenter, progress);
    const words = await linkWords(postings.names, sources.words, progress);
    const draft = describe(sources, read, embedding, now());
    const manifest = await writeGeneration(
      join(indexDir, generation),
      { contents, postings, words, embedding, manifest: draft },
      progress,
    );
    await progress.step(0, 1, 'publish');
    publishGeneration(indexDir, generation);
    isPublished = true;
    progress.report(1, 1, 'publish');
    removeGenerationsBut(indexDir, [generation, replaced ?? generation]);
    const { embedded } = embedding;
    return {
      generation,
      ...(replaced !== undefined && { replaced }),
      manifest,
      changed: true,
      embedded,
    };
  } finally {
    if (!isPublished) removeGeneration(indexDir, generation);
  }
}

/** Reads everything anew where a build is forced, and still keeps what was last read of a broken file. */
function readAll(
  sources: Sources,
  standing: PreviousIndex | undefined,
  isForced: boolean,
  progress: ProgressReporter,
): Promise<ReadContents> {
  if (standing === undefined) return readContents(sources, NOTHING_EARLIER, progress);
  return withEarlierContents(standing, ({ idOf, unchanged, lastOf, refusalOf }) => {
    const known = isForced ? NOTHING_EARLIER : { unchanged, refusalOf };
    return readContents(sources, { ...known, idOf, lastOf }, progress);
  });
}

const warningsOf = (contents: readonly PlanContent[]): Record<string, string[]> =>
  Object.fromEntries(
    contents.flatMap(({ document, reading }) =>
      reading.warnings.length === 0 ? [] : [[document.info.file, [...reading.warnings]]],
    ),
  );

/** Passages whose terms are collected at a time. */
const GROUP_SIZE = 64;

async function collectPostings(
  passages: readonly Passage[],
  segmenter: Segmenter,
  progress: ProgressReporter,
): Promise<PostingsBuilder> {
  const postings = new PostingsBuilder();
  await progress.inGroups(passages, GROUP_SIZE, 'terms', (group) => {
    for (const { headingPath, text } of group) {
      postings.add(termsOf(headingPath.join('\n'), segmenter), termsOf(text, segmenter));
    }
  });
  return postings;
}

function describe(
  { settings, segmenter, words }: Sources,
  { contents, refused, digests }: ReadContents,
  { embedder }: EmbeddedPassages,
  builtAt: Date,
): Omit<Manifest, 'checksums'> {
  const count = (key: 'passages' | 'indicators' | 'responsibilities'): number =>
    contents.reduce((sum, content) => sum + content[key].length, 0);
  return {
    format: INDEX_FORMAT,
    builtAt: builtAt.toISOString(),
    seeds: { ...digests },
    refused: [...refused],
    warnings: warningsOf(contents),
    settings,
    segmenter: segmenter.id,
    embedder: embedder.id,
    dimensions: embedder.dimensions,
    words: words.id,
    counts: {
      documents: contents.length,
      passages: count('passages'),
      indicators: count('indicators'),
      responsibilities: count('responsibilities'),
    },
  };
}
