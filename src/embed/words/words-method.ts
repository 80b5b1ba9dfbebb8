import type { Segmenter } from '../../segment/segmenter.ts';
import type { Embedder } from '../embedder.ts';
import type { EmbeddingMethod } from '../embedding-method.ts';
import { meaningWords } from './meaning-words.ts';
import type { WordVectors } from './word-vectors.ts';

/** Raise the number when words or their weights in a text's vector change. */
const NAME = 'mean-1';

/**
 * A text's vector is the mean of its words', a common word weighing less: no key, no network, nothing to train. It
 * tells texts on one subject from others; what answers a question is told by single words, never by these.
 */
export function createWordsMethod(vectors: WordVectors, segmenter: Segmenter): EmbeddingMethod {
  const embedder = createMeanEmbedder(vectors, segmenter);
  return {
    name: vectors.id,
    create: async () => ({ embedder, json: '{}' }),
    restore: () => embedder,
  };
}

function createMeanEmbedder(vectors: WordVectors, segmenter: Segmenter): Embedder {
  const { dimensions } = vectors;
  const known = new Map<string, Float32Array | undefined>();
  const weighted = (word: string): Float32Array | undefined => {
    if (!known.has(word)) {
      const weight = vectors.rarityOf(word);
      known.set(
        word,
        vectors.vectorOf(word)?.map((x) => x * weight),
      );
    }
    return known.get(word);
  };
  const embed = (text: string): number[] => {
    const sum = new Float32Array(dimensions);
    for (const word of meaningWords(text, segmenter)) {
      const vector = weighted(word);
      if (vector) for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
    }
    const length = Math.hypot(...sum);
    return Array.from(sum, (x) => (length > 0 ? x / length : 0));
  };
  return {
    id: `${vectors.id}:${NAME}`,
    dimensions,
    embedDocuments: async (texts) => texts.map(embed),
    embedQuery: async (text) => embed(text),
  };
}
