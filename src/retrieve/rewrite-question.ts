import { z } from 'zod';
import { askForJson } from '../endpoint/ask-for-json.ts';
import type { ChatEndpoint } from '../endpoint/chat-endpoint.ts';
import { EndpointError } from '../endpoint/endpoint-error.ts';
import { withPatience } from '../endpoint/patience.ts';
import { loadPrompt, type Prompt } from '../endpoint/prompt.ts';

export interface RewriteOptions {
  /** Without an answer by then the question is searched as it stands. */
  readonly timeoutMs: number;
  readonly maxTokens: number;
  /** Questions whose searches are remembered; the oldest leave first. */
  readonly remembered: number;
}

export const defaultRewriteOptions: RewriteOptions = {
  timeoutMs: 2_500,
  maxTokens: 200,
  remembered: 1_000,
};

const MAX_SEARCHES = 3;
const MAX_SEARCH_CHARS = 60;

const form = z.object({ searches: z.array(z.string()) });

/** Has a model say an everyday question in the language of plans, to search with and for nothing else. */
export class QuestionRewriter {
  readonly #endpoint: ChatEndpoint;
  readonly #prompt: Prompt<'question' | 'before'>;
  readonly #options: RewriteOptions;
  readonly #remembered = new Map<string, readonly string[]>();

  constructor(
    endpoint: ChatEndpoint,
    prompt: Prompt<'question' | 'before'>,
    options = defaultRewriteOptions,
  ) {
    this.#endpoint = endpoint;
    this.#prompt = prompt;
    this.#options = options;
  }

  /**
   * Up to three searches; none where the model has none, or does not say in time. Throws only the reason of the
   * signal.
   * @param before what earlier turns were about
   */
  async searchesFor(
    question: string,
    before: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const key = `${before}\n${question}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) {
      this.#remember(key, known);
      return known;
    }
    try {
      const searches = await withPatience(this.#options.timeoutMs, signal, (limited) =>
        this.#ask(question, before, limited),
      );
      if (searches !== undefined) this.#remember(key, searches);
      return searches ?? [];
    } catch (error) {
      if (error instanceof EndpointError) return [];
      throw error;
    }
  }

  async #ask(question: string, before: string, signal: AbortSignal): Promise<readonly string[]> {
    const { maxTokens } = this.#options;
    const messages = await this.#prompt.fill({ question, before });
    const { searches } = await askForJson(
      this.#endpoint,
      { messages, name: 'searches', form, maxTokens },
      { signal },
    );
    const plain = searches.map((search) => search.replace(/\p{Cc}+/gu, ' ').trim());
    return [...new Set(plain)]
      .filter((search) => search.length >= 2 && search.length <= MAX_SEARCH_CHARS)
      .filter((search) => search !== question)
      .slice(0, MAX_SEARCHES);
  }

  /** As the youngest. */
  #remember(key: string, searches: readonly string[]): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, searches);
    if (this.#remembered.size <= this.#options.remembered) return;
    const oldest = this.#remembered.keys().next();
    if (oldest.done !== true) this.#remembered.delete(oldest.value);
  }
}

export const createQuestionRewriter = async (endpoint: ChatEndpoint): Promise<QuestionRewriter> =>
  new QuestionRewriter(endpoint, await loadPrompt('rewrite-question', ['question', 'before']));
