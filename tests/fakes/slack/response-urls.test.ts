import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actions, button, callApi } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { type Fields, fieldsIn } from './fields.ts';

describe('a response_url', () => {
  let slack: FakeSlack;
  let nowMs: number;

  beforeEach(async () => {
    nowMs = 1_700_000_000_000;
    slack = await startFakeSlack({
      clock: () => nowMs,
      redelivery: { ackTimeoutMs: 50, delaysMs: [] },
    });
  });

  afterEach(() => slack.close());

  /** Answers at the address of the last interaction; nobody acknowledged it, which does not matter. */
  const answer = async (body: Fields): Promise<[number, unknown]> => {
    const url = slack.deliveries.map(({ payload }) => payload.response_url).at(-1);
    const response = await fetch(String(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [response.status, fieldsIn(await response.json()).error ?? 'ok'];
  };

  test('takes five answers within half an hour', async () => {
    await slack.person('U1').slash('/plan', '问', 'C1');
    for (let i = 0; i < 5; i += 1) {
      expect(await answer({ text: '答' })).toEqual([200, 'ok']);
    }
    expect(await answer({ text: '答' })).toEqual([404, 'used_url']);
    await slack.person('U1').slash('/plan', '问', 'C1');
    nowMs += 30 * 60_000 + 1;
    expect(await answer({ text: '答' })).toEqual([404, 'expired_url']);
    expect(slack.violations.map(({ code }) => code)).toEqual(['used_url', 'expired_url']);
  });

  test('answers the person alone unless it says otherwise, also in a thread', async () => {
    const { ts } = await slack.person('U1').say('C1', '问');
    await slack.person('U1').slash('/plan', '问', 'C1');
    const alone = slack.ephemerals('U1').length;
    await answer({ text: '给你' });
    await answer({ text: '给大家', response_type: 'in_channel', thread_ts: ts });
    expect(slack.ephemerals('U1').slice(alone)).toMatchObject([{ text: '给你' }]);
    expect(slack.thread('C1', ts)[1]).toMatchObject({ text: '给大家', user: 'UBOT' });
  });

  test('replaces and deletes the message that was acted on', async () => {
    const blocks = [actions(button())];
    await callApi(slack, 'chat.postMessage', { channel: 'C1', text: '在查', blocks });
    const [message] = slack.channel('C1');
    if (!message) throw new Error('nothing was posted');
    await slack.person('U1').click(message, 'source');
    expect(await answer({ text: '答', replace_original: true })).toEqual([200, 'ok']);
    expect(slack.channel('C1')).toMatchObject([{ text: '答', ts: message.ts }]);
    expect(slack.channel('C1')[0]?.blocks).toBeUndefined();
    expect(await answer({ delete_original: true })).toEqual([200, 'ok']);
    expect(slack.channel('C1')).toEqual([]);
    expect(await answer({ text: '答', replace_original: true })).toEqual([
      404,
      'message_not_found',
    ]);
  });

  test('posts anew where no message of the app was acted on', async () => {
    const { message } = await slack.person('U1').say('C1', '问');
    await slack.person('U1').messageShortcut('ask_message', message);
    await answer({ text: '在查' });
    await answer({ text: '答', replace_original: true });
    expect(slack.channel('C1')).toMatchObject([{ text: '问' }]);
    expect(slack.ephemerals('U1')).toMatchObject([{ text: '在查' }, { text: '答' }]);
  });

  test('changes an ephemeral message, which nothing else can', async () => {
    const args = { channel: 'C1', user: 'U1', text: '在查', blocks: [actions(button())] };
    await callApi(slack, 'chat.postEphemeral', args);
    const [message] = slack.ephemerals('U1');
    if (!message) throw new Error('nothing was posted');
    await slack.person('U1').click(message, 'source');
    const payload = fieldsIn(slack.deliveries.at(-1)?.payload);
    expect(payload).not.toHaveProperty('message');
    expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts: message.ts });
    await answer({ text: '答', replace_original: true });
    expect(slack.ephemerals('U1')).toMatchObject([{ text: '答', ts: message.ts }]);
  });

  test('checks what is posted as every message', async () => {
    await slack.person('U1').slash('/plan', '问', 'C1');
    expect(await answer({ text: '答', blocks: [{ type: 'nothing' }] })).toEqual([
      404,
      'invalid_blocks',
    ]);
    expect(await answer({})).toEqual([404, 'no_text']);
    await answer({ text: '<!channel>', response_type: 'in_channel' });
    expect(slack.violations.map(({ code, where }) => [where, code])).toEqual([
      ['response_url', 'invalid_blocks'],
      ['response_url', 'no_text'],
      ['response_url', 'live_mention'],
    ]);
  });
});
