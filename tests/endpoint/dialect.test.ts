import { describe, expect, onTestFinished, test } from 'vitest';
import { plainer, RICHEST_DIALECT } from '../../src/endpoint/dialect.ts';
import { type Abilities, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import { ANSWER, ask, chatOf } from './endpoints.ts';

const ENDPOINTS: readonly (readonly [string, Partial<Abilities>, object])[] = [
  ['everything', {}, RICHEST_DIALECT],
  ['no schema', { jsonSchema: false }, { form: 'json_object' }],
  ['no JSON mode either', { jsonSchema: false, jsonObject: false }, { form: 'text' }],
  ['no cost in a stream', { streamUsage: false }, { usage: false, form: 'json_schema' }],
  [
    'another name of the longest answer',
    { tokenLimit: 'max_completion_tokens' },
    { limit: 'max_completion_tokens' },
  ],
  ['no temperature', { temperature: false }, { temperature: false }],
  [
    'next to nothing',
    {
      jsonSchema: false,
      jsonObject: false,
      streamUsage: false,
      temperature: false,
      streaming: false,
    },
    { form: 'text', usage: false, temperature: false },
  ],
];

describe('an endpoint that knows', () => {
  test.each(ENDPOINTS)(
    '%s is asked in what it knows, and the next time at once',
    async (_name, abilities, dialect) => {
      const fake = await startFakeOpenAi({ abilities, reply: () => ANSWER });
      onTestFinished(() => fake.close());
      const { chat, endpoint } = chatOf(fake);
      expect(await ask(endpoint)).toBe(ANSWER);
      expect(chat.dialect).toMatchObject(dialect);
      const learning = fake.seen.length;
      expect(await ask(endpoint)).toBe(ANSWER);
      expect(fake.seen).toHaveLength(learning + 1);
    },
  );

  test('no streaming gives the answer in one piece', async () => {
    const fake = await startFakeOpenAi({ abilities: { streaming: false }, reply: () => ANSWER });
    onTestFinished(() => fake.close());
    const opened = await chatOf(fake).chat.open(
      {
        messages: [{ role: 'user', content: 'JSON' }],
        schema: { name: 'x', jsonSchema: {} },
        maxTokens: 99,
      },
      new AbortController().signal,
    );
    expect(opened.isStream).toBe(false);
  });
});

describe('a refusal', () => {
  test('that names nothing costs everything that can be left out', () => {
    expect(plainer(RICHEST_DIALECT, 400, 'Bad Request')).toMatchObject({
      form: 'text',
      usage: false,
      temperature: false,
      limit: 'max_tokens',
    });
  });

  test.each([
    [401, 'response_format'],
    [429, 'response_format'],
    [500, 'response_format'],
    [404, 'no such model'],
  ])('with status %i that says "%s" is about something else', (status, words) => {
    expect(plainer(RICHEST_DIALECT, status, words)).toBeUndefined();
  });

  test('of the plainest request is a refusal of the question', () => {
    const plainest = {
      form: 'text',
      usage: false,
      temperature: false,
      limit: 'max_tokens',
    } as const;
    expect(plainer(plainest, 400, 'context too long')).toBeUndefined();
  });

  test('is remembered only when the plainer request was taken', async () => {
    const fake = await startFakeOpenAi({ reply: () => ANSWER });
    onTestFinished(() => fake.close());
    const { chat, endpoint } = chatOf(fake, {
      settings: { retry: { retries: 0, baseMs: 1, maxMs: 1 } },
    });
    fake.nextFaults.push({ kind: 'status', status: 400 }, { kind: 'status', status: 400 });
    await expect(ask(endpoint)).rejects.toMatchObject({ kind: 'refused' });
    expect(chat.dialect).toEqual(RICHEST_DIALECT);
  });
});
