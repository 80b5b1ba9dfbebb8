import { YoujuError } from '../errors.ts';
import type { Database } from '../indexing/sqlite.ts';
import { StateFile } from '../state/state-file.ts';
import type { Topic } from './topic.ts';
import { topicFromJson, topicToJson } from './topic-json.ts';

export interface ConversationStoreOptions {
  /** Made when the first conversation is remembered, not before. */
  readonly stateDir: string;
  /** Days after its last turn that a conversation is forgotten. */
  readonly retentionDays: number;
  readonly now: () => Date;
}

const SCHEMA = `
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    updated_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversations_by_age ON conversations (updated_ms);`;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What each conversation is about, by an id its channel chose; no question and no answer. Several processes
 * may share one. Every member but `close` throws STATE_UNUSABLE where the state cannot be read or written.
 */
export class ConversationStore {
  readonly #options: ConversationStoreOptions;
  readonly #file: StateFile;
  #sweptMs = Number.NEGATIVE_INFINITY;

  constructor(options: ConversationStoreOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'conversations.db', version: 1, schema: SCHEMA });
  }

  /** Undefined for a conversation that is unknown, cleared or expired. */
  recall(id: string): Topic | undefined {
    return this.#file.read(undefined, (database) => {
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
    this.#file.use((database) => {
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
    return this.#file.read(false, (database) => {
      const { changes } = database.prepare('DELETE FROM conversations WHERE id = ?').run(id);
      // What was cleared shall not outlive it in the journal either.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return changes > 0;
    });
  }

  /** How many are remembered; reads the whole file, so that damage anywhere shows. */
  count(): number {
    this.#file.verify();
    return this.#file.read(0, (database) => {
      const row = database
        .prepare<[number], { remembered: number }>(
          'SELECT count(*) AS remembered FROM conversations WHERE updated_ms >= ?',
        )
        .get(this.#oldestMs());
      return row?.remembered ?? 0;
    });
  }

  close(): void {
    this.#file.close();
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
}

/** Opens nothing yet: the database is opened at its first use, and made when there is something to keep. */
export const openConversationStore = (options: ConversationStoreOptions): ConversationStore =>
  new ConversationStore(options);
