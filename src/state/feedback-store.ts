import { z } from 'zod';
import type { Feedback } from '../feedback.ts';
import { IS_BY } from './is-by.ts';
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

/** What somebody wrote of an answer; who did is nobody's business. */
export interface FeedbackComment {
  readonly answerId: string;
  readonly reasons: readonly string[];
  readonly comment: string;
  readonly givenMs: number;
}

/** That an answer was marked wrong; who did is nobody's business. */
export interface FeedbackGiven extends Omit<FeedbackComment, 'comment'> {
  readonly comment: string | null;
}

const reasonsSchema = z.array(z.string());

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

  /** The newest first. */
  comments(limit: number): readonly FeedbackComment[] {
    return this.#file.read([], (database) =>
      database
        .prepare<[number, number], Omit<FeedbackComment, 'reasons'> & { readonly reasons: string }>(
          `SELECT answer_id AS answerId, reasons, comment, given_ms AS givenMs FROM feedback
           WHERE comment IS NOT NULL AND given_ms >= ? ORDER BY given_ms DESC LIMIT ?`,
        )
        .all(this.#oldestMs(), limit)
        .map((row) => ({ ...row, reasons: reasonsSchema.parse(JSON.parse(row.reasons)) })),
    );
  }

  /** What was marked as no help since then, the newest first. */
  unhelpfulSince(oldestMs: number): readonly FeedbackGiven[] {
    return this.#file.read([], (database) =>
      database
        .prepare<[number], Omit<FeedbackGiven, 'reasons'> & { readonly reasons: string }>(
          `SELECT answer_id AS answerId, reasons, comment, given_ms AS givenMs FROM feedback
           WHERE helpful = 0 AND given_ms >= ? ORDER BY given_ms DESC`,
        )
        .all(Math.max(oldestMs, this.#oldestMs()))
        .map((row) => ({ ...row, reasons: reasonsSchema.parse(JSON.parse(row.reasons)) })),
    );
  }

  /** How many of a person's (`slack:T1:U1`, or `U1` alone) were deleted. */
  forget(person: string): number {
    return this.#file.read(0, (database) => {
      const { changes } = database
        .prepare(`DELETE FROM feedback WHERE ${IS_BY}`)
        .run(person, person);
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
