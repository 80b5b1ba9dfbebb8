import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Hit } from '../../src/model.ts';
import { createReranker } from '../../src/retrieve/rerank.ts';
import { sampleDocument } from '../channels/sample-document.ts';
import { chatOf, soon } from '../endpoint/endpoints.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi();
});
beforeEach(() => {
  fake.fault = null;
  fake.seen.length = 0;
});
afterAll(() => fake.close());

const [passage] = sampleDocument.passages;
const HITS: readonly Hit[] = Array.from({ length: 30 }, (_, at) => {
  if (passage === undefined) throw new Error('the sample has passages');
  return {
    passage: { ...passage, id: `p${at + 1}`, text: `第${at + 1}段${'文'.repeat(500)}` },
    score: 1 - at / 100,
  };
});

async function orderAfter(reply: string, hits = HITS): Promise<string[]> {
  fake.reply = () => reply;
  const reranker = await createReranker(chatOf(fake).endpoint);
  return (await reranker.rerank('问题', hits, soon())).map(({ passage: { id } }) => id);
}

const OURS = HITS.map(({ passage: { id } }) => id);

describe('reranking by a model', () => {
  test('puts what the model names first and leaves the others as they were', async () => {
    const order = await orderAfter('{"order":[3,20,1]}');
    expect(order.slice(0, 5)).toEqual(['p3', 'p20', 'p1', 'p2', 'p4']);
    expect([...order].sort()).toEqual([...OURS].sort());
  });

  test.each([
    ['numbers of nothing', '{"order":[0,-1,21,99,1.5]}'],
    ['no numbers', '{"order":["3"]}'],
    ['nothing', '{"order":[]}'],
    ['no JSON', '3, 1'],
  ])('keeps our order for %s', async (_name, reply) => {
    expect(await orderAfter(reply)).toEqual(OURS);
  });

  test('a number said twice counts once', async () => {
    expect((await orderAfter('{"order":[2,2,1]}')).slice(0, 3)).toEqual(['p2', 'p1', 'p3']);
  });

  test('shows the model the first passages, cut', async () => {
    await orderAfter('{"order":[]}');
    const { body } = fake.seen[0] ?? {};
    expect(JSON.stringify(body)).toContain('[20] ');
    expect(JSON.stringify(body)).not.toContain('[21] ');
    expect(JSON.stringify(body).length).toBeLessThan(8_000);
  });

  test('keeps our order where the endpoint fails', async () => {
    fake.fault = { kind: 'break-off' };
    expect(await orderAfter('{"order":[3]}')).toEqual(OURS);
  });

  test('asks nobody about a single hit', async () => {
    expect(await orderAfter('{"order":[1]}', HITS.slice(0, 1))).toEqual(['p1']);
    expect(fake.seen).toEqual([]);
  });
});
