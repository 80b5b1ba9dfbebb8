import type { EmbeddingEndpoint } from '../endpoint/embedding-endpoint.ts';
import { EndpointError } from '../endpoint/endpoint-error.ts';
import type { Embedder } from './embedder.ts';

/** Texts in one request; halved for an endpoint that takes fewer. */
const MAX_BATCH = 64;

/**
 * Texts embedded by a model behind an address. A text of nothing but white space, which endpoints refuse, is a
 * vector of zeros, near to nothing.
 */
export class OpenAiEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #endpoint: EmbeddingEndpoint;
  #batchSize = MAX_BATCH;

  /** @param method name of the method, which the id starts with */
  constructor(method: string, endpoint: EmbeddingEndpoint, dimensions: number) {
    this.id = `${method}:${dimensions}`;
    this.dimensions = dimensions;
    this.#endpoint = endpoint;
  }

  async embedDocuments(
    texts: string[],
    signal = new AbortController().signal,
  ): Promise<number[][]> {
    const asked = texts.filter((text) => text.trim() !== '');
    const vectors: number[][] = [];
    while (vectors.length < asked.length)
      vectors.push(...(await this.#embedSome(asked.slice(vectors.length), signal)));
    return texts.map((text) =>
      text.trim() === ''
        ? Array.from({ length: this.dimensions }, () => 0)
        : (vectors.shift() ?? []),
    );
  }

  async embedQuery(text: string, signal?: AbortSignal): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text], signal);
    return vector;
  }

  /** Vectors of the first of the texts, as many as the endpoint takes at once. */
  async #embedSome(texts: readonly string[], signal: AbortSignal): Promise<number[][]> {
    const batch = texts.slice(0, this.#batchSize);
    try {
      const { vectors } = await this.#endpoint.embed(batch, signal);
      return vectors.map((vector) => this.#checked(vector));
    } catch (error) {
      const isTooMany =
        error instanceof EndpointError && error.kind === 'refused' && batch.length > 1;
      if (!isTooMany) throw error;
      this.#batchSize = Math.min(this.#batchSize, Math.ceil(batch.length / 2));
      return this.#embedSome(texts, signal);
    }
  }

  #checked(vector: readonly number[]): number[] {
    if (vector.length !== this.dimensions) throw new EndpointError('other-dimensions');
    const length = Math.hypot(...vector);
    return vector.map((value) => (length > 0 ? value / length : 0));
  }
}
