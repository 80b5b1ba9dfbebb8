import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import type { Fault } from './faults.ts';
import { Faults } from './faults.ts';
import { seededRandom } from './moments.ts';

describe('a scripted fault', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack();
  });

  afterEach(() => slack.close());

  /** The real client, trying once. @returns its error's message, and whether the message is there */
  const post = async (fault: Fault): Promise<[string, number]> => {
    const client = new webApi.WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: webApi.LogLevel.ERROR,
    });
    slack.faults.add({ methods: ['chat.postMessage'], fault, times: 1 });
    const error = await client.chat.postMessage({ channel: 'C1', text: '答' }).then(
      () => 'no error',
      (thrown: unknown) => String(thrown),
    );
    return [error, slack.channel('C1').length];
  };

  test.each([
    ['an answer of 500, nothing done', { kind: 'http500' }, '500', 0],
    ['an answer of 500, and yet it was done', { kind: 'http500', after: true }, '500', 1],
    ['a cut connection', { kind: 'cut' }, 'request error', 0],
    ['a connection cut too late', { kind: 'cut', after: true }, 'request error', 1],
    ['too many requests', { kind: 'rate-limited', retryAfterSeconds: 7 }, 'in 7 seconds', 0],
    ['an error of Slack’s', { kind: 'error', error: 'fatal_error' }, 'fatal_error', 0],
    [
      'an error, and yet it was done',
      { kind: 'error', error: 'fatal_error', after: true },
      'fatal_error',
      1,
    ],
    ['a page instead of JSON', { kind: 'not-json' }, 'maintenance', 0],
    ['a delay', { kind: 'delay', ms: 30 }, 'no error', 1],
  ] as const)('can be %s', async (_, fault, error, posted) => {
    const [message, count] = await post(fault);
    expect(message.toLowerCase()).toContain(error);
    expect(count).toBe(posted);
    expect(slack.calls('chat.postMessage')[0]?.fault).toEqual(fault);
    expect(slack.faults.struck).toBe(1);
    expect(slack.violations).toEqual([]);
  });
});

describe('the choice of a fault', () => {
  const fault = { kind: 'http500' } as const;
  const call = (method: string, args = {}) => ({ method, args });

  test('is the same for the same seed, and about as frequent as asked', () => {
    const struck = [1, 1, 2].map((seed) => {
      const faults = new Faults(seededRandom(seed));
      faults.add({ probability: 0.2, fault });
      return Array.from({ length: 1_000 }, () => faults.pick(call('chat.update')) !== undefined);
    });
    expect(struck[0]).toEqual(struck[1]);
    expect(struck[0]).not.toEqual(struck[2]);
    const count = struck[0]?.filter(Boolean).length ?? 0;
    expect(count).toBeGreaterThan(150);
    expect(count).toBeLessThan(250);
  });

  test('goes by method, by argument, by number, until taken away', () => {
    const faults = new Faults(seededRandom(1));
    faults.add({ methods: ['chat.update'], times: 1, fault });
    const remove = faults.add({ when: ({ args }) => args.channel === 'C2', fault });
    expect(faults.pick(call('chat.delete'))).toBeUndefined();
    expect(faults.pick(call('chat.update'))).toBe(fault);
    expect(faults.pick(call('chat.update'))).toBeUndefined();
    expect(faults.pick(call('chat.delete', { channel: 'C2' }))).toBe(fault);
    remove();
    expect(faults.pick(call('chat.delete', { channel: 'C2' }))).toBeUndefined();
  });
});
