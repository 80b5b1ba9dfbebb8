import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOpenAiMethod } from '../../src/embed/openai-method.ts';
import { describeEmbedder } from '../contract/embedder.ts';
import { embeddingsOf, soon } from '../endpoint/endpoints.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi();
});
beforeEach(() => {
  fake.fault = null;
  fake.dimensions = 256;
  fake.distort = (vectors) => [...vectors];
  fake.seen.length = 0;
});
afterAll(() => fake.close());

const methodOf = (embeddingModel = fake.embeddingModel) =>
  createOpenAiMethod(embeddingsOf({ ...fake, baseUrl: fake.baseUrl, embeddingModel }).endpoint);
const created = async () => (await methodOf().create()).embedder;

describeEmbedder('a model behind an address', created, [
  '社区养老床位建设',
  '养老床位建设',
  '国道与农村公路',
]);

const TEXTS = Array.from({ length: 150 }, (_, at) => `第${at}号工作`);

describe('a model behind an address', () => {
  test('comes back from what is kept as it was, without being asked', async () => {
    const method = methodOf();
    const { embedder, json } = await method.create();
    fake.seen.length = 0;
    const restored = method.restore(json);
    expect(fake.seen).toEqual([]);
    expect(restored.id).toBe(embedder.id);
    expect(restored.dimensions).toBe(256);
    expect(await restored.embedQuery('养老')).toEqual(await embedder.embedQuery('养老'));
  });

  test('is named after model and dimensions, whatever stands in the name', () => {
    const { name, restore } = methodOf('bge-m3:latest');
    const { id } = restore('{"model":"bge-m3:latest","dimensions":8}');
    expect(id).toBe('openai-bge-m3%3Alatest:8');
    expect(id.startsWith(`${name}:`)).toBe(true);
    expect(id.startsWith(`${methodOf('bge-m3').name}:`)).toBe(false);
  });

  test('asks in batches and keeps the order', async () => {
    const embedder = await created();
    const [first] = await embedder.embedDocuments(['第149号工作']);
    fake.seen.length = 0;
    const vectors = await embedder.embedDocuments(TEXTS);
    expect(vectors).toHaveLength(150);
    expect(vectors[149]).toEqual(first);
    expect(fake.seen).toHaveLength(3);
  });

  test('takes smaller batches where the endpoint takes no larger ones', async () => {
    const embedder = await created();
    fake.maxInputs = 10;
    const vectors = await embedder.embedDocuments(TEXTS);
    expect(vectors).toHaveLength(150);
    fake.seen.length = 0;
    await embedder.embedDocuments(TEXTS);
    expect(fake.seen).toHaveLength(Math.ceil(150 / 8));
    fake.maxInputs = 2048;
  });

  test('never sends a text of nothing, which endpoints refuse', async () => {
    const embedder = await created();
    fake.seen.length = 0;
    const [empty, full] = await embedder.embedDocuments(['  ', '养老']);
    expect(new Set(empty)).toEqual(new Set([0]));
    expect(full).toEqual(await embedder.embedQuery('养老'));
    expect(fake.seen.map(({ body }) => body)).toEqual([
      expect.objectContaining({ input: ['养老'] }),
      expect.objectContaining({ input: ['养老'] }),
    ]);
  });

  test('makes vectors of length 1 of any', async () => {
    fake.distort = (vectors) => vectors.map((vector) => vector.map((value) => value * 7));
    const vector = await (await created()).embedQuery('养老');
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  });

  test('takes vectors in whatever order they come', async () => {
    const embedder = await created();
    const inOrder = await embedder.embedDocuments(['养老', '公路', '学校']);
    fake.order = 'last';
    expect(await embedder.embedDocuments(['养老', '公路', '学校'])).toEqual(inOrder);
    fake.order = 'first';
  });

  test.each<[string, (vectors: readonly (readonly number[])[]) => unknown[], string]>([
    ['other dimensions', (vectors) => vectors.map((vector) => vector.slice(1)), 'other-dimensions'],
    ['one vector too few', (vectors) => vectors.slice(1), 'malformed'],
    [
      'a vector of another length',
      ([first = [], ...rest]) => [first.slice(1), ...rest],
      'malformed',
    ],
    ['words for figures', (vectors) => vectors.map((vector) => vector.map(String)), 'malformed'],
    [
      'nothing for figures',
      (vectors) => vectors.map((vector) => vector.map(() => null)),
      'malformed',
    ],
    ['empty vectors', (vectors) => vectors.map(() => []), 'malformed'],
  ])('refuses %s', async (_name, distort, kind) => {
    const embedder = await created();
    fake.distort = distort;
    await expect(embedder.embedDocuments(['养老', '公路'])).rejects.toMatchObject({ kind });
  });

  test('ends with the signal', async () => {
    const embedder = await created();
    fake.fault = { kind: 'stall' };
    const stop = new AbortController();
    const asking = embedder.embedDocuments(['养老'], stop.signal);
    stop.abort(new Error('stopped'));
    await expect(asking).rejects.toThrow('stopped');
  });

  test('refuses what was kept by none of its own', () => {
    expect(() => methodOf().restore('{"model":"x"}')).toThrow();
  });

  test('says which model it could not ask', async () => {
    await expect(methodOf('no-such-model').create(soon())).rejects.toMatchObject({
      kind: 'no-such-model',
    });
  });
});
