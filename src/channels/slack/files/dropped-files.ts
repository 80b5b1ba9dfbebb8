import type { webApi } from '@slack/bolt';
import { type OpenDocument, type OpenFiles, openFiles } from '../../../app.ts';
import type { Config } from '../../../config.ts';
import { YoujuError } from '../../../errors.ts';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Outbox } from '../delivery/outbox.ts';
import { downloadFile, FileUnavailable } from './download-file.ts';
import { fileInfo } from './file-info.ts';

export interface DroppedFilesOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly config: Config;
  readonly log: Logger;
  readonly nowMs: () => number;
}

/** What could be read of the files of a conversation, and what could not, in words for the person. */
export interface ReadFiles {
  /** Null where none of them could be read. */
  readonly files: OpenFiles | null;
  readonly unread: readonly string[];
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Kept {
  readonly read: Promise<ReadFiles>;
  usedMs: number;
}

/** So many sets of files are kept ready; of the others the oldest are read anew when asked. */
const MAX_KEPT = 12;
const KEPT_MS = 4 * 60 * 60 * 1000;
const MAX_FILES = 5;
const FAILED = '这些文件没能读成，已经记下，请维护人员查看日志。';

/**
 * Files that people dropped into conversations: fetched from Slack when first asked, and kept, in a library of
 * their own, for as long as they are asked. Nothing of them outlives the process.
 */
export class DroppedFiles {
  readonly #options: DroppedFilesOptions;
  readonly #kept = new Map<string, Kept>();
  /** One is read after the other: reading takes the processor whole. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: DroppedFilesOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async read(ids: readonly string[]): Promise<ReadFiles> {
    const nowMs = this.#options.nowMs();
    await this.#forget(nowMs);
    const name = ids.join(' ');
    const kept = this.#kept.get(name) ?? { read: this.#inTurn(ids), usedMs: nowMs };
    kept.usedMs = nowMs;
    this.#kept.set(name, kept);
    const read = await kept.read;
    // Slack may give it the next time.
    if (read.files === null) this.#kept.delete(name);
    return read;
  }

  /** The bytes, to be handed on. Throws FileUnavailable and what Slack answers. */
  async fetch(id: string): Promise<DroppedFile> {
    const { client, outbox, config } = this.#options;
    const info = await fileInfo(client, outbox, id);
    return { name: info.name, bytes: await downloadFile(info, config.slack) };
  }

  /** The file in which a passage stands that was cited; undefined where it is no longer kept. */
  async documentWith(documentId: string, passageId: string): Promise<OpenDocument | undefined> {
    for (const { read } of this.#kept.values()) {
      const app = (await read).files?.app;
      if (!app?.documents().some(({ id }) => id === documentId)) continue;
      const opened = app.document(documentId);
      if (opened.passages.some(({ id }) => id === passageId)) return opened;
    }
    return undefined;
  }

  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    for (const { read } of all) await (await read).files?.close();
  }

  async #forget(nowMs: number): Promise<void> {
    const oldestFirst = [...this.#kept].sort(([, a], [, b]) => a.usedMs - b.usedMs);
    const tooMany = oldestFirst.slice(0, Math.max(0, oldestFirst.length - MAX_KEPT));
    const tooOld = oldestFirst.filter(([, { usedMs }]) => nowMs - usedMs > KEPT_MS);
    for (const [name, { read }] of new Set([...tooMany, ...tooOld])) {
      this.#kept.delete(name);
      await (await read).files?.close();
    }
  }

  #inTurn(ids: readonly string[]): Promise<ReadFiles> {
    const read = this.#last.then(() => this.#readNow(ids));
    this.#last = read;
    return read;
  }

  async #readNow(ids: readonly string[]): Promise<ReadFiles> {
    const { config, log } = this.#options;
    const unread: string[] = [];
    if (ids.length > MAX_FILES) unread.push(`一次最多读 ${MAX_FILES} 份文件，其余的没有读。`);
    const found: DroppedFile[] = [];
    for (const id of ids.slice(0, MAX_FILES)) {
      try {
        found.push(await this.fetch(id));
      } catch (error) {
        log.warn({ ...failureDetails(error), id }, 'a dropped file could not be fetched');
        unread.push(
          error instanceof FileUnavailable
            ? error.message
            : '有一份文件没能从 Slack 取到，可能已被删除，或应用缺少 files:read 权限。',
        );
      }
    }
    if (found.length === 0) return { files: null, unread };
    try {
      const files = await openFiles(config, found, log);
      unread.push(...files.refused.map(({ file, message }) => `《${file}》没有读成：${message}`));
      if (files.app.documents().length > 0) return { files, unread };
      await files.close();
    } catch (error) {
      log.warn({ err: error }, 'dropped files could not be read');
      unread.push(error instanceof YoujuError ? error.message : FAILED);
    }
    return { files: null, unread };
  }
}
