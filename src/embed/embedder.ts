import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Turns text into vectors of unit length; LangChain's contract plus what an index must remember of it. */
export interface Embedder extends EmbeddingsInterface {
  /** Names the method and what it stands on; vectors of two ids never meet. */
  readonly id: string;
  readonly dimensions: number;
  /** Where it asks an endpoint: throws EndpointError; the signal ends the asking. */
  embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
}
