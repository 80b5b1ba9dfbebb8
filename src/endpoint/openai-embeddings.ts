import type OpenAI from 'openai';
import { z } from 'zod';
import type { EmbeddedTexts } from './embedding-endpoint.ts';
import { EndpointError } from './endpoint-error.ts';
import { createOpenAiClient, type EndpointAddress, failureOf } from './openai-client.ts';
import { estimateTokens } from './token-budget.ts';

/** Sixty-four vectors of the longest kind, written out in figures. */
const LIMITS = { bytes: 16 << 20, lineBytes: 16 << 20 };

const embeddingsSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ prompt_tokens: z.number().int().nonnegative() }).nullish().catch(undefined),
});

/** One embedding model, asked once: no second try, no limit of time but the signal. */
export class OpenAiEmbeddings {
  readonly model: string;
  readonly #client: OpenAI;

  constructor(address: EndpointAddress, model: string) {
    this.model = model;
    this.#client = createOpenAiClient(address, LIMITS);
  }

  /** Throws EndpointError, also where the signal is aborted. */
  async embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddedTexts> {
    const answer: unknown = await this.#client.embeddings
      // Not every endpoint knows the packed form, which the client would ask for by itself.
      .create({ model: this.model, input: [...texts], encoding_format: 'float' }, { signal })
      .catch((error: unknown) => {
        throw failureOf(error);
      });
    const parsed = embeddingsSchema.safeParse(answer);
    if (!parsed.success) throw new EndpointError('malformed');
    const { data, usage } = parsed.data;
    const inOrder = [...data].sort((a, b) => a.index - b.index);
    const vectors = inOrder.map(({ embedding }) => embedding);
    const isComplete =
      inOrder.length === texts.length && inOrder.every(({ index }, at) => index === at);
    if (!isComplete || new Set(vectors.map(({ length }) => length)).size > 1)
      throw new EndpointError('malformed');
    const estimated = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
    return { vectors, tokens: usage?.prompt_tokens ?? estimated };
  }
}
