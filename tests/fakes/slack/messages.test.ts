import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { type Fields, fieldsIn, objectsIn } from './fields.ts';

describe('messages in the Web API', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack({ redelivery: { delaysMs: [] } });
  });

  afterEach(() => slack.close());

  const post = (more: Fields = {}): Promise<Fields> =>
    callApi(slack, 'chat.postMessage', { channel: 'C1', text: '答', ...more });
  const texts = ({ messages }: Fields): unknown[] => objectsIn(messages).map(({ text }) => text);

  test('gives times that only grow', async () => {
    const times: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      times.push(String((await post()).ts));
    }
    expect(new Set(times).size).toBe(20);
    expect(times.every((ts, i) => ts > (times[i - 1] ?? ''))).toBe(true);
  });

  test('changes and deletes only what the app wrote', async () => {
    const { ts } = await post();
    const { ts: theirs } = await slack.person('U1').say('C1', '你好');
    const update = (of: unknown) =>
      callApi(slack, 'chat.update', { channel: 'C1', ts: of, text: '改', parse: 'none' });
    const remove = (of: unknown) => callApi(slack, 'chat.delete', { channel: 'C1', ts: of });
    expect(await update(theirs)).toMatchObject({ error: 'cant_update_message' });
    expect(await remove(theirs)).toMatchObject({ error: 'cant_delete_message' });
    expect(await update(ts)).toMatchObject({ ok: true, text: '改' });
    expect(await remove(ts)).toMatchObject({ ok: true });
    expect(await update(ts)).toMatchObject({ error: 'message_not_found' });
  });

  test('drops blocks that an update with text leaves out, and keeps metadata', async () => {
    const metadata = { event_type: 'answer', event_payload: { id: 1 } };
    const { ts } = await post({ blocks: [{ type: 'divider' }], metadata });
    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: '改', parse: 'none' });
    const [message] = slack.channel('C1');
    expect(message?.blocks).toBeUndefined();
    expect(message?.metadata).toEqual(metadata);
  });

  test('shows a thread, page by page, with metadata only when asked', async () => {
    const metadata = { event_type: 'answer', event_payload: {} };
    const { ts } = await slack.person('U1').say('C1', '问');
    await post({ thread_ts: ts, text: '答一', metadata });
    await post({ thread_ts: ts, text: '答二' });
    const replies = (more: Fields) =>
      callApi(slack, 'conversations.replies', { channel: 'C1', ts, ...more });
    const first = await replies({ limit: 2, include_all_metadata: true });
    expect(texts(first)).toEqual(['问', '答一']);
    expect(objectsIn(first.messages)[1]).toMatchObject({ metadata });
    const { next_cursor: cursor } = fieldsIn(first.response_metadata);
    const rest = await replies({ cursor });
    expect([texts(rest), rest.has_more]).toEqual([['答二'], false]);
    expect(objectsIn((await replies({})).messages)[1]).not.toHaveProperty('metadata');
    expect(await replies({ ts: '1.1' })).toMatchObject({ error: 'thread_not_found' });
    expect(await post({ thread_ts: '1.1' })).toMatchObject({ error: 'thread_not_found' });
    expect(slack.violations).toEqual([]);
  });

  test('shows a channel’s roots, newest first, between two times', async () => {
    const { ts } = await post({ text: '一' });
    await post({ text: '二', thread_ts: ts });
    const { ts: last } = await post({ text: '三' });
    const history = (more: Fields) =>
      callApi(slack, 'conversations.history', { channel: 'C1', ...more });
    expect(texts(await history({}))).toEqual(['三', '一']);
    expect(texts(await history({ oldest: ts }))).toEqual(['三']);
    expect(texts(await history({ latest: ts, inclusive: true, limit: 1 }))).toEqual(['一']);
    expect(texts(await history({ latest: last }))).toEqual(['一']);
  });

  test('shows an ephemeral message to one person, and to no method', async () => {
    const args = { channel: 'C1', user: 'U1', text: '只给你' };
    const { message_ts: ts } = await callApi(slack, 'chat.postEphemeral', args);
    expect(slack.ephemerals('U1')).toMatchObject([{ text: '只给你', visibleTo: 'U1' }]);
    expect(slack.ephemerals('U2')).toEqual([]);
    const update = { channel: 'C1', ts, text: '改', parse: 'none' };
    expect(await callApi(slack, 'chat.update', update)).toMatchObject({
      error: 'message_not_found',
    });
    const stranger = { ...args, user: 'UADMIN', channel: 'G1' };
    expect(await callApi(slack, 'chat.postEphemeral', stranger)).toMatchObject({ ok: true });
    expect(await callApi(slack, 'chat.postEphemeral', { ...stranger, user: 'U2' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  test('gives addresses of messages, and opens direct channels', async () => {
    const { ts } = await post();
    const link = await callApi(slack, 'chat.getPermalink', { channel: 'C1', message_ts: ts });
    expect(link.permalink).toBe(
      `https://zibo-plans.slack.com/archives/C1/p${String(ts).replace('.', '')}`,
    );
    expect(await callApi(slack, 'conversations.open', { users: 'U2' })).toMatchObject({
      channel: { id: 'D2' },
    });
    expect(await callApi(slack, 'conversations.info', { channel: 'D2' })).toMatchObject({
      channel: { is_im: true },
    });
    expect(await callApi(slack, 'conversations.info', { channel: 'C1' })).toMatchObject({
      channel: { id: 'C1', is_channel: true },
    });
  });

  test('lets the app react once, with the scope for it', async () => {
    const rich = await startFakeSlack({ scopes: ['chat:write', 'reactions:write'] });
    const { ts } = await callApi(rich, 'chat.postMessage', { channel: 'C1', text: '答' });
    const react = () =>
      callApi(rich, 'reactions.add', { channel: 'C1', timestamp: ts, name: 'eyes' });
    expect(await react()).toEqual({ ok: true });
    expect(await react()).toMatchObject({ error: 'already_reacted' });
    expect(rich.channel('C1')[0]?.reactions).toEqual([{ name: 'eyes', users: ['UBOT'] }]);
    await rich.close();
  });
});
