import type { Embedder } from '../embed/embedder.ts';
import { EndpointError } from '../endpoint/endpoint-error.ts';

/** Lies in no direction: nothing is near it. */
const NO_VECTOR: readonly number[] = [];

/**
 * Embeds what one question asks for, each text once. Where the embedder's endpoint fails, it is left alone for the
 * rest of the question, which is then answered from words alone.
 */
export class QuestionVectors {
  readonly #embedder: Embedder;
  readonly #signal: AbortSignal | undefined;
  readonly #known = new Map<string, Promise<readonly number[]>>();
  #failure: EndpointError | undefined;

  /** @param signal ends the asking; its reason is thrown, unless it is that time is up */
  constructor(embedder: Embedder, signal?: AbortSignal) {
    this.#embedder = embedder;
    this.#signal = signal;
  }

  of(text: string): Promise<readonly number[]> {
    const vector = this.#known.get(text) ?? this.#ask(text);
    this.#known.set(text, vector);
    return vector;
  }

  /** What the person should know of the search. */
  get notes(): readonly string[] {
    return this.#failure === undefined
      ? []
      : [`这次只按词语查找，没有用上向量检索：${this.#failure.message}`];
  }

  async #ask(text: string): Promise<readonly number[]> {
    if (this.#failure !== undefined) return NO_VECTOR;
    try {
      return await this.#embedder.embedQuery(text, this.#signal);
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      this.#failure = error;
      return NO_VECTOR;
    }
  }
}
