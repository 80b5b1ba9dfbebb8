import type { Embedder } from './embedder.ts';

/** A way to get embedders: how one comes about when an index is built, and again when it is opened. */
export interface EmbeddingMethod {
  /** What the ids of its embedders start with, up to a colon; an index embedded another way is stale. */
  readonly name: string;
  /** Whether its embedders are made from the texts of the index, so that they age as those change. */
  readonly isTrained: boolean;
  /** The model it asks elsewhere, for money or time: what that embedded is kept. Left out where it asks nobody. */
  readonly model?: string;
  /** The same texts in the same order always give an embedder of the same id. */
  create(texts: readonly string[], signal?: AbortSignal): Promise<CreatedEmbedder>;
  /** @param json what `create` gave for keeping, as found in `embedder.json` */
  restore(json: string): Embedder;
}

export interface CreatedEmbedder {
  readonly embedder: Embedder;
  readonly json: string;
}
