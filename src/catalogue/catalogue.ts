import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import type { Refusal } from '../model.ts';
import { isFileError } from '../read/file-errors.ts';
import { type CatalogueEntry, invalid, parseCatalogue } from './catalogue-schema.ts';
import { digestSeedFile } from './seed-file.ts';

export const CATALOGUE_FILE = 'catalogue.json';

/** What lies beside the plans and is none: settings, notes to people, what editors and browsers leave. */
const NO_PLANS: readonly RegExp[] = [
  /^catalogue\.json(?:\..*)?$/u,
  /^words\.txt$/u,
  /^synonyms\.tsv$/u,
  /^read ?me(?:\.\w+)?$/iu,
  /^[.~]/u,
  /\.(?:tmp|part|crdownload|bak|lock)$/iu,
  /^(?:thumbs\.db|desktop\.ini)$/iu,
];

/** A file of the seeds folder, with what the catalogue says of it (only `file` where it is not listed). */
export interface Seed {
  readonly entry: CatalogueEntry;
  readonly file: string;
  /** SHA-256 of its bytes in hex; of a file refused unread, the code that says why. */
  readonly digest: string;
}

export interface SeedFolder {
  /** Sorted by file name. */
  readonly seeds: readonly Seed[];
  /** Those that need not be read to know that they cannot be, and those that only the catalogue knows. */
  readonly refused: readonly Refusal[];
}

/** Every file of the folder that may be a plan, catalogued or not. Throws SEEDS_MISSING, CATALOGUE_INVALID. */
export async function loadSeeds(seedsDir: string): Promise<SeedFolder> {
  const files = await listFiles(seedsDir);
  const entries = await loadEntries(seedsDir);
  const seeds: Seed[] = [];
  const refused: Refusal[] = [...entries.keys()]
    .filter((file) => !files.includes(file))
    .map(toGone);
  for (const file of files) {
    const entry = entries.get(file) ?? { file };
    const digest = await digestOrRefusal(seedsDir, file);
    if (typeof digest === 'string') seeds.push({ entry, file, digest });
    else {
      refused.push(digest);
      seeds.push({ entry, file, digest: digest.code });
    }
  }
  return { seeds, refused };
}

/** Entries as they stand in the catalogue, by file; none where there is no catalogue. Throws CATALOGUE_INVALID. */
export async function loadEntries(seedsDir: string): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const path = join(seedsDir, CATALOGUE_FILE);
  const entries = new Map<string, CatalogueEntry>();
  if (!existsSync(path)) return entries;
  for (const entry of parseCatalogue(await readFile(path, 'utf8'), path)) {
    if (entries.has(entry.file)) {
      throw invalid(path, `文件 ${entry.file} 列了两次。请删去一项。`);
    }
    entries.set(entry.file, entry);
  }
  return entries;
}

export const isPlanFile = (name: string): boolean => !NO_PLANS.some((form) => form.test(name));

/** Names of the files that may be plans, sorted. Throws SEEDS_MISSING where there is none. */
export async function listFiles(seedsDir: string): Promise<readonly string[]> {
  const files = (await entriesOf(seedsDir))
    .filter((entry) => !entry.isDirectory() && isPlanFile(entry.name))
    .map(({ name }) => name)
    .sort();
  if (files.length > 0) return files;
  throw new YoujuError(
    'SEEDS_MISSING',
    `规划文件夹 ${seedsDir} 里没有规划文件。请放入至少一个文件（docx、doc、pdf、html、txt 等）。`,
  );
}

async function entriesOf(seedsDir: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(seedsDir, { withFileTypes: true });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new YoujuError(
      'SEEDS_MISSING',
      `打不开规划文件夹 ${seedsDir}（${String(cause.code)}）。请建立它并放入规划文件，或用 YOUJU_SEEDS_DIR 指明位置。`,
      { cause },
    );
  }
}

async function digestOrRefusal(seedsDir: string, file: string): Promise<string | Refusal> {
  try {
    return await digestSeedFile(seedsDir, file);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return toRefusal(file, error);
  }
}

export const toRefusal = (file: string, { code, message }: YoujuError): Refusal => ({
  file,
  code,
  message,
  keptAs: null,
});

const toGone = (file: string): Refusal =>
  toRefusal(
    file,
    new YoujuError(
      'FILE_UNREADABLE',
      `${CATALOGUE_FILE} 列了 ${file}，文件夹里却没有。请放入这个文件，或从 ${CATALOGUE_FILE} 中删去这一项。`,
    ),
  );
