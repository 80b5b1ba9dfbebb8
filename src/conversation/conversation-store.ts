import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { type Database, openForKeeping } from '../indexing/sqlite.ts';
import type { Topic } from './resolve-turn.ts';
import { DAMAGED, stateFailure } from './state-failure.ts';
import { topicFromJson, topicToJson } from './topic-json.ts';

export interface ConversationStoreOptions {
  /** Made when the first conversation is remembered, not before. */
  readonly stateDir: string;
  /** Days after its last turn that a conversation is forgotten. */
  readonly retentionDays: number;
  readonly now: () => Date;
}

const CONVERSATIONS_FILE = 'conversations.db';
const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    updated_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversations_by_age ON conversations (updated_ms);
  PRAGMA user_version = ${SCHEMA_VERSION};`;

/** How long a question waits for another process before it is answered without memory. */
const WAIT_MS = 250;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What each conversation is about, by an id its channel chose; no question and no answer. Several processes
 * may share one. Every member but `close` throws STATE_UNUSABLE, and no other error of a database or a disk,
 * where the state is damaged, locked, or cannot be read or written; each call tries anew.
 */
export class ConversationStore {
  readonly #options: ConversationStoreOptions;
  readonly #file: string;
  #database: Database | undefined;
  #sweptMs = Number.NEGATIVE_INFINITY;

  constructor(options: ConversationStoreOptions) {
    this.#options = options;
    this.#file = join(options.stateDir, CONVERSATIONS_FILE);
  }

  /** Undefined for a conversation that is unknown, cleared or expired. */
  recall(id: string): Topic | undefined {
    return this.#read(undefined, (database) => {
      const row = database
        .prepare<[string, number], { topic: string }>(
          'SELECT topic FROM conversations WHERE id = ? AND updated_ms >= ?',
        )
        .get(id, this.#oldestMs());
      if (row === undefined) return undefined;
      const topic = topicFromJson(row.topic);
      if (topic === undefined)
        throw new YoujuError('STATE_UNUSABLE', '这段对话的记录读不懂，会从这一问重新记起。');
      return topic;
    });
  }

  remember(id: string, topic: Topic): void {
    this.#use((database) => {
      database
        .prepare(
          `INSERT INTO conversations (id, topic, updated_ms) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET topic = excluded.topic, updated_ms = excluded.updated_ms`,
        )
        .run(id, topicToJson(topic), this.#nowMs());
      this.#sweep(database);
    });
  }

  /** Whether there was anything to forget. */
  forget(id: string): boolean {
    return this.#read(false, (database) => {
      const { changes } = database.prepare('DELETE FROM conversations WHERE id = ?').run(id);
      // What was cleared shall not outlive it in the journal either.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return changes > 0;
    });
  }

  /** How many are remembered; reads the whole file, so that damage anywhere shows. */
  count(): number {
    return this.#read(0, (database) => {
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new YoujuError('STATE_UNUSABLE', DAMAGED);
      const row = database
        .prepare<[number], { remembered: number }>(
          'SELECT count(*) AS remembered FROM conversations WHERE updated_ms >= ?',
        )
        .get(this.#oldestMs());
      return row?.remembered ?? 0;
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }

  #oldestMs(): number {
    return this.#nowMs() - this.#options.retentionDays * DAY_MS;
  }

  /** Once a day, and once in each process: the expired are gone for good. */
  #sweep(database: Database): void {
    const nowMs = this.#nowMs();
    if (nowMs - this.#sweptMs < DAY_MS) return;
    database.prepare('DELETE FROM conversations WHERE updated_ms < ?').run(this.#oldestMs());
    this.#sweptMs = nowMs;
  }

  #read<Result>(whereNothingIsKept: Result, work: (database: Database) => Result): Result {
    return existsSync(this.#file) ? this.#use(work) : whereNothingIsKept;
  }

  #use<Result>(work: (database: Database) => Result): Result {
    try {
      // A file that was removed under a running server is gone, not kept alive by it.
      if (!existsSync(this.#file)) this.close();
      this.#database ??= openDatabase(this.#options.stateDir, this.#file);
      return work(this.#database);
    } catch (error) {
      const failure = stateFailure(error);
      if (failure === undefined) throw error;
      this.close();
      throw failure;
    }
  }
}

/** Opens nothing yet: the database is opened at its first use, and made when there is something to keep. */
export const openConversationStore = (options: ConversationStoreOptions): ConversationStore =>
  new ConversationStore(options);

function openDatabase(stateDir: string, file: string): Database {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const database = openForKeeping(file, WAIT_MS);
  try {
    if (versionOf(database) !== SCHEMA_VERSION)
      database.transaction(() => prepareSchema(database)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const versionOf = (database: Database): unknown =>
  database.pragma('user_version', { simple: true });

/** Within a transaction: another process may be preparing it as well. */
function prepareSchema(database: Database): void {
  const version = versionOf(database);
  if (version === 0) database.exec(SCHEMA);
  else if (version !== SCHEMA_VERSION)
    throw new YoujuError('STATE_UNUSABLE', '状态数据库由更新版本的有据写成，请升级有据。');
}
