import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { CallBudget } from '../../../../src/channels/slack/delivery/call-budget.ts';
import { Outbox } from '../../../../src/channels/slack/delivery/outbox.ts';

const platformError = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

function newOutbox(): { outbox: Outbox; failures: string[] } {
  const failures: string[] = [];
  const onFailure = (method: string, reason: string) => void failures.push(`${method} ${reason}`);
  return { outbox: new Outbox({ nowMs: Date.now, random: () => 0, onFailure }), failures };
}

/** Fails with each error in turn, then gives what is asked. */
function failing(...errors: readonly Error[]) {
  let made = 0;
  return {
    attempt: async () => {
      const error = errors[made];
      made += 1;
      if (error) throw error;
      return 'sent';
    },
    made: () => made,
  };
}

describe('sending', () => {
  test('tries again what passes, and says each failure', async () => {
    const { outbox, failures } = newOutbox();
    const { attempt, made } = failing(
      new webApi.WebAPIHTTPError(502, 'Bad Gateway', {}),
      platformError('internal_error'),
    );
    await expect(outbox.send('chat.update', attempt)).resolves.toBe('sent');
    expect(made()).toBe(3);
    expect(failures).toEqual(['chat.update http_502', 'chat.update internal_error']);
  });

  test.each([
    platformError('channel_not_found'),
    new webApi.WebAPIHTTPError(404, 'No', {}),
    new TypeError('ours'),
  ])('does not try again what stays: %s', async (error) => {
    const { outbox } = newOutbox();
    const { attempt, made } = failing(error);
    await expect(outbox.send('chat.update', attempt)).rejects.toBe(error);
    expect(made()).toBe(1);
  });

  test('a proxy’s page instead of an answer passes, and is not quoted', async () => {
    const { outbox, failures } = newOutbox();
    const { attempt } = failing(platformError('<html>token xoxb-1</html>'));
    await expect(outbox.send('chat.update', attempt)).resolves.toBe('sent');
    expect(failures).toEqual(['chat.update malformed']);
  });

  test('looks whether what seemed to fail was done', async () => {
    const { outbox } = newOutbox();
    const { attempt, made } = failing(new webApi.WebAPIRequestError(new Error('cut')));
    const find = async () => 'found';
    await expect(outbox.send('chat.postMessage', attempt, { find })).resolves.toBe('found');
    expect(made()).toBe(1);
  });

  test('what was limited was surely not done: it is not looked for', async () => {
    const { outbox } = newOutbox();
    const { attempt, made } = failing(new webApi.WebAPIRateLimitedError(0));
    const find = async () => 'found';
    await expect(outbox.send('chat.postMessage', attempt, { find })).resolves.toBe('sent');
    expect(made()).toBe(2);
  });

  test('gives up after its time', async () => {
    const { outbox } = newOutbox();
    const error = new webApi.WebAPIRequestError(new Error('down'));
    const { attempt } = failing(error, error, error);
    await expect(outbox.send('views.open', attempt, { giveUpAfterMs: 0 })).rejects.toBe(error);
  });

  test('does not wait for longer than it was given', async () => {
    const { outbox } = newOutbox();
    const limited = new webApi.WebAPIRateLimitedError(60);
    const down = new webApi.WebAPIHTTPError(502, 'Bad Gateway', {});
    const options = { giveUpAfterMs: 200 };
    const startedMs = Date.now();
    const send = (error: Error) => outbox.send('chat.update', failing(error).attempt, options);
    await expect(send(down)).rejects.toBe(down);
    await expect(send(limited)).rejects.toBe(limited);
    await expect(send(down)).rejects.toBe(limited);
    expect(Date.now() - startedMs).toBeLessThan(1_000);
  });

  test('a limited method waits, another does not', async () => {
    const { outbox } = newOutbox();
    const order: string[] = [];
    const limited = failing(new webApi.WebAPIRateLimitedError(1));
    const first = outbox.send('chat.update', limited.attempt).then(() => order.push('update'));
    await outbox.send('views.open', async () => order.push('open'));
    const second = outbox.send('chat.update', async () => order.push('second'));
    await Promise.all([first, second]);
    expect(order[0]).toBe('open');
    expect([...order].sort()).toEqual(['open', 'second', 'update']);
  });

  test('posts in one channel are a second apart, in others not held up', async () => {
    const { outbox } = newOutbox();
    const times: number[] = [];
    const post = (channelId: string) =>
      outbox.send('chat.postMessage', async () => times.push(Date.now()), { channelId });
    const started = Date.now();
    await Promise.all([post('C1'), post('C1'), post('C2')]);
    const later = times.filter((atMs) => atMs - started >= 1_000);
    expect(later).toHaveLength(1);
  });
});

test('so many calls are made a minute, and no more', () => {
  let nowMs = 0;
  const budget = new CallBudget(15, () => nowMs);
  const taken = Array.from({ length: 20 }, () => budget.take());
  expect(taken.filter(Boolean)).toHaveLength(15);
  nowMs = 60_001;
  expect(budget.take()).toBe(true);
});
