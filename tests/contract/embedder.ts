import { beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';

const similarity = (a: readonly number[] = [], b: readonly number[] = []): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

const lengthOf = (vector: readonly number[]): number => Math.sqrt(similarity(vector, vector));

/** What every embedder must do. `texts` are three it knows: the first two on one subject, the third not. */
export function describeEmbedder(
  name: string,
  create: () => Promise<Embedder>,
  texts: readonly [string, string, string],
): void {
  describe(`${name} as an embedder`, () => {
    let embedder: Embedder;

    beforeAll(async () => {
      embedder = await create();
    });

    test('has an id of method and training, and dimensions', () => {
      expect(embedder.id).toMatch(/^[^\s:]+:.+$/u);
      expect(embedder.dimensions).toBeGreaterThan(0);
    });

    test('gives one vector a text, of its dimensions and of length 1', async () => {
      const vectors = await embedder.embedDocuments([...texts]);
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(lengthOf(vector)).toBeCloseTo(1, 4);
      }
    });

    test('gives a text the same vector alone, among others and as a question', async () => {
      const [first] = await embedder.embedDocuments([...texts]);
      const [alone] = await embedder.embedDocuments([texts[0]]);
      expect(similarity(first, alone)).toBeCloseTo(1, 4);
      expect(similarity(first, await embedder.embedQuery(texts[0]))).toBeCloseTo(1, 4);
    });

    test('puts texts on one subject closer together', async () => {
      const [a, b, other] = await embedder.embedDocuments([...texts]);
      expect(similarity(a, b)).toBeGreaterThan(similarity(a, other));
    });

    test('takes no texts', async () => {
      expect(await embedder.embedDocuments([])).toEqual([]);
    });

    test('gives finite numbers for a text without words', async () => {
      for (const vector of await embedder.embedDocuments(['', '！？', '\u200b'])) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(vector.every(Number.isFinite)).toBe(true);
      }
    });
  });
}
