import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPrompt } from '../../src/endpoint/prompt.ts';
import {
  createQuestionRewriter,
  defaultRewriteOptions,
  QuestionRewriter,
} from '../../src/retrieve/rewrite-question.ts';
import { chatOf, soon } from '../endpoint/endpoints.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';

const QUESTION = '老人没人管咋办';

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi();
});
beforeEach(() => {
  fake.fault = null;
  fake.seen.length = 0;
  fake.reply = () => '{"searches":["居家社区养老服务","社区日间照料中心"]}';
});
afterAll(() => fake.close());

const rewriterOf = (options: Partial<typeof defaultRewriteOptions> = {}, parts = chatOf(fake)) =>
  loadPrompt('rewrite-question', ['question', 'before']).then(
    (prompt) =>
      new QuestionRewriter(parts.endpoint, prompt, { ...defaultRewriteOptions, ...options }),
  );

describe('rewriting a question', () => {
  test('gives searches in official wording', async () => {
    const rewriter = await createQuestionRewriter(chatOf(fake).endpoint);
    expect(await rewriter.searchesFor(QUESTION, '', soon())).toEqual([
      '居家社区养老服务',
      '社区日间照料中心',
    ]);
  });

  test('sends the question and what was talked about before as data, and nothing else', async () => {
    await (await rewriterOf()).searchesFor(QUESTION, '养老', soon());
    expect(fake.seen[0]?.body).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user', content: `<before>养老</before>\n<question>${QUESTION}</question>` },
      ],
      max_tokens: 200,
    });
  });

  test('asks once for the same question after the same talk', async () => {
    const rewriter = await rewriterOf();
    await rewriter.searchesFor(QUESTION, '', soon());
    await rewriter.searchesFor(QUESTION, '', soon());
    expect(fake.seen).toHaveLength(1);
    await rewriter.searchesFor(QUESTION, '养老', soon());
    expect(fake.seen).toHaveLength(2);
  });

  test('forgets the question asked longest ago', async () => {
    const rewriter = await rewriterOf({ remembered: 2 });
    for (const question of ['甲', '乙', '甲', '丙', '甲', '乙'])
      await rewriter.searchesFor(question, '', soon());
    expect(fake.seen).toHaveLength(4);
  });

  test.each([
    [
      'a fence and thoughts',
      '<think>{"searches":["不是"]}</think>```json\n{"searches":["养老服务"]}\n```',
      ['养老服务'],
    ],
    ['none', '{"searches":[]}', []],
    [
      'too many',
      '{"searches":["养老一","养老二","养老三","养老四"]}',
      ['养老一', '养老二', '养老三'],
    ],
    ['the same twice', '{"searches":["养老服务"," 养老服务 "]}', ['养老服务']],
    ['the question itself', `{"searches":["${QUESTION}","养老服务"]}`, ['养老服务']],
    ['one without words and one without end', `{"searches":["","${'长'.repeat(61)}"]}`, []],
    ['control characters', '{"searches":["养老\\u0000\\n服务"]}', ['养老 服务']],
    ['another form', '{"queries":["养老服务"]}', []],
    ['figures', '{"searches":[1,2]}', []],
    ['no JSON', '我不知道', []],
    ['an unfinished object', '{"searches":["养老', []],
  ])('of %s makes the best', async (_name, reply, searches) => {
    fake.reply = () => reply;
    expect(await (await rewriterOf()).searchesFor(QUESTION, '', soon())).toEqual(searches);
  });

  test('does without where the endpoint fails, and asks again the next time', async () => {
    const rewriter = await rewriterOf();
    fake.fault = { kind: 'status', status: 401 };
    expect(await rewriter.searchesFor(QUESTION, '', soon())).toEqual([]);
    fake.fault = null;
    expect(await rewriter.searchesFor(QUESTION, '', soon())).toHaveLength(2);
  });

  test('waits no longer than it may, which is no failure of the endpoint', async () => {
    const parts = chatOf(fake);
    const rewriter = await rewriterOf({ timeoutMs: 60 }, parts);
    fake.fault = { kind: 'stall' };
    for (let question = 0; question < 5; question += 1)
      expect(await rewriter.searchesFor(QUESTION, '', soon())).toEqual([]);
    expect(parts.gate.health()).toEqual({ circuit: 'closed', retryInSeconds: 0, failure: null });
  });

  test('ends where the person stops', async () => {
    fake.fault = { kind: 'stall' };
    const rewriter = await rewriterOf();
    const stop = new AbortController();
    const asking = rewriter.searchesFor(QUESTION, '', stop.signal);
    stop.abort(new Error('stopped by the person'));
    await expect(asking).rejects.toThrow('stopped by the person');
  });
});
