import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { type CatalogueEntry, documentId, invalid, parseCatalogue } from './catalogue-schema.ts';
import { decodeSeed, MAX_SEED_BYTES, tooLarge } from './decode.ts';

const CATALOGUE_FILE = 'catalogue.json';
/** The segmenter's word list lives beside the plans and is none. */
const DICTIONARY_FILE = 'words.txt';

/** A plan text as published, with what the catalogue says of it (only `file` where it is not listed). */
export interface Seed {
  readonly entry: CatalogueEntry;
  readonly file: string;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly text: string;
}

/** Every *.txt of the folder, sorted by file name, catalogued or not. */
export async function loadSeeds(seedsDir: string): Promise<readonly Seed[]> {
  const files = await listFiles(seedsDir);
  const entries = await loadEntries(seedsDir, files);
  const listed = files.map((file) => entries.get(file) ?? { file });
  refuseSharedIds(seedsDir, listed);
  const seeds: Seed[] = [];
  for (const entry of listed) seeds.push(await loadSeed(seedsDir, entry));
  return seeds;
}

async function listFiles(seedsDir: string): Promise<readonly string[]> {
  const entries = await unlessMissing(readdir(seedsDir, { withFileTypes: true }));
  if (entries === null) {
    throw new YoujuError(
      'SEEDS_MISSING',
      `找不到规划文件夹 ${seedsDir}。请建立它并放入规划文本（*.txt），或用 YOUJU_SEEDS_DIR 指明位置。`,
    );
  }
  const plans = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => /\.txt$/i.test(name) && !name.startsWith('.') && name !== DICTIONARY_FILE)
    .sort();
  if (plans.length === 0) {
    throw new YoujuError(
      'SEEDS_MISSING',
      `规划文件夹 ${seedsDir} 里没有规划文本。请放入至少一个 *.txt 文件。`,
    );
  }
  return plans;
}

async function loadEntries(
  seedsDir: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const path = join(seedsDir, CATALOGUE_FILE);
  const json = await unlessMissing(readFile(path, 'utf8'));
  const entries = new Map<string, CatalogueEntry>();
  if (json === null) return entries;
  for (const entry of parseCatalogue(json, path)) {
    if (!files.includes(entry.file)) {
      throw invalid(
        path,
        `其中的文件 ${entry.file} 不在文件夹里。请放入该文件，或从目录中删去这一项。`,
      );
    }
    if (entries.has(entry.file)) {
      throw invalid(path, `文件 ${entry.file} 列了两次。请删去一项。`);
    }
    entries.set(entry.file, entry);
  }
  return entries;
}

function refuseSharedIds(seedsDir: string, entries: readonly CatalogueEntry[]): void {
  const fileOf = new Map<string, string>();
  for (const entry of entries) {
    const id = documentId(entry);
    const other = fileOf.get(id);
    if (other !== undefined) {
      throw invalid(
        join(seedsDir, CATALOGUE_FILE),
        `${other} 和 ${entry.file} 的 id 都是 ${id}。请改其中一个的 id 或文件名。`,
      );
    }
    fileOf.set(id, entry.file);
  }
}

async function loadSeed(seedsDir: string, entry: CatalogueEntry): Promise<Seed> {
  const bytes = await readSeed(join(seedsDir, entry.file), entry.file);
  return {
    entry,
    file: entry.file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: decodeSeed(bytes, entry.file),
  };
}

async function readSeed(path: string, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_SEED_BYTES) throw tooLarge(file, size);
    return await readFile(path);
  } catch (error) {
    if (!hasCode(error, ['EACCES', 'EPERM', 'EIO', 'ENOENT'])) throw error;
    throw new YoujuError(
      'SEED_UNREADABLE',
      `无法读取规划文件 ${file}：${error.message}。请检查文件是否存在、权限是否允许读取。`,
      { cause: error },
    );
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null;
    throw error;
  }
}

function hasCode(error: unknown, codes: readonly string[]): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  );
}
