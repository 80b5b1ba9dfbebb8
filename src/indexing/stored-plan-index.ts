import type { Embedder } from '../embed/embedder.ts';
import type { WordVectors } from '../embed/words/word-vectors.ts';
import type {
  DocumentInfo,
  GlossaryEntry,
  Hit,
  Indicator,
  Passage,
  PlanDocument,
  Reading,
  Responsibility,
} from '../model.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import type { RowRange, ScoredRow } from './best-rows.ts';
import { LexicalIndex } from './lexical-index.ts';
import type { Manifest } from './manifest.ts';
import { PassageCache } from './passage-cache.ts';
import type { PlanDatabase } from './plan-database.ts';
import type { LexicalQuery, NearTerm, PlanIndex, VectorQuery } from './plan-index.ts';
import type { VectorIndex } from './vector-index.ts';

/** The opened parts of a generation. */
export interface IndexParts {
  readonly generation: string;
  readonly manifest: Manifest;
  readonly segmenter: Segmenter;
  readonly embedder: Embedder;
  readonly database: PlanDatabase;
  readonly vectors: VectorIndex;
  readonly words: WordVectors;
  /** The words of the texts, by number of their term. */
  readonly linkedWords: VectorIndex;
}

export class StoredPlanIndex implements PlanIndex {
  readonly generation: string;
  readonly manifest: Manifest;
  readonly segmenter: Segmenter;
  readonly embedder: Embedder;
  readonly words: WordVectors;
  readonly documents: readonly DocumentInfo[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
  readonly glossary: readonly GlossaryEntry[];
  readonly #database: PlanDatabase;
  readonly #vectors: VectorIndex;
  readonly #linkedWords: VectorIndex;
  readonly #lexical: LexicalIndex;
  readonly #passages: PassageCache;

  constructor(parts: IndexParts) {
    const { generation, manifest, segmenter, embedder, words, database } = parts;
    this.generation = generation;
    this.manifest = manifest;
    this.segmenter = segmenter;
    this.embedder = embedder;
    this.words = words;
    this.documents = database.documents();
    this.indicators = database.indicators();
    this.responsibilities = database.responsibilities();
    this.glossary = database.glossary();
    this.#database = database;
    this.#vectors = parts.vectors;
    this.#linkedWords = parts.linkedWords;
    this.#lexical = new LexicalIndex(database);
    this.#passages = new PassageCache((row) => database.passageAt(row));
  }

  document(id: string): PlanDocument | undefined {
    return this.#database.document(id);
  }

  reading(id: string): Reading | undefined {
    return this.#database.reading(id);
  }

  passage(id: string): Passage | undefined {
    const row = this.#database.rowOf(id);
    return row === undefined ? undefined : this.#passages.at(row);
  }

  passagesOf(documentId: string): readonly Passage[] {
    const [first, end] = this.#database.rangeOf.get(documentId) ?? [0, 0];
    return Array.from({ length: end - first }, (_, at) => this.#passages.at(first + at)).filter(
      (passage) => passage !== undefined,
    );
  }

  searchLexical({ terms, documentIds, limit }: LexicalQuery): Hit[] {
    const ranges = documentIds === undefined ? this.#everything() : this.#rangesOf(documentIds);
    return this.#toHits(this.#lexical.search(terms, ranges, limit));
  }

  searchVectors({ vector, documentIds, limit }: VectorQuery): Hit[] {
    const found =
      documentIds === undefined
        ? this.#vectors.nearest(vector, limit)
        : this.#vectors.nearestWithin(vector, this.#rangesOf(documentIds), limit);
    return this.#toHits(found);
  }

  nearestTerms(vector: Float32Array, limit: number): NearTerm[] {
    return this.#linkedWords.nearest(vector, limit).flatMap(({ row, score }) => {
      const term = this.#database.termAt(row);
      return term === undefined ? [] : [{ term, similarity: score }];
    });
  }

  documentFrequency(term: string, documentIds?: readonly string[]): number {
    return documentIds === undefined
      ? this.#database.frequency(term)
      : this.#lexical.frequency(term, this.#rangesOf(documentIds));
  }

  close(): void {
    this.#database.close();
  }

  #everything(): RowRange[] {
    return [[0, this.#database.rows]];
  }

  /** Each document once, in the order of rows; unknown ids have no rows. */
  #rangesOf(documentIds: readonly string[]): RowRange[] {
    const ranges = [...new Set(documentIds)].flatMap((id) => {
      const range = this.#database.rangeOf.get(id);
      return range === undefined ? [] : [range];
    });
    return ranges.sort(([a], [b]) => a - b);
  }

  #toHits(rows: readonly ScoredRow[]): Hit[] {
    return rows.flatMap(({ row, score }) => {
      const passage = this.#passages.at(row);
      return passage === undefined ? [] : [{ passage, score }];
    });
  }
}
