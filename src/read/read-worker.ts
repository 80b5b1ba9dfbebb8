import { parentPort } from 'node:worker_threads';
import type { SourceDocument } from '../model.ts';
import { type FileErrorCode, isFileError } from './file-errors.ts';
import { readSource } from './read-source.ts';

/** What the other side asks. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** `ready` comes once, before the first request; then one reply for each request. */
export type ReadReply =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly source: SourceDocument }
  | { readonly type: 'refused'; readonly code: FileErrorCode; readonly message: string }
  | { readonly type: 'failed'; readonly error: Error };

function reply(message: ReadReply): void {
  parentPort?.postMessage(message);
}

async function read({ bytes, file }: ReadRequest): Promise<void> {
  try {
    reply({ type: 'read', source: await readSource(bytes, file) });
  } catch (error) {
    if (isFileError(error)) reply({ type: 'refused', code: error.code, message: error.message });
    else
      reply({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
}

parentPort?.on('message', (request: ReadRequest) => void read(request));
reply({ type: 'ready' });
