import type { Database } from '../indexing/sqlite.ts';
import { IS_BY } from './is-by.ts';
import type { AmongProcesses } from './process-name.ts';
import { StateFile } from './state-file.ts';

/** A question as a channel received it: where it stands and where its answer goes, never what it says. */
export interface AcceptedQuestion {
  /** Unlike that of every other event, e.g. team and event id. */
  readonly key: string;
  /** The same for every event of one message; null where there is no message. */
  readonly messageKey: string | null;
  /** How it was asked, in the channel's words, e.g. mention. */
  readonly surface: string;
  /** Who asks, e.g. slack:T1:U1. */
  readonly author: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly messageTs: string | null;
  /** Thread the answer goes to; null where it is not threaded. */
  readonly threadTs: string | null;
  /** Conversation it belongs to; null for a question that stands alone. */
  readonly conversation: string | null;
}

export interface UnfinishedQuestion extends AcceptedQuestion {
  /** Message that shows its state or its answer, once there is one. */
  readonly replyTs: string | null;
}

export type ForgottenQuestion = Pick<AcceptedQuestion, 'key' | 'conversation'>;

export interface EventLedgerOptions extends AmongProcesses {
  readonly stateDir: string;
  /** Days that finished questions are remembered as answered. */
  readonly retentionDays: number;
  readonly now: () => Date;
}

const SCHEMA = `
  CREATE TABLE questions (
    key TEXT PRIMARY KEY,
    message_key TEXT UNIQUE,
    surface TEXT NOT NULL,
    author TEXT NOT NULL,
    team_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    message_ts TEXT,
    thread_ts TEXT,
    conversation TEXT,
    reply_ts TEXT,
    finished INTEGER NOT NULL DEFAULT 0,
    owner TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX questions_unfinished ON questions (owner) WHERE finished = 0;
  CREATE INDEX questions_by_thread ON questions (channel_id, thread_ts);
  CREATE INDEX questions_by_author ON questions (author);
  CREATE INDEX questions_by_age ON questions (accepted_ms);`;

const QUESTION = `key, message_key AS messageKey, surface, author, team_id AS teamId, channel_id AS channelId,
  message_ts AS messageTs, thread_ts AS threadTs, conversation, reply_ts AS replyTs`;

/** A process that owes answers for longer is taken to be gone, whatever its name says. */
const STALE_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which questions were accepted and which are still owed an answer, shared by several processes and whole
 * after a crash. Every member but `close` throws STATE_UNUSABLE where it cannot be read or written.
 */
export class EventLedger {
  readonly #options: EventLedgerOptions;
  readonly #file: StateFile;
  #sweptMs = Number.NEGATIVE_INFINITY;

  constructor(options: EventLedgerOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'events.db', version: 1, schema: SCHEMA });
  }

  /** False for an event, or another event of the same message, that was accepted before. */
  accept(question: AcceptedQuestion): boolean {
    return this.#file.use((database) => {
      this.#sweep(database);
      const { changes } = database
        .prepare(
          `INSERT OR IGNORE INTO questions
             (key, message_key, surface, author, team_id, channel_id, message_ts, thread_ts, conversation, owner, accepted_ms)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          question.key,
          question.messageKey,
          question.surface,
          question.author,
          question.teamId,
          question.channelId,
          question.messageTs,
          question.threadTs,
          question.conversation,
          this.#options.owner,
          this.#nowMs(),
        );
      return changes > 0;
    });
  }

  /** Notes the message that will become the answer. */
  posted(key: string, replyTs: string): void {
    this.#file.use((database) =>
      database.prepare('UPDATE questions SET reply_ts = ? WHERE key = ?').run(replyTs, key),
    );
  }

  finish(key: string): void {
    this.#file.use((database) =>
      database.prepare('UPDATE questions SET finished = 1 WHERE key = ?').run(key),
    );
  }

  /** Questions this process owes an answer, oldest first. */
  owed(): readonly UnfinishedQuestion[] {
    return this.#file.read([], (database) => owedBy(database, this.#options.owner));
  }

  /** Questions whose process is gone, oldest first; from now on this process owes their answers. */
  takeOver(): readonly UnfinishedQuestion[] {
    const { owner, isAtWork } = this.#options;
    return this.#file.read([], (database) =>
      database
        .transaction(() => {
          const owners = database
            .prepare<[], { owner: string; newestMs: number }>(
              'SELECT owner, max(accepted_ms) AS newestMs FROM questions WHERE finished = 0 GROUP BY owner',
            )
            .all()
            .filter((other) => other.owner !== owner)
            .filter(
              ({ owner: name, newestMs }) => !isAtWork(name) || newestMs < this.#nowMs() - STALE_MS,
            );
          return owners.flatMap(({ owner: other }) => {
            const rows = owedBy(database, other);
            database
              .prepare('UPDATE questions SET owner = ? WHERE owner = ? AND finished = 0')
              .run(owner, other);
            return rows;
          });
        })
        .immediate(),
    );
  }

  /** Whether a thread was ever asked in. */
  knowsThread(channelId: string, threadTs: string): boolean {
    return this.#file.read(
      false,
      (database) =>
        database
          .prepare('SELECT 1 FROM questions WHERE channel_id = ? AND thread_ts = ? LIMIT 1')
          .get(channelId, threadTs) !== undefined,
    );
  }

  /** How many answers are still owed, by any process. */
  countUnfinished(): number {
    return this.#file.read(0, (database) => {
      const row = database
        .prepare<[], { owed: number }>('SELECT count(*) AS owed FROM questions WHERE finished = 0')
        .get();
      return row?.owed ?? 0;
    });
  }

  /** Forgets what a person asked (`slack:T1:U1`, or `U1` alone) and returns what it was. */
  forget(person: string): readonly ForgottenQuestion[] {
    return this.#file.read([], (database) => {
      const questions = database
        .prepare<[string, string], ForgottenQuestion>(
          `SELECT key, conversation FROM questions WHERE ${IS_BY}`,
        )
        .all(person, person);
      database
        .prepare(`DELETE FROM questions WHERE (${IS_BY}) AND finished = 1`)
        .run(person, person);
      database.pragma('wal_checkpoint(TRUNCATE)');
      return questions;
    });
  }

  close(): void {
    this.#file.close();
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }

  /** Once a day, and once in each process. */
  #sweep(database: Database): void {
    const nowMs = this.#nowMs();
    if (nowMs - this.#sweptMs < DAY_MS) return;
    database
      .prepare('DELETE FROM questions WHERE finished = 1 AND accepted_ms < ?')
      .run(nowMs - this.#options.retentionDays * DAY_MS);
    this.#sweptMs = nowMs;
  }
}

const owedBy = (database: Database, owner: string): UnfinishedQuestion[] =>
  database
    .prepare<[string], UnfinishedQuestion>(
      `SELECT ${QUESTION} FROM questions WHERE owner = ? AND finished = 0 ORDER BY accepted_ms`,
    )
    .all(owner);
