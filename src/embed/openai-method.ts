import { z } from 'zod';
import type { EmbeddingEndpoint } from '../endpoint/embedding-endpoint.ts';
import type { EmbeddingMethod } from './embedding-method.ts';
import { OpenAiEmbedder } from './openai-embedder.ts';

const keptSchema = z.object({ model: z.string(), dimensions: z.number().int().positive() });

/** Embeds where no text is at hand to learn from how long the model's vectors are. */
const ANY_TEXT = '有据';

/** Embedders that ask a model behind an address. */
export function createOpenAiMethod(endpoint: EmbeddingEndpoint): EmbeddingMethod {
  const { model } = endpoint;
  // The id of an embedder ends its method with a colon, which names of models have as well.
  const name = `openai-${encodeURIComponent(model)}`;
  return {
    name,
    model,
    async create(signal = new AbortController().signal) {
      const { vectors } = await endpoint.embed([ANY_TEXT], signal);
      const dimensions = vectors[0]?.length ?? 0;
      return {
        embedder: new OpenAiEmbedder(name, endpoint, dimensions),
        json: JSON.stringify({ model, dimensions } satisfies z.infer<typeof keptSchema>),
      };
    },
    restore(json) {
      const { dimensions } = keptSchema.parse(JSON.parse(json));
      return new OpenAiEmbedder(name, endpoint, dimensions);
    },
  };
}
