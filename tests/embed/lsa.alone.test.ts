import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';
import { LsaEmbedder } from '../../src/embed/lsa.ts';
import { createLsaMethod } from '../../src/embed/lsa-method.ts';
import { sampleEvenly, trainLsa } from '../../src/embed/lsa-training.ts';
import { createJiebaSegmenter } from '../../src/segment/jieba-segmenter.ts';
import { termsOf } from '../../src/segment/terms.ts';
import { describeEmbedder } from '../contract/embedder.ts';

const TEXTS = [
  '发展普惠养老服务，建设社区日间照料中心，增加养老床位。',
  '完善居家养老服务，社区日间照料中心提供老年助餐。',
  '老年人享受居家照料，养老床位向社区开放。',
  '新建农村公路，改造国道省道，完善路网。',
  '国道改造完成，农村公路养护加强，路网通畅。',
  '省道与农村公路衔接，国道扩建。',
];

const segmenter = createJiebaSegmenter('');
const method = createLsaMethod(segmenter);

async function trained(texts: readonly string[] = TEXTS): Promise<Embedder> {
  const { embedder } = await method.create(texts);
  return embedder;
}

const similarity = (a: readonly number[] = [], b: readonly number[] = []): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describeEmbedder('latent semantic analysis', trained, [
  '社区养老床位',
  '老年人居家照料',
  '国道与农村公路',
]);

describe('latent semantic analysis', () => {
  test('trains to the same embedder on the same texts, to another on others', async () => {
    const [one, same, other] = [await trained(), await trained(), await trained(TEXTS.slice(1))];
    expect(one.id).toMatch(/^lsa-1:[0-9a-f]{12}$/u);
    expect(same.id).toBe(one.id);
    expect(await same.embedQuery('养老')).toEqual(await one.embedQuery('养老'));
    expect(other.id).not.toBe(one.id);
  });

  test('relates texts without a common word through the company their words keep', async () => {
    const terms = TEXTS.map((text) => termsOf(text, segmenter));
    const model = trainLsa('lsa-1', terms, { dimensions: 2, maxTexts: 6 });
    const embedder = new LsaEmbedder(model, segmenter);
    const [asked, near, far] = await embedder.embedDocuments(['床位', '日间', '国道']);
    expect(similarity(asked, near)).toBeGreaterThan(similarity(asked, far) + 0.3);
  });

  test('comes back from JSON as it was', async () => {
    const { embedder, json } = await method.create(TEXTS);
    const restored = method.restore(json);
    expect(restored.id).toBe(embedder.id);
    expect(restored.dimensions).toBe(embedder.dimensions);
    expect(await restored.embedQuery('社区养老')).toEqual(await embedder.embedQuery('社区养老'));
  });

  test('embeds texts it was not trained on', async () => {
    const embedder = await trained();
    const [known, fresh] = await embedder.embedDocuments([
      TEXTS[3] ?? '',
      '农村公路新建与路网完善，提升国道省道。',
    ]);
    expect(similarity(known, fresh)).toBeGreaterThan(0.8);
  });

  test('gives zeros where it knows no term', async () => {
    const embedder = await trained();
    expect(new Set(await embedder.embedQuery('区块链'))).toEqual(new Set([0]));
  });

  test.each([[[]], [['养老']], [['养老服务', '养老服务']]])(
    'trains on next to nothing: %j',
    async (texts) => {
      const embedder = await trained(texts);
      expect(embedder.dimensions).toBe(1);
      const vector = await embedder.embedQuery('养老服务');
      expect(vector.every(Number.isFinite)).toBe(true);
    },
  );

  test('refuses JSON that is none of its own', () => {
    expect(() => method.restore('{"id":"lsa-1:x"}')).toThrow();
  });
});

test('samples evenly, always the same, and takes all there is where that is few', () => {
  const items = Array.from({ length: 10 }, (_, i) => i);
  expect(sampleEvenly(items, 4)).toEqual([2, 4, 7, 9]);
  expect(sampleEvenly(items, 10)).toEqual(items);
  expect(sampleEvenly(items, 99)).toEqual(items);
});
