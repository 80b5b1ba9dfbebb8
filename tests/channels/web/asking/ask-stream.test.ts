import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskOptions } from '../../../../src/app.ts';
import { YoujuError } from '../../../../src/errors.ts';
import { createFakeApp, type FakeApp, sampleAnswer } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

let web: FakeWeb;
afterEach(() => web.close());

type Ask = (question: string, options: AskOptions) => ReturnType<FakeApp['ask']>;

const startAsking = async (ask: Ask): Promise<void> => {
  web = await startFakeWeb({
    ...createFakeApp(),
    ask: (question, options = {}) => ask(question, options),
  });
};

interface Heard {
  readonly event: string;
  readonly data: unknown;
}

const parseEvents = (text: string): Heard[] =>
  text.split('\n\n').flatMap((block) => {
    const [, event, data] = /^event: (.+)\ndata: (.+)$/u.exec(block) ?? [];
    return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) }];
  });

const hear = async (path: string): Promise<Heard[]> => parseEvents(await web.read(path));

describe('an answer as it is proven', () => {
  test('comes claim by claim, then whole', async () => {
    const whole = sampleAnswer();
    await startAsking(async (_question, { onClaim }) => {
      onClaim?.({ ...whole, answer: '2025年目标75%。[1]' });
      onClaim?.(whole);
      return whole;
    });
    const response = await web.get('/ask/stream?q=城镇化率&t=前一问');
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const heard = parseEvents(await response.text());
    expect(heard.map(({ event }) => event)).toEqual(['claims', 'claims', 'answer', 'next']);
    expect(heard[0]?.data).toMatch(/2025年目标75%。<a class="mark"/u);
    expect(heard[0]?.data).toMatch(/<details[^>]* hidden/u);
    expect(heard[2]?.data).toEqual({
      outcome: 'answered',
      link: expect.stringMatching(/^\/\?t=.+&q=.+$/u),
      html: expect.stringMatching(/依据.+65\.6.+feedback/su),
    });
  });

  test('the sources of its marks keep their ids until it is whole', async () => {
    await startAsking(async (_question, { onClaim }) => {
      onClaim?.(sampleAnswer());
      return sampleAnswer();
    });
    const heard = await hear('/ask/stream?q=甲');
    const ids = heard
      .filter(({ event }) => event !== 'next')
      .map(({ data }) => /source-[\w-]+-1/u.exec(JSON.stringify(data))?.[0]);
    expect(ids[0]).toBeDefined();
    expect(new Set(ids).size).toBe(1);
  });

  test('goes to the core with its turns and a signal', async () => {
    const seen: AskOptions[] = [];
    await startAsking(async (_question, options) => {
      seen.push(options);
      return sampleAnswer();
    });
    await hear('/ask/stream?q=那周村呢&t=淄川&document=sample-14fyp');
    expect(seen[0]).toMatchObject({ turns: ['淄川'], documentIds: ['sample-14fyp'] });
    expect(seen[0]?.signal).toBeInstanceOf(AbortSignal);
  });

  test('nothing of it becomes markup', async () => {
    await startAsking(async () => sampleAnswer({ answer: '<img src=x onerror=alert(1)>[1]' }));
    const [{ data } = { data: '' }] = await hear('/ask/stream?q=甲');
    expect(JSON.stringify(data)).not.toContain('<img');
  });
});

describe('what goes wrong', () => {
  test('is told in words, unforeseen things without their details', async () => {
    await startAsking(async (question) => {
      if (question === '索引') throw new YoujuError('INDEX_DAMAGED', '索引已损坏。');
      throw new Error('secret detail');
    });
    expect(await hear('/ask/stream?q=索引')).toEqual([{ event: 'problem', data: '索引已损坏。' }]);
    const [problem] = await hear('/ask/stream?q=坏');
    expect(problem?.event).toBe('problem');
    expect(problem?.data).not.toContain('secret');
    expect(web.logged).toContain('request failed');
  });

  test('a reader who goes away ends the work, and nobody logs it', async () => {
    let signal: AbortSignal | undefined;
    await startAsking(async (_question, options) => {
      signal = options.signal;
      await once(options.signal ?? new EventTarget(), 'abort');
      throw options.signal?.reason;
    });
    const leaving = new AbortController();
    const response = await web.get('/ask/stream?q=甲', { signal: leaving.signal });
    expect(response.status).toBe(200);
    leaving.abort();
    await expect.poll(() => signal?.aborted).toBe(true);
    expect(web.logged).toEqual([]);
  });

  test('a reader who never reads is cut', async () => {
    let signal: AbortSignal | undefined;
    const long = sampleAnswer({ answer: '长'.repeat(100_000) });
    await startAsking(async (_question, { onClaim, signal: given }) => {
      signal = given;
      for (let sent = 0; sent < 1000 && !given?.aborted; sent += 1) {
        onClaim?.(long);
        await new Promise(setImmediate);
      }
      return sampleAnswer();
    });
    const { hostname, port } = new URL(web.address);
    const socket = connect(Number(port), hostname).pause();
    socket.write('GET /ask/stream?q=a HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => signal?.aborted).toBe(true);
    socket.destroy();
  });
});
