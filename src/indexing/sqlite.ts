import { performance } from 'node:perf_hooks';
import Sqlite from 'better-sqlite3';

export type Database = Sqlite.Database;
export type Statement<Parameters extends unknown[], Row> = Sqlite.Statement<Parameters, Row>;

/** Never writes, not even beside the file, so that an index may lie on a read-only disk. */
export const openForReading = (file: string): Database =>
  new Sqlite(file, { readonly: true, fileMustExist: true });

/**
 * For what is kept and shared by several processes: who reads waits for nobody, a second writer waits for
 * `waitMs` at most. What is deleted is overwritten in the file.
 */
export function openForKeeping(file: string, waitMs: number): Database {
  const database = new Sqlite(file, { timeout: waitMs });
  try {
    useWriteAheadLog(database, waitMs);
    database.pragma('synchronous = NORMAL');
    database.pragma('secure_delete = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const PAUSE_MS = 10;

/** SQLite does not wait by itself where two processes make the same file at the same moment. */
function useWriteAheadLog(database: Database, waitMs: number): void {
  const untilMs = performance.now() + waitMs;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = isDatabaseError(error) && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || performance.now() >= untilMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/** For a file nobody reads before it is whole: no journal, and no waiting for the disk at each step. */
export function openForBuilding(file: string): Database {
  const database = new Sqlite(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  return database;
}

/** Locks a file as long as this process lives; undefined where somebody else holds it. */
export function lockFile(file: string): Database | undefined {
  const database = new Sqlite(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}

export type DatabaseError = InstanceType<typeof Sqlite.SqliteError>;

export const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Sqlite.SqliteError;
