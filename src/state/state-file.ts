import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { type Database, openForKeeping } from '../indexing/sqlite.ts';
import { damaged, stateFailure } from './state-failure.ts';

export interface StateFileOptions {
  readonly stateDir: string;
  /** Name within the folder. */
  readonly name: string;
  readonly version: number;
  /** Makes an empty database into one of this version. */
  readonly schema: string;
}

/** How long a question waits for another process before it is answered without what is kept. */
const WAIT_MS = 250;

/**
 * A database of what cannot be rebuilt, shared by several processes. It is opened at its first use and made
 * when there is something to keep. `use` and `read` throw STATE_UNUSABLE, and no other error of a database or
 * a disk, where it is damaged, locked, or cannot be read or written; each call tries anew.
 */
export class StateFile {
  readonly #options: StateFileOptions;
  readonly #path: string;
  #database: Database | undefined;

  constructor(options: StateFileOptions) {
    this.#options = options;
    this.#path = join(options.stateDir, options.name);
  }

  use<Result>(work: (database: Database) => Result): Result {
    try {
      // A file that was removed under a running server is gone, not kept alive by it.
      if (!existsSync(this.#path)) this.close();
      this.#database ??= open(this.#path, this.#options);
      return work(this.#database);
    } catch (error) {
      const failure = stateFailure(error, this.#options.name);
      if (failure === undefined) throw error;
      this.close();
      throw failure;
    }
  }

  /** As `use`, but makes no file. */
  read<Result>(whereNothingIsKept: Result, work: (database: Database) => Result): Result {
    return existsSync(this.#path) ? this.use(work) : whereNothingIsKept;
  }

  /** Reads the whole file; throws STATE_UNUSABLE where any of it is damaged. */
  verify(): void {
    this.read(undefined, (database) => {
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new YoujuError('STATE_UNUSABLE', damaged(this.#options.name));
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}

function open(path: string, { stateDir, version, schema }: StateFileOptions): Database {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const database = openForKeeping(path, WAIT_MS);
  try {
    if (versionOf(database) !== version)
      database.transaction(() => prepareSchema(database, version, schema)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const versionOf = (database: Database): unknown =>
  database.pragma('user_version', { simple: true });

/** Within a transaction: another process may be preparing it as well. */
function prepareSchema(database: Database, wanted: number, schema: string): void {
  const version = versionOf(database);
  if (version === 0) {
    database.exec(schema);
    database.pragma(`user_version = ${wanted}`);
  } else if (version !== wanted)
    throw new YoujuError('STATE_UNUSABLE', '状态数据库由更新版本的有据写成，请升级有据。');
}
