import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EndpointError } from '../../src/endpoint/endpoint-error.ts';
import { YoujuError } from '../../src/errors.ts';
import { type FakeOpenAi, type SeenRequest, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import { ANSWER, ask, chatOf, deltasOf, KEY, ledgerInMemory, REQUEST, soon } from './endpoints.ts';

const OVERLOADED = { kind: 'status', status: 529 } as const;
/** As the fake counts them. */
const PROMPT_TOKENS = REQUEST.messages.reduce((sum, { content }) => sum + content.length, 0);
const busyFor = (retryAfter: string) => ({ kind: 'status', status: 429, retryAfter }) as const;

function onlyOf(seen: readonly SeenRequest[]): SeenRequest {
  const [request] = seen;
  if (request === undefined || seen.length > 1) throw new Error(`${seen.length} requests`);
  return request;
}

describe('a chat endpoint', () => {
  let fake: FakeOpenAi;

  beforeAll(async () => {
    fake = await startFakeOpenAi({ apiKey: KEY });
  });
  beforeEach(() => {
    fake.fault = null;
    fake.nextFaults.length = 0;
    fake.seen.length = 0;
    fake.mostInFlight = 0;
    fake.reply = () => ANSWER;
    fake.sending = { deltaChars: 4, pieceBytes: null, pauseMs: 0 };
  });
  afterAll(() => fake.close());

  test('gives the answer delta by delta, and what it cost', async () => {
    const costs: object[] = [];
    const deltas = await deltasOf(chatOf(fake).endpoint, soon(), (usage) => costs.push(usage));
    expect(deltas.join('')).toBe(ANSWER);
    expect(deltas.length).toBeGreaterThan(5);
    expect(costs).toEqual([{ promptTokens: PROMPT_TOKENS, completionTokens: ANSWER.length }]);
  });

  test.each([1, 2, 3, 7])(
    'puts characters together that come in pieces of %i bytes',
    async (size) => {
      const text = '养老床位𠮷3000张——“十四五”末';
      fake.reply = () => text;
      fake.sending = { deltaChars: 3, pieceBytes: size, pauseMs: 0 };
      expect(await ask(chatOf(fake).endpoint)).toBe(text);
    },
  );

  test('tells the endpoint what to answer and nothing of this machine', async () => {
    await ask(chatOf(fake).endpoint);
    const { body, headers } = onlyOf(fake.seen);
    expect(body).toEqual({
      model: fake.chatModel,
      messages: REQUEST.messages,
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0,
      max_tokens: 200,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', strict: true, schema: REQUEST.schema.jsonSchema },
      },
    });
    expect(headers['user-agent']).toBe('youju');
    expect(
      Object.keys(headers).filter((name) => /stainless|organization|project/u.test(name)),
    ).toEqual([]);
  });

  test('needs no key where the endpoint asks for none', async () => {
    const open = await startFakeOpenAi({ apiKey: null, reply: () => ANSWER });
    expect(await ask(chatOf(open).endpoint)).toBe(ANSWER);
    expect(open.seen[0]?.headers.authorization).toBeUndefined();
    await open.close();
  });

  test('hands on what came before an answer broke off', async () => {
    fake.fault = { kind: 'break-off' };
    const deltas: string[] = [];
    const read = async (): Promise<void> => {
      for await (const delta of chatOf(fake).endpoint.stream(REQUEST, { signal: soon() }))
        deltas.push(delta);
    };
    await expect(read()).rejects.toMatchObject({ kind: 'broken-off' });
    expect(ANSWER.startsWith(deltas.join(''))).toBe(true);
    expect(deltas.length).toBeGreaterThan(2);
    expect(fake.seen).toHaveLength(1);
  });

  test('fails as too long where the answer needs more than it may have', async () => {
    fake.reply = () => '字'.repeat(500);
    const { endpoint, gate } = chatOf(fake);
    await expect(ask(endpoint)).rejects.toMatchObject({ kind: 'too-long' });
    expect(gate.health().circuit).toBe('closed');
  });

  test('tries again what passes, and not what does not', async () => {
    fake.nextFaults.push(OVERLOADED);
    expect(await ask(chatOf(fake).endpoint)).toBe(ANSWER);
    expect(fake.seen).toHaveLength(2);
    fake.nextFaults.push({ kind: 'status', status: 401 });
    await expect(ask(chatOf(fake).endpoint)).rejects.toMatchObject({ kind: 'unauthorised' });
    expect(fake.seen).toHaveLength(3);
  });

  test('waits as long as it is told to, if there is time, and else gives up at once', async () => {
    const started = performance.now();
    fake.nextFaults.push(busyFor('0.2'));
    expect(await ask(chatOf(fake).endpoint)).toBe(ANSWER);
    expect(performance.now() - started).toBeGreaterThanOrEqual(200);
    fake.nextFaults.push(busyFor(new Date(Date.now() + 3_600_000).toUTCString()));
    await expect(ask(chatOf(fake).endpoint)).rejects.toMatchObject({ kind: 'rate-limited' });
    expect(fake.seen).toHaveLength(3);
  });

  test('ends with the signal: its own reason, or that time is up', async () => {
    fake.sending = { deltaChars: 1, pieceBytes: null, pauseMs: 20 };
    const { endpoint, gate } = chatOf(fake);
    const stop = new AbortController();
    const read = (async () => {
      for await (const _delta of endpoint.stream(REQUEST, { signal: stop.signal }))
        stop.abort(new Error('stopped by the person'));
    })();
    await expect(read).rejects.toThrow('stopped by the person');
    expect(gate.health()).toEqual({ circuit: 'closed', retryInSeconds: 0, failure: null });
    await expect(ask(endpoint, AbortSignal.timeout(30))).rejects.toMatchObject({
      kind: 'timed-out',
    });
    await expect.poll(() => fake.inFlight).toBe(0);
  });

  test('lets go of the endpoint where nobody reads on', async () => {
    fake.fault = { kind: 'never-finish' };
    const { endpoint } = chatOf(fake, { concurrency: 1 });
    for await (const _delta of endpoint.stream(REQUEST, { signal: soon() })) break;
    await expect.poll(() => fake.inFlight).toBe(0);
    fake.fault = null;
    expect(await ask(endpoint)).toBe(ANSWER);
  });

  test('asks no more at once than allowed', async () => {
    fake.sending = { deltaChars: 40, pieceBytes: null, pauseMs: 5 };
    const { endpoint } = chatOf(fake, { concurrency: 3 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(endpoint)));
    expect(new Set(answers)).toEqual(new Set([ANSWER]));
    expect(fake.mostInFlight).toBe(3);
  });

  test('is left alone once it failed often enough, and probed when time has passed', async () => {
    let now = 0;
    const { endpoint, gate } = chatOf(fake, {
      nowMs: () => now,
      settings: { retry: { retries: 0, baseMs: 1, maxMs: 1 } },
    });
    fake.fault = OVERLOADED;
    for (let question = 0; question < 3; question += 1)
      await expect(ask(endpoint)).rejects.toMatchObject({ kind: 'overloaded' });
    await expect(ask(endpoint)).rejects.toMatchObject({ kind: 'circuit-open' });
    expect(fake.seen).toHaveLength(3);
    expect(gate.health()).toEqual({ circuit: 'open', retryInSeconds: 60, failure: 'overloaded' });
    fake.fault = null;
    now = 60_000;
    expect(await ask(endpoint)).toBe(ANSWER);
    expect(gate.health()).toEqual({ circuit: 'closed', retryInSeconds: 0, failure: null });
  });

  test('is not asked beyond the tokens of a day, and a day counts on after a restart', async () => {
    const ledger = ledgerInMemory();
    const day = { ledger, tokensPerDay: 600 };
    expect(await ask(chatOf(fake, day).endpoint)).toBe(ANSWER);
    expect(ledger.total('2026-01-31')).toBe(PROMPT_TOKENS + ANSWER.length);
    ledger.add('2026-01-31', 400);
    await expect(ask(chatOf(fake, day).endpoint)).rejects.toMatchObject({ kind: 'budget-spent' });
    expect(ledger.total('2026-01-31')).toBe(400 + PROMPT_TOKENS + ANSWER.length);
    expect(fake.seen).toHaveLength(1);
  });

  test('is not asked where tokens cannot be counted', async () => {
    const broken = () => {
      throw new YoujuError('STATE_UNUSABLE', '状态目录不能读写。');
    };
    const { endpoint, gate } = chatOf(fake, { ledger: { add: broken, total: broken } });
    await expect(ask(endpoint)).rejects.toThrow(EndpointError);
    await expect(ask(endpoint)).rejects.toMatchObject({ kind: 'budget-unknown' });
    expect(fake.seen).toHaveLength(0);
    expect(gate.health().circuit).toBe('closed');
  });

  test('counts nothing of what never reached it', async () => {
    const ledger = ledgerInMemory();
    fake.fault = { kind: 'status', status: 403 };
    await expect(ask(chatOf(fake, { ledger }).endpoint)).rejects.toThrow();
    expect(ledger.total('2026-01-31')).toBe(0);
  });
});
