import type { Feedback } from '../feedback.ts';
import { StateFile } from './state-file.ts';

export interface FeedbackCount {
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface FeedbackStoreOptions {
  readonly stateDir: string;
  readonly retentionDays: number;
  readonly now: () => Date;
}

const SCHEMA = `
  CREATE TABLE feedback (
    answer_id TEXT NOT NULL,
    author TEXT NOT NULL,
    helpful INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    comment TEXT,
    given_ms INTEGER NOT NULL,
    PRIMARY KEY (answer_id, author)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feedback_by_author ON feedback (author);
  CREATE INDEX feedback_by_age ON feedback (given_ms);`;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What people said of answers. Every member but `close` throws STATE_UNUSABLE where it cannot be kept. */
export class FeedbackStore {
  readonly #options: FeedbackStoreOptions;
  readonly #file: StateFile;

  constructor(options: FeedbackStoreOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'feedback.db', version: 1, schema: SCHEMA });
  }

  give({ answerId, author, isHelpful, reasons, comment }: Feedback): void {
    this.#file.use((database) => {
      database.prepare('DELETE FROM feedback WHERE given_ms < ?').run(this.#oldestMs());
      database
        .prepare('INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?)')
        .run(
          answerId,
          author ?? '',
          isHelpful ? 1 : 0,
          JSON.stringify(reasons),
          comment,
          this.#nowMs(),
        );
    });
  }

  count(): FeedbackCount {
    return this.#file.read({ helpful: 0, unhelpful: 0 }, (database) => {
      const row = database
        .prepare<[number], FeedbackCount>(
          `SELECT count(*) FILTER (WHERE helpful = 1) AS helpful,
                  count(*) FILTER (WHERE helpful = 0) AS unhelpful
           FROM feedback WHERE given_ms >= ?`,
        )
        .get(this.#oldestMs());
      return row ?? { helpful: 0, unhelpful: 0 };
    });
  }

  /** How many of an author's were deleted. */
  forget(author: string): number {
    return this.#file.read(0, (database) => {
      const { changes } = database.prepare('DELETE FROM feedback WHERE author = ?').run(author);
      database.pragma('wal_checkpoint(TRUNCATE)');
      return changes;
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
}
