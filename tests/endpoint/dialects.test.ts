import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { ClaimScanner } from '../../src/answer/wording/claim-scanner.ts';
import { askForJson } from '../../src/endpoint/ask-for-json.ts';
import type { ChatUsage } from '../../src/endpoint/chat-endpoint.ts';
import { probeChat } from '../../src/endpoint/probe-chat.ts';
import { DIALECTS, type EndpointDialect } from '../fakes/openai/dialects.ts';
import { startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import { chatOf, deltasOf, KEY, REQUEST, soon } from './endpoints.ts';

const ANSWER =
  '{"claims":[{"text":"养老床位达到3000张。","citations":[{"n":1,"quote":"3000张"}]}],"notInEvidence":false}';

async function start({ abilities = {}, manners = {} }: EndpointDialect, reply = ANSWER) {
  const fake = await startFakeOpenAi({ abilities, manners, apiKey: KEY, reply: () => reply });
  onTestFinished(() => fake.close());
  return fake;
}

describe.each(DIALECTS)('an endpoint that speaks as $name', (dialect) => {
  test('is asked for a form it knows, and its claims are read', async () => {
    const fake = await start(dialect);
    const { chat, endpoint } = chatOf(fake);
    const scanner = new ClaimScanner();
    const claims = (await deltasOf(endpoint)).flatMap((delta) => scanner.push(delta));
    expect(claims.map(({ text }) => text)).toEqual(['养老床位达到3000张。']);
    expect(chat.dialect.form).toBe(dialect.form);
    const learning = fake.seen.length;
    await deltasOf(endpoint);
    expect(fake.seen).toHaveLength(learning + 1);
  });

  test('gives searches, whatever stands round them', async () => {
    const fake = await start(dialect, '{"searches":["养老服务"]}');
    const question = {
      messages: REQUEST.messages,
      name: 'searches',
      form: z.object({ searches: z.array(z.string()) }),
      maxTokens: 200,
    };
    const { endpoint } = chatOf(fake);
    expect(await askForJson(endpoint, question, { signal: soon() })).toEqual({
      searches: ['养老服务'],
    });
  });

  test('costs what it says, or what is estimated', async () => {
    let usage: ChatUsage | undefined;
    await deltasOf(chatOf(await start(dialect)).endpoint, soon(), (told) => {
      usage = told;
    });
    expect(usage?.promptTokens).toBeGreaterThan(0);
    expect(usage?.completionTokens).toBeGreaterThan(0);
  });

  test('is told by doctor for what it can do', async () => {
    const { chat } = chatOf(await start(dialect, '{"ok":true}'));
    expect(await probeChat(chat, () => 0, soon())).toMatchObject({
      form: dialect.form,
      isStream: true,
      tellsUsage: dialect.tellsUsage,
      thinks: dialect.thinks ?? false,
    });
  });

  test('refuses an unknown model, and no key is told', async () => {
    const fake = await start(dialect);
    const { endpoint } = chatOf({ ...reached(fake), chatModel: 'another' });
    const refused = await deltasOf(endpoint).catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'no-such-model' });
    expect(JSON.stringify(refused) + String(refused)).not.toContain(KEY);
  });
});

const reached = ({ baseUrl, apiKey, chatModel, embeddingModel }: FakeAddress) => ({
  baseUrl,
  apiKey,
  chatModel,
  embeddingModel,
});
type FakeAddress = Parameters<typeof chatOf>[0];
