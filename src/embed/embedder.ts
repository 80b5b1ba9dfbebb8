import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Turns text into vectors of unit length; LangChain's contract plus what an index must remember of it. */
export interface Embedder extends EmbeddingsInterface {
  /** Names the method and, where it is trained, the training; vectors of two ids never meet. */
  readonly id: string;
  readonly dimensions: number;
}
