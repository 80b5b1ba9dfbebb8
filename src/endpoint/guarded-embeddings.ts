import type { EmbeddedTexts, EmbeddingEndpoint } from './embedding-endpoint.ts';
import type { Gate } from './gate.ts';
import type { OpenAiEmbeddings } from './openai-embeddings.ts';

/** An embedding model that is asked through the gate. */
export class GuardedEmbeddings implements EmbeddingEndpoint {
  readonly model: string;
  readonly #embeddings: OpenAiEmbeddings;
  readonly #gate: Gate;
  #tokens = 0;

  constructor(embeddings: OpenAiEmbeddings, gate: Gate) {
    this.model = embeddings.model;
    this.#embeddings = embeddings;
    this.#gate = gate;
  }

  /** Used so far. */
  get tokens(): number {
    return this.#tokens;
  }

  async embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddedTexts> {
    const turn = await this.#gate.enter(signal);
    try {
      const embedded = await turn.trying((limited) => this.#embeddings.embed(texts, limited));
      turn.succeeded();
      this.#tokens += embedded.tokens;
      return embedded;
    } catch (error) {
      throw turn.failed(error);
    } finally {
      turn.leave();
    }
  }
}
