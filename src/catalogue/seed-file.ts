import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { YoujuError } from '../errors.ts';
import { fileError, isFileError, sizeInWords } from '../read/file-errors.ts';
import { FORMATS } from '../read/formats.ts';

/** No format takes a larger file; such a one is refused unread. */
export const MAX_FILE_BYTES = Math.max(...FORMATS.map(({ maxBytes }) => maxBytes));

/** How often a file is read again that changed while it was read. */
const TRIES = 3;

/**
 * All bytes of a file in the seeds folder, as they were at one moment. Throws FILE_UNSAFE for a link that leads
 * out of the folder and for what is no ordinary file, FILE_TOO_LARGE, FILE_UNREADABLE.
 */
export async function readSeedFile(seedsDir: string, file: string): Promise<Buffer> {
  return await readInPeace(file, () => withSeedFile(seedsDir, file, readUnlessChanged));
}

/** All bytes of a file anywhere on the disk; refuses as `readSeedFile` does, but follows any link. */
export async function readFileAt(path: string): Promise<Buffer> {
  const file = basename(path);
  return await readInPeace(file, () => withFile(file, async () => path, readUnlessChanged));
}

async function readInPeace(file: string, read: () => Promise<Buffer | undefined>): Promise<Buffer> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const bytes = await read();
    if (bytes !== undefined) return bytes;
  }
  throw fileError('FILE_UNREADABLE', file, '文件正在被改写，请等它写完。');
}

/** SHA-256 of a file in hex; refuses as `readSeedFile` does. */
export const digestSeedFile = (seedsDir: string, file: string): Promise<string> =>
  withSeedFile(seedsDir, file, async (handle) => {
    const hash = createHash('sha256');
    for await (const piece of handle.createReadStream({ autoClose: false })) hash.update(piece);
    return hash.digest('hex');
  });

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

async function readUnlessChanged(handle: FileHandle): Promise<Buffer | undefined> {
  const before = await handle.stat();
  const bytes = await handle.readFile();
  const after = await handle.stat();
  const isSame = before.mtimeMs === after.mtimeMs && bytes.length === after.size;
  return isSame ? bytes : undefined;
}

function withSeedFile<Result>(
  seedsDir: string,
  file: string,
  work: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  const locate = async (): Promise<string> => {
    const path = await realpath(join(seedsDir, file));
    if (path.startsWith(`${await realpath(seedsDir)}${sep}`)) return path;
    throw unsafe(file, '它是指向文件夹外面的链接');
  };
  return withFile(file, locate, work);
}

async function withFile<Result>(
  file: string,
  locate: () => Promise<string>,
  work: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  let handle: FileHandle | undefined;
  try {
    const path = await locate();
    // A pipe without a writer would keep whoever opens it waiting.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (!stats.isFile()) throw unsafe(file, '它不是普通文件');
    if (stats.size > MAX_FILE_BYTES) throw tooLarge(file, stats.size);
    return await work(handle);
  } catch (error) {
    if (isFileError(error) || !(error instanceof Error && 'code' in error)) throw error;
    throw fileError('FILE_UNREADABLE', file, `打不开文件（${String(error.code)}）。`, {
      cause: error,
    });
  } finally {
    await handle?.close();
  }
}

const unsafe = (file: string, what: string): YoujuError =>
  new YoujuError('FILE_UNSAFE', `没有读取 ${file}：${what}。请放入文件本身。`);

const tooLarge = (file: string, bytes: number): Error =>
  fileError(
    'FILE_TOO_LARGE',
    file,
    `文件有 ${sizeInWords(bytes)}，超过 ${sizeInWords(MAX_FILE_BYTES)} 的上限。`,
  );
