import type { Embedder } from './embedder.ts';

/** A way to get embedders: how one comes about when an index is built, and again when it is opened. */
export interface EmbeddingMethod {
  /** What the ids of its embedders start with, up to a colon; an index embedded another way is stale. */
  readonly name: string;
  /** The model it asks elsewhere, for money or time: what that embedded is kept. Left out where it asks nobody. */
  readonly model?: string;
  create(signal?: AbortSignal): Promise<CreatedEmbedder>;
  /** @param json what `create` gave for keeping, as found in `embedder.json` */
  restore(json: string): Embedder;
}

export interface CreatedEmbedder {
  readonly embedder: Embedder;
  readonly json: string;
}
