import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../model.ts';
import { StateFile } from './state-file.ts';

/** A document as it was when an answer was shared. */
export interface SharedEdition {
  readonly documentId: string;
  readonly title: string;
  readonly issuedOn: string | null;
}

/** An answer as somebody read it and passes it on. */
export interface SharedAnswer {
  readonly answer: Omit<Answer, 'passages' | 'timings' | 'wording'>;
  /** Earlier questions of its thread, oldest first. */
  readonly turns: readonly string[];
  readonly editions: readonly SharedEdition[];
  readonly sharedMs: number;
  readonly expiresMs: number;
}

export interface SharedAnswersOptions {
  readonly stateDir: string;
  readonly retentionDays: number;
  readonly now: () => Date;
}

const SCHEMA = `
  CREATE TABLE shared_answers (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    content TEXT NOT NULL,
    expires_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shared_answers_by_age ON shared_answers (expires_ms);`;

interface Row {
  readonly owner: string;
  readonly content: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody guesses an id of so many random bytes. */
const ID_BYTES = 15;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const contentSchema = z.custom<SharedAnswer>(
  (value) => typeof value === 'object' && value !== null && 'answer' in value,
);

/**
 * Answers that were shared, and only those, each until it expires or is revoked. Every member but `close` throws
 * STATE_UNUSABLE where they cannot be kept or read.
 */
export class SharedAnswers {
  readonly #options: SharedAnswersOptions;
  readonly #file: StateFile;

  constructor(options: SharedAnswersOptions) {
    this.#options = options;
    const { stateDir } = options;
    this.#file = new StateFile({ stateDir, name: 'shared.db', version: 1, schema: SCHEMA });
  }

  /** Returns the id of its address. `owner`: a secret of the browser that shares it; only its digest is kept. */
  share(shared: Omit<SharedAnswer, 'sharedMs' | 'expiresMs'>, owner: string): string {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const sharedMs = this.#nowMs();
    const expiresMs = sharedMs + this.#options.retentionDays * DAY_MS;
    this.#file.use((database) => {
      database.prepare('DELETE FROM shared_answers WHERE expires_ms < ?').run(sharedMs);
      database
        .prepare('INSERT INTO shared_answers VALUES (?, ?, ?, ?)')
        .run(id, digestOf(owner), JSON.stringify({ ...shared, sharedMs, expiresMs }), expiresMs);
    });
    return id;
  }

  /** Undefined where it has expired, was revoked, or never was. */
  find(id: string): SharedAnswer | undefined {
    const row = this.#row(id);
    return row && contentSchema.parse(JSON.parse(row.content));
  }

  isOwner(id: string, secret: string): boolean {
    return this.#row(id)?.owner === digestOf(secret);
  }

  revoke(id: string): void {
    this.#file.read(undefined, (database) => {
      database.prepare('DELETE FROM shared_answers WHERE id = ?').run(id);
    });
  }

  close(): void {
    this.#file.close();
  }

  #row(id: string): Row | undefined {
    return this.#file.read<Row | undefined>(undefined, (database) =>
      database
        .prepare<[string, number], Row>(
          'SELECT owner, content FROM shared_answers WHERE id = ? AND expires_ms >= ?',
        )
        .get(id, this.#nowMs()),
    );
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}
