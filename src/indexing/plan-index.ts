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
import type { Manifest } from './manifest.ts';

export interface LexicalQuery {
  /** Index terms with their weight (1 = said in the question, less = a synonym). Unknown terms find nothing. */
  readonly terms: ReadonlyMap<string, number>;
  /** Only these documents; all where left out. */
  readonly documentIds?: readonly string[];
  readonly limit: number;
}

export interface VectorQuery {
  readonly vector: readonly number[];
  readonly documentIds?: readonly string[];
  readonly limit: number;
}

/** A word of the texts near in meaning to what was asked for. */
export interface NearTerm {
  readonly term: string;
  /** Cosine: 1 means the same. */
  readonly similarity: number;
}

/** One opened generation of the index: read-only, synchronous, safe to share between questions. */
export interface PlanIndex {
  readonly generation: string;
  readonly manifest: Manifest;
  readonly segmenter: Segmenter;
  readonly embedder: Embedder;
  readonly words: WordVectors;

  /** In the order of their ids. */
  readonly documents: readonly DocumentInfo[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
  /** Terms that the documents explain. */
  readonly glossary: readonly GlossaryEntry[];

  /** The whole tree; undefined for an id the index does not hold. */
  document(id: string): PlanDocument | undefined;
  /** The text its lines count in; undefined for an id the index does not hold. */
  reading(id: string): Reading | undefined;
  passage(id: string): Passage | undefined;
  /** All passages of a document in order. */
  passagesOf(documentId: string): readonly Passage[];

  /** BM25 over heading path and text; best first. */
  searchLexical(query: LexicalQuery): Hit[];
  /**
   * Cosine similarity (1 = same direction); best first. Exact within documents, nearly so over all; a vector of
   * zeros finds nothing.
   */
  searchVectors(query: VectorQuery): Hit[];
  /** Words that the texts hold, nearest in meaning first. */
  nearestTerms(vector: Float32Array, limit: number): NearTerm[];
  /** In how many passages the term stands; of these documents, where they are given. */
  documentFrequency(term: string, documentIds?: readonly string[]): number;

  close(): void;
}
