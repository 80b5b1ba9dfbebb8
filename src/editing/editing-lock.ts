import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { YoujuError } from '../errors.ts';
import { lockFile } from '../indexing/sqlite.ts';

const LOCK_FILE = 'editing.lock';
const PAUSE_MS = 50;
/** A change takes milliseconds; whoever waits longer is told. */
const PATIENCE_MS = 5_000;

/** One change of the seeds folder at a time, of all processes. Throws EDIT_CONFLICT. */
export async function whileEditing<Result>(
  stateDir: string,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(stateDir, { recursive: true });
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    const lock = lockFile(join(stateDir, LOCK_FILE));
    if (lock === undefined) {
      await setTimeout(PAUSE_MS);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.close();
    }
  }
  throw new YoujuError('EDIT_CONFLICT', '另一位编辑正在改动文件。请稍等片刻再试。');
}
