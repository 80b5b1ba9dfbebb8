import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { flatten, plainQuestion } from '../understand/question-text.ts';
import { StateFile } from './state-file.ts';

/** An answer that an editor wrote for a question; proven anew each time it is given. */
export interface ApprovedAnswer {
  readonly id: string;
  /** Wordings of the question, at least one. */
  readonly questions: readonly string[];
  readonly sentences: readonly string[];
  /** Passages that prove them. */
  readonly passageIds: readonly string[];
  readonly writtenMs: number;
}

export type ApprovedDraft = Pick<ApprovedAnswer, 'questions' | 'sentences' | 'passageIds'>;

const SCHEMA = `
  CREATE TABLE approved (
    id TEXT PRIMARY KEY,
    questions TEXT NOT NULL,
    sentences TEXT NOT NULL,
    passages TEXT NOT NULL,
    written_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE approved_wordings (
    wording TEXT PRIMARY KEY,
    id TEXT NOT NULL REFERENCES approved (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;`;

interface Row {
  readonly id: string;
  readonly questions: string;
  readonly sentences: string;
  readonly passages: string;
  readonly writtenMs: number;
}

const textsSchema = z.array(z.string());
const texts = (json: string): readonly string[] => textsSchema.parse(JSON.parse(json));

const ROW = 'id, questions, sentences, passages, written_ms AS writtenMs FROM approved';

/** What is the same question however it is typed. */
const wordingOf = (question: string): string =>
  flatten(plainQuestion(question)).replace(/\p{P}+/gu, '');

/** Answers that editors wrote. Every member but `close` throws STATE_UNUSABLE. */
export class ApprovedAnswers {
  readonly #file: StateFile;
  readonly #now: () => Date;

  constructor({ stateDir, now }: { readonly stateDir: string; readonly now: () => Date }) {
    this.#now = now;
    this.#file = new StateFile({ stateDir, name: 'approved.db', version: 1, schema: SCHEMA });
  }

  /** Takes the place of what was written before for any of its questions. */
  save({ questions, sentences, passageIds }: ApprovedDraft): ApprovedAnswer {
    const id = randomUUID();
    const writtenMs = this.#now().getTime();
    const wordings = new Set(questions.map(wordingOf));
    this.#file.use((database) =>
      database.transaction(() => {
        for (const wording of wordings)
          database
            .prepare(
              'DELETE FROM approved WHERE id IN (SELECT id FROM approved_wordings WHERE wording = ?)',
            )
            .run(wording);
        database
          .prepare('INSERT INTO approved VALUES (?, ?, ?, ?, ?)')
          .run(
            id,
            JSON.stringify(questions),
            JSON.stringify(sentences),
            JSON.stringify(passageIds),
            writtenMs,
          );
        for (const wording of wordings)
          database
            .prepare('INSERT OR REPLACE INTO approved_wordings VALUES (?, ?)')
            .run(wording, id);
      })(),
    );
    return { id, questions, sentences, passageIds, writtenMs };
  }

  find(question: string): ApprovedAnswer | undefined {
    return this.#file.read(undefined, (database) => {
      const row = database
        .prepare<[string], Row>(
          `SELECT ${ROW} WHERE id = (SELECT id FROM approved_wordings WHERE wording = ?)`,
        )
        .get(wordingOf(question));
      return row && toApproved(row);
    });
  }

  /** The newest first. */
  list(): readonly ApprovedAnswer[] {
    return this.#file.read([], (database) =>
      database.prepare<[], Row>(`SELECT ${ROW} ORDER BY written_ms DESC`).all().map(toApproved),
    );
  }

  /** False where there is none of that id. */
  remove(id: string): boolean {
    return this.#file.read(
      false,
      (database) => database.prepare('DELETE FROM approved WHERE id = ?').run(id).changes > 0,
    );
  }

  close(): void {
    this.#file.close();
  }
}

const toApproved = ({ passages, questions, sentences, ...row }: Row): ApprovedAnswer => ({
  ...row,
  questions: texts(questions),
  sentences: texts(sentences),
  passageIds: texts(passages),
});
