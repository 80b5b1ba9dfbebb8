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
  /** Makes an empty database into one of version 1. */
  readonly schema: string;
  /** Each makes the next version out of the one before; as many as there are versions after the first. */
  readonly upgrades?: readonly string[];
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

function open(path: string, options: StateFileOptions): Database {
  mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
  const database = openForKeeping(path, WAIT_MS);
  try {
    if (versionOf(database) !== options.version)
      database.transaction(() => prepareSchema(database, options)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const versionOf = (database: Database): number =>
  Number(database.pragma('user_version', { simple: true }));

/** Within a transaction: another process may be preparing it as well. */
function prepareSchema(
  database: Database,
  { version: wanted, schema, upgrades = [] }: StateFileOptions,
): void {
  const version = versionOf(database);
  if (version > wanted)
    throw new YoujuError('STATE_UNUSABLE', '状态数据库由更新版本的有据写成，请升级有据。');
  for (const step of [schema, ...upgrades].slice(version)) database.exec(step);
  database.pragma(`user_version = ${wanted}`);
}
