import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { bytesOf } from './postings.ts';
import { type Database, isDatabaseError, openForKeeping, type Statement } from './sqlite.ts';

const FILE = 'embeddings.db';
/** Only one build runs at a time; nobody else opens the file. */
const WAIT_MS = 1_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS vectors (
    embedder TEXT NOT NULL,
    text BLOB NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (embedder, text)
  ) STRICT;`;

/**
 * What an embedder elsewhere made of texts, beside the generations of an index and outliving them: kept at once,
 * so that a build that breaks off, and one from nothing, need not ask for it again.
 */
export class KeptVectors {
  readonly #database: Database;
  readonly #embedder: string;
  readonly #find: Statement<[string, Buffer], { readonly vector: Buffer }>;

  constructor(database: Database, embedder: string) {
    database.exec(SCHEMA);
    this.#database = database;
    this.#embedder = embedder;
    this.#find = database.prepare('SELECT vector FROM vectors WHERE embedder = ? AND text = ?');
  }

  get(text: string): Float32Array | undefined {
    const row = this.#find.get(this.#embedder, digestOf(text));
    return row && new Float32Array(Uint8Array.from(row.vector).buffer);
  }

  keep(texts: readonly string[], vectors: readonly (readonly number[])[]): void {
    const insert = this.#database.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)');
    this.#database.transaction(() => {
      for (const [at, text] of texts.entries())
        insert.run(this.#embedder, digestOf(text), bytesOf(Float32Array.from(vectors[at] ?? [])));
    })();
  }

  /** Forgets all other texts, of every embedder. */
  forgetBut(texts: readonly string[]): void {
    const database = this.#database;
    database.exec('CREATE TEMP TABLE present (text BLOB PRIMARY KEY) STRICT, WITHOUT ROWID');
    const insert = database.prepare('INSERT OR IGNORE INTO present VALUES (?)');
    database.transaction(() => {
      for (const text of texts) insert.run(digestOf(text));
      database.exec('DELETE FROM vectors WHERE text NOT IN (SELECT text FROM present)');
    })();
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Hands over what is kept of an embedder, and closes it whatever happens. Throws INDEX_DAMAGED. */
export async function withKeptVectors<Result>(
  indexDir: string,
  embedder: string,
  work: (kept: KeptVectors) => Promise<Result>,
): Promise<Result> {
  const file = join(indexDir, FILE);
  let database: Database | undefined;
  try {
    database = openForKeeping(file, WAIT_MS);
    return await work(new KeptVectors(database, embedder));
  } catch (cause) {
    if (!isDatabaseError(cause) || !/^SQLITE_(?:CORRUPT|NOTADB)/u.test(cause.code)) throw cause;
    throw new YoujuError(
      'INDEX_DAMAGED',
      `保存的向量已损坏。请删除 ${file} 后重新运行 npm run ingest，其中的向量要重新计算。`,
      { cause },
    );
  } finally {
    database?.close();
  }
}
