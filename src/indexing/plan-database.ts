import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import type {
  DocumentInfo,
  GlossaryEntry,
  Indicator,
  Passage,
  PassageKind,
  PlanDocument,
  Reading,
  Responsibility,
} from '../model.ts';
import type { RowRange } from './best-rows.ts';
import type { TermSource } from './lexical-index.ts';
import type { PlanContent } from './plan-content.ts';
import { decodePostings, integersOf, type Postings, type RowLengths } from './postings.ts';
import { type Database, openForReading, type Statement } from './sqlite.ts';

interface PassageRow {
  readonly id: string;
  readonly document_id: string;
  readonly ordinal: number;
  readonly kind: PassageKind;
  readonly heading_path: string;
  readonly text: string;
  readonly quotable: string;
  readonly first_line: number;
  readonly last_line: number;
  readonly page: number | null;
}

interface Data<Type> {
  readonly data: Type;
}

/** A megabyte or two of terms. */
const MOST_FREQUENCIES = 20_000;

/**
 * Reads `plans.db`. Rows are trusted to be what write-plan-database.ts wrote from the same types: whoever
 * opens an index has compared its checksum.
 */
export class PlanDatabase implements TermSource {
  readonly lengths: RowLengths;
  /** Rows of each document, by id, in the order of ids. */
  readonly rangeOf: ReadonlyMap<string, RowRange>;
  readonly #database: Database;
  readonly #tree: Statement<[string], Data<string>>;
  readonly #reading: Statement<[string], Data<string>>;
  readonly #rowOf: Statement<[string], { readonly row: number }>;
  readonly #passageByRow: Statement<[number], PassageRow>;
  readonly #postings: Statement<[string], Data<Uint8Array>>;
  readonly #frequency: Statement<[string], { readonly frequency: number }>;
  /** Asked for again and again while an answer is weighed. */
  readonly #frequencies = new Map<string, number>();
  readonly #term: Statement<[number], { readonly term: string }>;

  constructor(file: string) {
    const database = openForReading(file);
    this.#database = database;
    this.#tree = database.prepare('SELECT tree AS data FROM documents WHERE id = ?');
    this.#reading = database.prepare('SELECT reading AS data FROM documents WHERE id = ?');
    this.#rowOf = database.prepare('SELECT row FROM passages WHERE id = ?');
    this.#passageByRow = database.prepare('SELECT * FROM passages WHERE row = ?');
    this.#postings = database.prepare('SELECT data FROM postings WHERE term = ?');
    this.#frequency = database.prepare('SELECT frequency FROM postings WHERE term = ?');
    this.#term = database.prepare('SELECT term FROM postings WHERE number = ?');
    this.lengths = { heading: this.#lengths('heading'), body: this.#lengths('body') };
    this.rangeOf = new Map(
      database
        .prepare<[], { id: string; first_row: number; end_row: number }>(
          'SELECT id, first_row, end_row FROM documents ORDER BY first_row, id',
        )
        .all()
        .map(({ id, first_row, end_row }) => [id, [first_row, end_row]]),
    );
  }

  #lengths(field: string): Uint32Array {
    const found = this.#database
      .prepare<[string], Data<Uint8Array>>('SELECT data FROM lengths WHERE field = ?')
      .get(field);
    return integersOf(found?.data ?? new Uint8Array());
  }

  get rows(): number {
    return this.lengths.body.length;
  }

  document(id: string): PlanDocument | undefined {
    const found = this.#tree.get(id);
    return found === undefined ? undefined : fromJson<PlanDocument>(found);
  }

  reading(id: string): Reading | undefined {
    const found = this.#reading.get(id);
    return found === undefined ? undefined : fromJson<Reading>(found);
  }

  /** In the order of their ids. */
  documents(): DocumentInfo[] {
    return this.#database
      .prepare<[], Data<string>>('SELECT info AS data FROM documents ORDER BY first_row, id')
      .all()
      .map((found) => fromJson<DocumentInfo>(found));
  }

  indicators(documentId?: string): Indicator[] {
    return this.#dataOf('indicators', documentId).map((found) => fromJson<Indicator>(found));
  }

  responsibilities(documentId?: string): Responsibility[] {
    return this.#dataOf('responsibilities', documentId).map((found) =>
      fromJson<Responsibility>(found),
    );
  }

  glossary(documentId?: string): GlossaryEntry[] {
    return this.#dataOf('glossary', documentId).map((found) => fromJson<GlossaryEntry>(found));
  }

  /** Of one document, or of all in the order of their ids. */
  #dataOf(
    table: 'indicators' | 'responsibilities' | 'glossary',
    documentId?: string,
  ): Data<string>[] {
    const which = documentId === undefined ? '' : 'WHERE document_id = ?';
    return this.#database
      .prepare<string[], Data<string>>(`SELECT data FROM ${table} ${which} ORDER BY rowid`)
      .all(...(documentId === undefined ? [] : [documentId]));
  }

  /** All there is of one document. */
  content(id: string): PlanContent | undefined {
    const [document, reading, entry] = [this.document(id), this.reading(id), this.#entryOf(id)];
    if (document === undefined || reading === undefined || entry === undefined) return undefined;
    return {
      entry,
      document,
      reading,
      passages: this.passagesOf(id),
      indicators: this.indicators(id),
      responsibilities: this.responsibilities(id),
      glossary: this.glossary(id),
    };
  }

  #entryOf(id: string): CatalogueEntry | undefined {
    const found = this.#database
      .prepare<[string], Data<string>>('SELECT entry AS data FROM documents WHERE id = ?')
      .get(id);
    return found === undefined ? undefined : fromJson<CatalogueEntry>(found);
  }

  rowOf(passageId: string): number | undefined {
    return this.#rowOf.get(passageId)?.row;
  }

  passageAt(row: number): Passage | undefined {
    const found = this.#passageByRow.get(row);
    return found === undefined ? undefined : toPassage(found);
  }

  passagesOf(documentId: string): Passage[] {
    const [first, end] = this.rangeOf.get(documentId) ?? [0, 0];
    const rows = Array.from({ length: end - first }, (_, at) => first + at);
    return rows.map((row) => this.passageAt(row)).filter((passage) => passage !== undefined);
  }

  /** Ids of all passages in the order of their rows. */
  passageIds(): string[] {
    return this.#database
      .prepare<[], { id: string }>('SELECT id FROM passages ORDER BY row')
      .all()
      .map(({ id }) => id);
  }

  postings(term: string): Postings | undefined {
    const found = this.#postings.get(term);
    return found === undefined ? undefined : decodePostings(found.data);
  }

  frequency(term: string): number {
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    const frequency = this.#frequency.get(term)?.frequency ?? 0;
    if (this.#frequencies.size >= MOST_FREQUENCIES) this.#frequencies.clear();
    this.#frequencies.set(term, frequency);
    return frequency;
  }

  termAt(number: number): string | undefined {
    return this.#term.get(number)?.term;
  }

  close(): void {
    this.#database.close();
  }
}

// The text was made with JSON.stringify from a value of that very type.
const fromJson = <Type>({ data }: Data<string>): Type => JSON.parse(data) as Type;

const toPassage = (row: PassageRow): Passage => ({
  id: row.id,
  documentId: row.document_id,
  ordinal: row.ordinal,
  kind: row.kind,
  headingPath: fromJson<string[]>({ data: row.heading_path }),
  text: row.text,
  quotable: row.quotable,
  lines: [row.first_line, row.last_line],
  page: row.page,
});
