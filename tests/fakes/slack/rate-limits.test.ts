import { describe, expect, test } from 'vitest';
import { startFakeSlack } from './fake-slack.ts';
import { type RateLimitOptions, RateLimits } from './rate-limits.ts';

const PER_MINUTE = [
  ['apps.connections.open', 1],
  ['chat.startStream', 20],
  ['chat.update', 50],
  ['views.open', 100],
  ['chat.appendStream', 100],
  ['assistant.threads.setStatus', 600],
] as const;

describe('Slack’s limits of calls', () => {
  const limits = (options: RateLimitOptions = {}) => {
    const time = { ms: 0 };
    const counted = new RateLimits(options, () => time.ms);
    const call = (method: string, channel?: string) => counted.retryAfter(method, channel);
    return { time, call };
  };

  test.each(PER_MINUTE)('let %s be called %i times a minute', (method, max) => {
    const { time, call } = limits();
    const waits = Array.from({ length: max + 1 }, () => call(method));
    expect(waits.slice(0, max)).toEqual(Array(max).fill(undefined));
    expect(waits[max]).toBe(60);
    time.ms = 59_000;
    expect(call(method)).toBe(1);
    time.ms = 60_000;
    expect(call(method)).toBeUndefined();
  });

  test('let one message a second into a channel', () => {
    const { time, call } = limits();
    expect(call('chat.postMessage', 'C1')).toBeUndefined();
    expect(call('chat.postMessage', 'C2')).toBeUndefined();
    expect(call('chat.postMessage', 'C1')).toBe(1);
    time.ms = 1_000;
    expect(call('chat.postMessage', 'C1')).toBeUndefined();
  });

  test('can be scaled, and set for a single method', () => {
    const { call } = limits({ scale: 2, perMinute: { 'chat.update': 1 } });
    expect(call('chat.update')).toBeUndefined();
    expect(call('chat.update')).toBe(60);
    expect([1, 2, 3].map(() => call('chat.postMessage', 'C1'))).toEqual([undefined, undefined, 1]);
  });

  test('leave methods without a tier alone', () => {
    const { call } = limits();
    expect(Array.from({ length: 200 }, () => call('auth.test'))).toEqual(
      Array(200).fill(undefined),
    );
  });

  test('come as 429 with the time to wait, and nothing is posted', async () => {
    const slack = await startFakeSlack({ rateLimits: {}, clock: () => 0 });
    const post = () =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}` },
        body: new URLSearchParams({ channel: 'C1', text: '答' }),
      });
    expect((await post()).status).toBe(200);
    const second = await post();
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await second.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect(slack.channel('C1')).toHaveLength(1);
    expect(slack.violations).toEqual([]);
    await slack.close();
  });
});
