import type {
  Answer,
  DocumentInfo,
  Hit,
  Indicator,
  Passage,
  PlanDocument,
  Responsibility,
} from './model.ts';

export interface AskOptions {
  /** Only these documents. */
  readonly documentIds?: readonly string[];
  /** Earlier turns of the conversation, oldest first. */
  readonly turns?: readonly string[];
}

export interface SearchOptions {
  readonly documentIds?: readonly string[];
  readonly limit?: number;
}

/** A document with what a reader needs to set and link it. */
export interface OpenDocument {
  readonly document: PlanDocument;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
}

/** The whole of Youju as channels see it. */
export interface App {
  ask(question: string, options?: AskOptions): Promise<Answer>;
  search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
  documents(): readonly DocumentInfo[];
  /** Throws DOCUMENT_UNKNOWN. */
  document(id: string): OpenDocument;
  close(): Promise<void>;
}
