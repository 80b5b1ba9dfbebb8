import type { Passage } from '../model.ts';
import { StateFile } from './state-file.ts';

/** What is remembered of a passage whose text or place has changed since. */
export interface FormerPassage {
  readonly documentId: string;
  readonly headingPath: readonly string[];
  readonly text: string;
}

interface Row {
  readonly document_id: string;
  readonly heading_path: string;
  readonly text: string;
}

const SCHEMA = `
  CREATE TABLE former_passages (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    heading_path TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/**
 * Passages that an index once had, so that links to them still lead somewhere. Kept for good: such links stand in
 * old messages and reports. Every member but `close` throws STATE_UNUSABLE where they cannot be kept or read.
 */
export class FormerPassages {
  readonly #file: StateFile;

  constructor({ stateDir }: { readonly stateDir: string }) {
    this.#file = new StateFile({ stateDir, name: 'links.db', version: 1, schema: SCHEMA });
  }

  keep(passages: readonly Passage[]): void {
    if (passages.length === 0) return;
    this.#file.use((database) => {
      const insert = database.prepare('INSERT OR REPLACE INTO former_passages VALUES (?, ?, ?, ?)');
      database.transaction(() => {
        for (const { id, documentId, headingPath, quotable } of passages)
          insert.run(id, documentId, JSON.stringify(headingPath), quotable);
      })();
    });
  }

  find(id: string): FormerPassage | undefined {
    const row = this.#file.read(undefined, (database) =>
      database.prepare<[string], Row>('SELECT * FROM former_passages WHERE id = ?').get(id),
    );
    return row && toFormer(row);
  }

  /** All that is remembered of one document. */
  ofDocument(documentId: string): readonly FormerPassage[] {
    const rows = this.#file.read<readonly Row[]>([], (database) =>
      database
        .prepare<[string], Row>('SELECT * FROM former_passages WHERE document_id = ?')
        .all(documentId),
    );
    return rows.map(toFormer);
  }

  close(): void {
    this.#file.close();
  }
}

const toFormer = ({ document_id, heading_path, text }: Row): FormerPassage => ({
  documentId: document_id,
  // Written by `keep` from just this type.
  headingPath: JSON.parse(heading_path) as string[],
  text,
});
