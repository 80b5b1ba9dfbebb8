import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EndpointFailure } from '../../src/endpoint/endpoint-error.ts';
import { EndpointError } from '../../src/endpoint/endpoint-error.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import type { Fault } from '../fakes/openai/faults.ts';
import { ANSWER, ask, chatOf, embeddingsOf, KEY, QUESTION, soon } from './endpoints.ts';

const status = (code: number, more: object = {}): Fault => ({
  kind: 'status',
  status: code,
  ...more,
});

/** Every way to go wrong, and what is made of it in a chat and in embedding. */
const FAULTS: readonly (readonly [string, Fault, EndpointFailure, EndpointFailure])[] = [
  ['400', status(400), 'refused', 'refused'],
  ['401', status(401), 'unauthorised', 'unauthorised'],
  ['403', status(403), 'forbidden', 'forbidden'],
  ['404', status(404), 'no-such-model', 'no-such-model'],
  ['429', status(429), 'rate-limited', 'rate-limited'],
  ['429 for an hour', status(429, { retryAfter: '3600' }), 'rate-limited', 'rate-limited'],
  ['500', status(500), 'overloaded', 'overloaded'],
  ['502 with a page', status(502, { isHtml: true }), 'overloaded', 'overloaded'],
  ['529', status(529), 'overloaded', 'overloaded'],
  ['a page with status 200', { kind: 'html' }, 'malformed', 'malformed'],
  ['nothing with status 200', { kind: 'empty' }, 'malformed', 'malformed'],
  ['JSON of another form', { kind: 'wrong-shape' }, 'malformed', 'malformed'],
  ['malformed JSON', { kind: 'bad-json' }, 'malformed', 'malformed'],
  ['malformed UTF-8', { kind: 'bad-utf8' }, 'malformed', 'malformed'],
  ['silence', { kind: 'stall' }, 'timed-out', 'timed-out'],
  ['silence midway', { kind: 'stall-midway' }, 'timed-out', 'timed-out'],
  ['an answer without end', { kind: 'never-finish' }, 'timed-out', 'timed-out'],
  ['a cut connection', { kind: 'break-off' }, 'broken-off', 'broken-off'],
  ['an end without a reason to stop', { kind: 'end-early' }, 'broken-off', 'malformed'],
  ['an error midway', { kind: 'error-midway' }, 'overloaded', 'malformed'],
  ['a million tokens', { kind: 'million-tokens' }, 'too-long', 'malformed'],
  ['megabytes without an end of line', { kind: 'flood' }, 'too-long', 'too-long'],
  [
    'a redirect elsewhere',
    { kind: 'redirect', to: 'http://elsewhere.invalid/' },
    'unreachable',
    'unreachable',
  ],
];

/** What never ends is waited for not so long. */
const limitsFor = (kind: EndpointFailure) =>
  kind === 'timed-out' ? { timeoutMs: 300, tryMs: 300 } : {};

/** What an error, its stack and whatever hangs on it show. */
const shown = (error: unknown): string =>
  `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error)}`;

describe('every fault of an endpoint', () => {
  let fake: FakeOpenAi;
  const printed = vi.spyOn(console, 'error');

  beforeAll(async () => {
    fake = await startFakeOpenAi({ apiKey: KEY, reply: () => ANSWER });
  });
  beforeEach(() => {
    fake.fault = null;
    printed.mockClear();
  });
  afterAll(() => fake.close());

  const failureIn = async (work: Promise<unknown>): Promise<EndpointError> => {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EndpointError);
    expect(shown(error)).not.toContain(KEY);
    expect(shown(error)).not.toContain(QUESTION);
    expect(printed).not.toHaveBeenCalled();
    if (!(error instanceof EndpointError)) throw error;
    return error;
  };

  test.each(FAULTS)('%s in a chat', async (_name, fault, kind) => {
    fake.fault = fault;
    const { endpoint } = chatOf(fake, { settings: limitsFor(kind) });
    expect((await failureIn(ask(endpoint))).kind).toBe(kind);
  });

  test.each(FAULTS)('%s in embedding', async (_name, fault, _inChat, kind) => {
    fake.fault = fault;
    const { endpoint } = embeddingsOf(fake, { settings: limitsFor(kind) });
    expect((await failureIn(endpoint.embed([QUESTION], soon()))).kind).toBe(kind);
  });

  test('nobody there', async () => {
    const gone = await startFakeOpenAi({ apiKey: KEY });
    await gone.close();
    const address = { ...gone, baseUrl: 'http://127.0.0.1:1/v1' };
    const error = await failureIn(ask(chatOf(address).endpoint));
    expect(error.kind).toBe('unreachable');
    expect(error.message).toContain('OPENAI_BASE_URL');
  });

  test('a name nobody has', async () => {
    const address = { ...fake, baseUrl: 'http://endpoint.invalid/v1' };
    const { endpoint } = embeddingsOf(address);
    expect((await failureIn(endpoint.embed([QUESTION], soon()))).kind).toBe('unreachable');
  });

  test('another key', async () => {
    const { endpoint } = chatOf({ ...fake, baseUrl: fake.baseUrl, apiKey: `${KEY}-of-another` });
    const error = await failureIn(ask(endpoint));
    expect(error.kind).toBe('unauthorised');
    expect(shown(error)).not.toContain('of-another');
  });

  test('a model it does not have', async () => {
    const { endpoint } = chatOf({ ...fake, baseUrl: fake.baseUrl, chatModel: 'no-such-model' });
    expect((await failureIn(ask(endpoint))).kind).toBe('no-such-model');
  });
});
