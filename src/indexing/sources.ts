import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_FILE, loadSeeds, type SeedFolder } from '../catalogue/catalogue.ts';
import { digestOf } from '../catalogue/seed-file.ts';
import type { EmbeddingMethod } from '../embed/embedding-method.ts';
import { loadWordVectors } from '../embed/words/load-word-vectors.ts';
import type { WordVectors } from '../embed/words/word-vectors.ts';
import { createWordsMethod } from '../embed/words/words-method.ts';
import { YoujuError } from '../errors.ts';
import { createJiebaSegmenter } from '../segment/jieba-segmenter.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import type { Manifest } from './manifest.ts';

const WORDS_FILE = 'words.txt';
const SETTINGS_FILES = [CATALOGUE_FILE, WORDS_FILE, 'synonyms.tsv'];

/** Given a segmenter, how texts become vectors. */
export type ChooseEmbedding = (segmenter: Segmenter) => EmbeddingMethod;

/** What an index is built from and with. */
export interface Sources extends SeedFolder {
  readonly seedsDir: string;
  /** SHA-256 of the files beside the seeds that are there, by name. */
  readonly settings: Readonly<Record<string, string>>;
  readonly segmenter: Segmenter;
  readonly words: WordVectors;
  readonly embedding: EmbeddingMethod;
}

export async function loadSources(
  seedsDir: string,
  chooseEmbedding?: ChooseEmbedding,
): Promise<Sources> {
  const settings = new Map<string, Buffer>();
  for (const file of SETTINGS_FILES) {
    const bytes = readSetting(join(seedsDir, file));
    if (bytes !== undefined) settings.set(file, bytes);
  }
  const segmenter = createJiebaSegmenter(settings.get(WORDS_FILE)?.toString() ?? '');
  const words = loadWordVectors();
  return {
    ...(await loadSeeds(seedsDir)),
    seedsDir,
    settings: Object.fromEntries(Array.from(settings, ([file, bytes]) => [file, digestOf(bytes)])),
    segmenter,
    words,
    embedding: chooseEmbedding?.(segmenter) ?? createWordsMethod(words, segmenter),
  };
}

function readSetting(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new YoujuError('FILE_UNREADABLE', `无法读取 ${file}。请检查这个文件和它的权限。`, {
      cause,
    });
  }
}

export const seedDigests = ({ seeds }: SeedFolder): Record<string, string> =>
  Object.fromEntries(seeds.map(({ file, digest }) => [file, digest]));

/** What an index of this manifest lacks of the sources, in Chinese, for people; empty where nothing differs. */
export function differences(manifest: Manifest, sources: Sources): string[] {
  return [
    ...fileDifferences(manifest.seeds, seedDigests(sources)),
    ...fileDifferences(manifest.settings, sources.settings),
    ...(manifest.segmenter === sources.segmenter.id ? [] : ['分词词典不同']),
    ...(manifest.words === sources.words.id ? [] : ['词向量版本不同']),
    ...embedderDifference(manifest.embedder, sources.embedding.name),
  ];
}

function embedderDifference(indexed: string, configured: string): string[] {
  if (indexed.startsWith(`${configured}:`)) return [];
  const method = indexed.slice(0, indexed.lastIndexOf(':'));
  return [`向量由 ${method} 计算，现在设置的是 ${configured}`];
}

function fileDifferences(
  indexed: Readonly<Record<string, string>>,
  present: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(indexed), ...Object.keys(present)])];
  return names
    .sort((a, b) => (a < b ? -1 : 1))
    .filter((name) => indexed[name] !== present[name])
    .map((name) => {
      if (indexed[name] === undefined) return `新增 ${name}`;
      return present[name] === undefined ? `删去 ${name}` : `${name} 已改动`;
    });
}
