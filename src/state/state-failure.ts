import { YoujuError } from '../errors.ts';
import { isDatabaseError } from '../indexing/sqlite.ts';

const NO_ACCESS = '状态目录不能读写，请检查它的权限。';
const DISK_FULL = '磁盘已满，请腾出空间。';

/** Said of a database by its file name, e.g. conversations.db. */
export const damaged = (file: string): string =>
  `状态数据库已损坏，请停掉有据，删除状态目录里名字以 ${file} 开头的文件。`;

/** What the codes of SQLite and of the system that start so mean to the person. */
const MEANINGS: readonly (readonly [codes: RegExp, message: (file: string) => string])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/u, () => '状态数据库正被别的程序占用，请稍后再试。'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/u, damaged],
  [/^(?:SQLITE_(?:FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT)/u, () => DISK_FULL],
  [/^(?:SQLITE_(?:READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/u, () => NO_ACCESS],
];

/** Code of an error of the database or of the system; undefined for a mistake of ours. */
function codeOf(error: unknown): string | undefined {
  if (isDatabaseError(error)) return error.code;
  if (error instanceof Error && 'syscall' in error && 'code' in error) return String(error.code);
  return undefined;
}

/** STATE_UNUSABLE for whatever the database or the disk throws; undefined for anything else. */
export function stateFailure(error: unknown, file: string): YoujuError | undefined {
  if (error instanceof YoujuError) return error;
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const known = MEANINGS.find(([codes]) => codes.test(code));
  const message = known?.[1](file) ?? `状态数据库出错（${code}），请运行 youju doctor 检查。`;
  return new YoujuError('STATE_UNUSABLE', message, { cause: error });
}
