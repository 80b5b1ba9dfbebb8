import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes what a file or folder holds outlast a loss of power. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Others see the old content or the new, never a part. `draft` is a name in the same folder. */
export function replaceFile(file: string, draft: string, content: string): void {
  const folder = dirname(file);
  const draftFile = join(folder, draft);
  writeFileSync(draftFile, content);
  flush(draftFile);
  renameSync(draftFile, file);
  flush(folder);
}

const PIECE_BYTES = 1024 * 1024;

/** SHA-256 in hex, read piece by piece, so that a server can see to others meanwhile. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    hash.update(piece);
  }
  return hash.digest('hex');
}
