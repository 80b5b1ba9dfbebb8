import { existsSync } from 'node:fs';
import { copyFile, lstat, mkdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isPlanFile, listFiles, loadEntries } from '../catalogue/catalogue.ts';
import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import { digestOf, digestSeedFile } from '../catalogue/seed-file.ts';
import { YoujuError } from '../errors.ts';
import { isFileError } from '../read/file-errors.ts';
import { changeEntries } from './change-entries.ts';
import { whileEditing } from './editing-lock.ts';

/** Where plans lie, and where what is taken away is kept. */
export interface EditingPlace {
  readonly seedsDir: string;
  readonly stateDir: string;
}

/** What people set right by hand of what was read. */
export type Corrections = Pick<CatalogueEntry, 'title' | 'region' | 'period' | 'sourceUrl'>;

/** Null takes back what the catalogue said. */
export type CorrectionsOrNone = {
  readonly [Field in keyof Corrections]?: Corrections[Field] | null;
};

/** A file as somebody saw it. */
export interface SeenFile {
  readonly file: string;
  /** SHA-256 of its bytes in hex; of one that cannot be opened, the code that says why. */
  readonly digest: string;
  /** SHA-256 of what the catalogue said of it; left out where that does not matter. */
  readonly entry?: string;
}

/** A file of the seeds folder as it is now. */
export async function seeFile(seedsDir: string, file: string): Promise<Required<SeenFile>> {
  const entry = (await loadEntries(seedsDir)).get(file) ?? null;
  const digest = await digestSeedFile(seedsDir, file).catch((error: unknown) => {
    if (isFileError(error)) return error.code;
    throw error;
  });
  return { file, digest, entry: digestOf(Buffer.from(JSON.stringify(entry))) };
}

export interface Addition {
  /** A bare file name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly corrections?: CorrectionsOrNone;
  /** The file that this one takes the place of; left out where it is a new one. */
  readonly replaced?: SeenFile;
  /** Id of the replaced document, so that links stay where the name of the file changes. */
  readonly id?: string;
}

const TAKEN_AWAY = 'removed';
const DRAFT = '.youju-new';

/**
 * Puts a file into the seeds folder, at once or not at all. The file it takes the place of is kept beside the
 * state. Throws INPUT_INVALID for a name that is none, EDIT_CONFLICT where the folder is not as the caller saw it.
 */
export async function addSeed(place: EditingPlace, addition: Addition): Promise<void> {
  const { file, bytes, corrections = {}, replaced, id } = addition;
  checkName(file);
  await whileEditing(place.stateDir, async () => {
    const { seedsDir } = place;
    if (replaced !== undefined) await checkIsAsSeen(seedsDir, replaced);
    if (file !== replaced?.file) checkIsFree(seedsDir, file);
    await mkdir(seedsDir, { recursive: true });
    await writeFile(join(seedsDir, DRAFT), bytes, { flush: true });
    if (replaced !== undefined) await copyAside(place, replaced.file);
    await rename(join(seedsDir, DRAFT), join(seedsDir, file));
    if (replaced === undefined || replaced.file === file) {
      await changeEntries(seedsDir, file, (entry) => corrected(entry, corrections));
      return;
    }
    await changeEntries(seedsDir, replaced.file, (entry) =>
      corrected({ ...entry, ...(id !== undefined && { id }), file }, corrections),
    );
    await rm(join(seedsDir, replaced.file));
  });
}

/**
 * Takes a file out of the seeds folder and keeps it beside the state; gives where. Throws EDIT_CONFLICT, and
 * INPUT_INVALID for the last one there is.
 */
export async function removeSeed(place: EditingPlace, seen: SeenFile): Promise<string> {
  return await whileEditing(place.stateDir, async () => {
    await checkIsAsSeen(place.seedsDir, seen);
    if ((await listFiles(place.seedsDir)).length === 1) {
      throw new YoujuError(
        'INPUT_INVALID',
        `${seen.file} 是最后一份文件。请先加入别的，再移出它。`,
      );
    }
    const kept = await copyAside(place, seen.file);
    // The entry first: a file without an entry is read, an entry without a file is a fault.
    await changeEntries(place.seedsDir, seen.file, () => undefined);
    await rm(join(place.seedsDir, seen.file));
    return kept;
  });
}

/** Sets right what the catalogue says of a file; null takes back what it said. */
export async function correctSeed(
  place: EditingPlace,
  seen: SeenFile,
  corrections: CorrectionsOrNone,
): Promise<void> {
  await whileEditing(place.stateDir, async () => {
    await checkIsAsSeen(place.seedsDir, seen);
    await changeEntries(place.seedsDir, seen.file, (entry) => corrected(entry, corrections));
  });
}

function corrected(entry: CatalogueEntry, corrections: CorrectionsOrNone): CatalogueEntry {
  const merged = Object.entries({ ...entry, ...corrections });
  const said = Object.fromEntries(
    merged.filter(([, value]) => value !== null && value !== undefined),
  );
  return { ...said, file: entry.file };
}

/** A name for a file of the seeds folder as near as can be to what people call it. */
export function usableName(name: string): string {
  const bare = basename(name.replaceAll('\\', '/').normalize('NFC'))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[.~\s]+/u, '')
    .trim();
  return bare !== '' && isPlanFile(bare) ? bare : `文件-${bare}`;
}

/** Throws INPUT_INVALID for what is no name of a file of the seeds folder. */
export function checkName(file: string): void {
  if (file === basename(file) && isPlanFile(file) && !/[\p{Cc}\\]/u.test(file)) return;
  throw new YoujuError(
    'INPUT_INVALID',
    `${JSON.stringify(file)} 不能用作规划文件的名字。请换一个名字，例如 湖南省2026年政府工作报告.docx。`,
  );
}

function checkIsFree(seedsDir: string, file: string): void {
  if (!existsSync(join(seedsDir, file))) return;
  throw new YoujuError(
    'EDIT_CONFLICT',
    `规划文件夹里已有 ${file}。要用新的代替它，请选择替换；要两份都留，请先改名。`,
  );
}

async function checkIsAsSeen(seedsDir: string, seen: SeenFile): Promise<void> {
  const now = await seeFile(seedsDir, seen.file);
  const isSameEntry = seen.entry === undefined || seen.entry === now.entry;
  if (seen.digest === now.digest && isSameEntry) return;
  throw new YoujuError(
    'EDIT_CONFLICT',
    `${seen.file} 刚被别人改动或移走。请重新打开，看过现在的内容再改。`,
  );
}

async function copyAside({ seedsDir, stateDir }: EditingPlace, file: string): Promise<string> {
  const folder = join(stateDir, TAKEN_AWAY);
  await mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replaceAll(/[-:.]/gu, '');
  const [path, kept] = [join(seedsDir, file), join(folder, `${time}-${file}`)];
  // Of a link that leads elsewhere only the link is ours to keep.
  if ((await lstat(path)).isSymbolicLink()) await symlink(await readlink(path), kept);
  else await copyFile(path, kept);
  return kept;
}
