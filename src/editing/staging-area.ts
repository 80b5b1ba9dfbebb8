import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { YoujuError } from '../errors.ts';
import {
  type FilePreview,
  type Preview,
  previewFile,
  type RefusedPreview,
} from './preview-file.ts';
import { usableName } from './seed-changes.ts';

/** What an editor is shown of a file before it is added. */
export type StagedReading =
  | (Pick<FilePreview, 'ok' | 'info' | 'pages' | 'sections' | 'warnings'> & {
      readonly tables: number;
      readonly indicators: number;
      readonly responsibilities: number;
    })
  | Pick<RefusedPreview, 'ok' | 'error'>;

/** A file that somebody handed in and nobody has confirmed yet. */
export interface StagedFile {
  readonly token: string;
  readonly file: string;
  /** SHA-256 of its bytes in hex. */
  readonly digest: string;
  /** ISO 8601. */
  readonly at: string;
  /** File that it is to take the place of; null where it is a new one. */
  readonly replaces: string | null;
  readonly reading: StagedReading;
}

export interface Received {
  /** What people call the file. */
  readonly name: string;
  readonly content: Readable;
  readonly replaces: string | null;
}

const FOLDER = 'uploads';
const TOKEN = /^[\w-]{24}$/u;
/** Nobody forgets for so long what they were about to add. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const MAX_STAGED = 200;

/** Files handed in, beside the state, until they are confirmed, discarded or forgotten. */
export class StagingArea {
  readonly #folder: string;
  readonly #now: () => Date;

  constructor(stateDir: string, now: () => Date) {
    this.#folder = join(stateDir, FOLDER);
    this.#now = now;
  }

  /** Takes a file in and reads it. What breaks off leaves nothing behind. Throws INPUT_INVALID where there is no room. */
  async receive({ name, content, replaces }: Received): Promise<StagedFile> {
    const file = usableName(name);
    await this.#makeRoom();
    const token = randomBytes(18).toString('base64url');
    const folder = join(this.#folder, token);
    await mkdir(folder, { recursive: true });
    try {
      const hash = createHash('sha256');
      content.on('data', (piece: Uint8Array) => hash.update(piece));
      await pipeline(content, createWriteStream(join(folder, file)));
      const reading = toStagedReading(await previewFile(join(folder, file)));
      const at = this.#now().toISOString();
      const staged = { token, file, digest: hash.digest('hex'), at, replaces, reading };
      await writeFile(this.#recordOf(token), JSON.stringify(staged));
      return staged;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The newest first. */
  async list(): Promise<readonly StagedFile[]> {
    const all = await Promise.all((await this.#tokens()).map((token) => this.get(token)));
    return all.filter((staged) => staged !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async get(token: string): Promise<StagedFile | undefined> {
    if (!TOKEN.test(token)) return undefined;
    try {
      // Written by `receive` alone.
      return JSON.parse(await readFile(this.#recordOf(token), 'utf8')) as StagedFile;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  pathOf({ token, file }: StagedFile): string {
    return join(this.#folder, token, file);
  }

  async discard(token: string): Promise<void> {
    if (!TOKEN.test(token)) return;
    await rm(this.#recordOf(token), { force: true });
    await rm(join(this.#folder, token), { recursive: true, force: true });
  }

  #recordOf(token: string): string {
    return join(this.#folder, `${token}.json`);
  }

  async #tokens(): Promise<readonly string[]> {
    await mkdir(this.#folder, { recursive: true });
    return (await readdir(this.#folder)).filter((name) => TOKEN.test(name));
  }

  async #makeRoom(): Promise<void> {
    const staged = await this.list();
    const until = this.#now().getTime() - KEPT_MS;
    const old = staged.filter(({ at }) => Date.parse(at) < until);
    for (const { token } of old) await this.discard(token);
    if (staged.length - old.length < MAX_STAGED) return;
    throw new YoujuError(
      'INPUT_INVALID',
      `待确认的文件已有 ${MAX_STAGED} 个。请先确认或放弃一些，再加入新的。`,
    );
  }
}

function toStagedReading(preview: Preview): StagedReading {
  if (!preview.ok) return { ok: false, error: preview.error };
  const { info, pages, sections, warnings, blocks, indicators, responsibilities } = preview;
  return {
    ok: true,
    info,
    pages,
    sections,
    warnings,
    tables: blocks.filter(({ type }) => type === 'table').length,
    indicators: indicators.length,
    responsibilities: responsibilities.length,
  };
}
