import { z } from 'zod';
import { askForJson } from '../endpoint/ask-for-json.ts';
import type { ChatEndpoint } from '../endpoint/chat-endpoint.ts';
import { EndpointError } from '../endpoint/endpoint-error.ts';
import { withPatience } from '../endpoint/patience.ts';
import { loadPrompt, type Prompt } from '../endpoint/prompt.ts';
import type { Hit } from '../model.ts';

export interface RerankOptions {
  /** Hits the model sees; those behind them stay where they are. */
  readonly passages: number;
  readonly passageChars: number;
  readonly maxTokens: number;
  readonly timeoutMs: number;
}

export const defaultRerankOptions: RerankOptions = {
  passages: 20,
  passageChars: 240,
  maxTokens: 120,
  timeoutMs: 3_000,
};

const form = z.object({ order: z.array(z.number()) });

/** Lets a model put the best hits into another order. */
export class Reranker {
  readonly #endpoint: ChatEndpoint;
  readonly #prompt: Prompt<'question' | 'passages'>;
  readonly #options: RerankOptions;

  constructor(
    endpoint: ChatEndpoint,
    prompt: Prompt<'question' | 'passages'>,
    options = defaultRerankOptions,
  ) {
    this.#endpoint = endpoint;
    this.#prompt = prompt;
    this.#options = options;
  }

  /** All of the hits: those the model names first, then the others as they were. Throws only the signal's reason. */
  async rerank<Found extends Hit>(
    question: string,
    hits: readonly Found[],
    signal: AbortSignal,
  ): Promise<readonly Found[]> {
    const { passages, maxTokens, timeoutMs } = this.#options;
    const shown = hits.slice(0, passages);
    if (shown.length < 2) return hits;
    try {
      const answer = await withPatience(timeoutMs, signal, async (limited) =>
        askForJson(
          this.#endpoint,
          { messages: await this.#messages(question, shown), name: 'order', form, maxTokens },
          { signal: limited },
        ),
      );
      return reordered(hits, shown.length, answer?.order ?? []);
    } catch (error) {
      if (error instanceof EndpointError) return hits;
      throw error;
    }
  }

  #messages(question: string, shown: readonly Hit[]) {
    const passages = shown.map(({ passage }, at) => {
      const text = [...passage.headingPath.slice(-2), passage.text]
        .join(' › ')
        .replace(/\s+/gu, ' ');
      return `[${at + 1}] ${text.slice(0, this.#options.passageChars)}`;
    });
    return this.#prompt.fill({ question, passages: passages.join('\n') });
  }
}

/** Numbers from 1, each once, of what was shown; any other is passed over. */
function reordered<Found>(
  hits: readonly Found[],
  shown: number,
  order: readonly number[],
): readonly Found[] {
  const named = new Set(order.filter((n) => Number.isInteger(n) && n >= 1 && n <= shown));
  const first = [...named].flatMap((n) => hits.slice(n - 1, n));
  return [...first, ...hits.filter((_, at) => !named.has(at + 1))];
}

export const createReranker = async (endpoint: ChatEndpoint): Promise<Reranker> =>
  new Reranker(endpoint, await loadPrompt('rerank-passages', ['question', 'passages']));
