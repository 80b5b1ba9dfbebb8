import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usableName } from './seed-changes.ts';

/** A file as somebody handed it in. */
export interface HandedIn {
  /** What people call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Folders of a library that lasts as long as it is asked. */
export interface TemporaryLibrary {
  readonly seedsDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  /** Of the files. */
  readonly paths: readonly string[];
  remove(): Promise<void>;
}

/** Words that people edit are those of the library they belong to: a process can hold one dictionary. */
const SHARED_WORDS = ['words.txt', 'synonyms.tsv'];

/** Puts files into a folder of their own, beside the words of a library. */
export async function createTemporaryLibrary(
  wordsDir: string,
  files: readonly HandedIn[],
): Promise<TemporaryLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-files-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const seedsDir = join(folder, 'seeds');
  const paths: string[] = [];
  try {
    await mkdir(seedsDir);
    for (const name of SHARED_WORDS) await copyIfThere(join(wordsDir, name), join(seedsDir, name));
    const taken = new Set<string>();
    for (const { name, bytes } of files) {
      const usable = usableName(name);
      const file = taken.has(usable) ? `${taken.size}-${usable}` : usable;
      taken.add(file);
      const path = join(seedsDir, file);
      paths.push(path);
      await writeFile(path, bytes);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  const [indexDir, stateDir] = [join(folder, 'index'), join(folder, 'state')];
  return { seedsDir, indexDir, stateDir, paths, remove };
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
