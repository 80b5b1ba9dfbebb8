import { YoujuError } from '../errors.ts';

/** As the file system, SQLite and vector-index.ts name what keeps them from writing. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];
const FORBIDDEN: readonly unknown[] = [
  'EACCES',
  'EPERM',
  'EROFS',
  'EEXIST',
  'ENOTDIR',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
];

/** The error a person can act on where writing an index failed; any other error as it is. */
export function explainWriteError(error: unknown, indexDir: string): unknown {
  if (error instanceof YoujuError || !(error instanceof Error && 'code' in error)) return error;
  if (FULL.includes(error.code)) {
    return new YoujuError(
      'DISK_FULL',
      `磁盘空间不足，索引没有更新，原有索引不受影响。请在 ${indexDir} 所在磁盘腾出空间后重新运行 npm run ingest。`,
      { cause: error },
    );
  }
  if (FORBIDDEN.includes(error.code)) {
    return new YoujuError(
      'CONFIG_INVALID',
      `无法写入索引文件夹 ${indexDir}（${error.code}）。请检查权限，或用 YOUJU_INDEX_DIR 指定别的文件夹。`,
      { cause: error },
    );
  }
  return error;
}
