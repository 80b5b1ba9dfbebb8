import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { lockFile } from './sqlite.ts';

const LOCK_FILE = 'build.lock';

export interface BuildLock {
  release(): void;
}

/**
 * One build at a time. The system itself gives the lock back when its process ends, however it ends.
 * Throws INDEX_LOCKED.
 */
export function lockForBuilding(indexDir: string): BuildLock {
  const lock = lockFile(join(indexDir, LOCK_FILE));
  if (lock === undefined) {
    throw new YoujuError('INDEX_LOCKED', '另一个进程正在建立索引。请等它完成后再试。');
  }
  return { release: () => lock.close() };
}
