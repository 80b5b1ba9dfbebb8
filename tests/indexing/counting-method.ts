import type { EmbeddingMethod } from '../../src/embed/embedding-method.ts';

/** A method like a model far away: a text's vector is made of its first characters. */
export function countingMethod(): {
  readonly method: EmbeddingMethod;
  /** Passages embedded so far. */
  readonly embeddedTexts: () => number;
} {
  let count = 0;
  const vectorOf = (text: string): number[] => {
    const codes = [0, 1, 2, 3].map((at) => (text.charCodeAt(at) || 0) + 1);
    const length = Math.hypot(...codes);
    return codes.map((code) => code / length);
  };
  const embedder = {
    id: 'counting:4',
    dimensions: 4,
    embedQuery: async (text: string) => vectorOf(text),
    embedDocuments: async (texts: string[]) => {
      count += texts.length;
      return texts.map(vectorOf);
    },
  };
  return {
    method: {
      name: 'counting',
      create: async () => ({ embedder, json: '{}' }),
      restore: () => embedder,
    },
    embeddedTexts: () => count,
  };
}
