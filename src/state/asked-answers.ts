import { z } from 'zod';
import type { Answer, AnswerKind, Outcome } from '../model.ts';
import { StateFile } from './state-file.ts';

export interface AskedAnswersOptions {
  readonly stateDir: string;
  readonly retentionDays: number;
  /** Whether what was asked is kept too; otherwise only what became of it. */
  readonly keepsTexts: boolean;
  /** Days that it is: as long as it is known whose words they are, so that they can be deleted with the person's. */
  readonly textDays: number;
  readonly now: () => Date;
}

/** That something was asked and what became of it; by whom is kept nowhere. */
export interface AskedAnswer {
  /** As feedback names it. */
  readonly answerId: string;
  readonly outcome: Outcome;
  readonly kind: AnswerKind;
  /** Documents it stood on or came near to. */
  readonly documentIds: readonly string[];
  /** Null where texts are not kept. */
  readonly question: string | null;
  readonly askedMs: number;
}

const SCHEMA = `
  CREATE TABLE asked (
    answer_id TEXT PRIMARY KEY,
    outcome TEXT NOT NULL,
    kind TEXT NOT NULL,
    documents TEXT NOT NULL,
    question TEXT,
    asked_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX asked_by_age ON asked (asked_ms);`;

const DAY_MS = 24 * 60 * 60 * 1000;

const idsSchema = z.array(z.string());

/** What was asked, for those who look after the documents. Every member but `close` throws STATE_UNUSABLE. */
export class AskedAnswers {
  readonly #options: AskedAnswersOptions;
  readonly #file: StateFile;

  constructor(options: AskedAnswersOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'asked.db', version: 1, schema: SCHEMA });
  }

  note(answerId: string, { question, outcome, kind, citations, nearest = [] }: Answer): void {
    const { keepsTexts, retentionDays, textDays } = this.#options;
    const documentIds = [...citations, ...nearest].map(({ documentId }) => documentId);
    this.#file.use((database) => {
      const oldestMs = this.#nowMs() - retentionDays * DAY_MS;
      database.prepare('DELETE FROM asked WHERE asked_ms < ?').run(oldestMs);
      database
        .prepare('UPDATE asked SET question = NULL WHERE question IS NOT NULL AND asked_ms < ?')
        .run(this.#nowMs() - textDays * DAY_MS);
      database
        .prepare('INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?, ?, ?)')
        .run(
          answerId,
          outcome,
          kind,
          JSON.stringify([...new Set(documentIds)]),
          keepsTexts ? question : null,
          this.#nowMs(),
        );
    });
  }

  /** The newest first. */
  since(oldestMs: number): readonly AskedAnswer[] {
    return this.#file.read([], (database) =>
      database
        .prepare<[number], Omit<AskedAnswer, 'documentIds'> & { readonly documents: string }>(
          `SELECT answer_id AS answerId, outcome, kind, documents, question, asked_ms AS askedMs
           FROM asked WHERE asked_ms >= ? ORDER BY asked_ms DESC`,
        )
        .all(oldestMs)
        .map(({ documents, ...row }) => ({
          ...row,
          documentIds: idsSchema.parse(JSON.parse(documents)),
        })),
    );
  }

  /** Deletes the words of questions; that something was asked stays. */
  forgetTexts(answerIds: readonly string[]): void {
    this.#file.read(undefined, (database) => {
      const forget = database.prepare('UPDATE asked SET question = NULL WHERE answer_id = ?');
      database.transaction(() => {
        for (const id of answerIds) forget.run(id);
      })();
      database.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  close(): void {
    this.#file.close();
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}
