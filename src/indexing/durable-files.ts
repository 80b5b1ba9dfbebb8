import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
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

const PIECE_BYTES = 4 * 1024 * 1024;

/** SHA-256 in hex, read piece by piece. */
export function checksumOf(file: string): string {
  const hash = createHash('sha256');
  const piece = new Uint8Array(PIECE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, size));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
