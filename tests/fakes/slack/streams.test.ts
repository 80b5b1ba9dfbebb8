import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, section } from './call-api.ts';
import { type FakeSlack, readManifest, startFakeSlack } from './fake-slack.ts';
import type { Fields } from './fields.ts';
import { text, times } from './limit-cases.ts';

const recipient = { recipient_user_id: 'U1', recipient_team_id: 'T1' };
const markdown = (length: number): Fields => ({ type: 'markdown_text', text: text(length) });
const task = (more: Fields = {}): Fields => ({
  type: 'task_update',
  id: 't1',
  title: '查指标表',
  status: 'in_progress',
  ...more,
});

describe('streams', () => {
  let slack: FakeSlack;
  let nowMs: number;
  let root: string;

  beforeEach(async () => {
    nowMs = 1_700_000_000_000;
    slack = await startFakeSlack({ manifest: readManifest('manifest.agent'), clock: () => nowMs });
    root = slack.world.messages.post({ channel: 'C1', user: 'U1', text: '问' }).ts;
  });

  afterEach(() => slack.close());

  const start = (more: Fields = {}): Promise<Fields> =>
    callApi(slack, 'chat.startStream', { channel: 'C1', thread_ts: root, ...recipient, ...more });
  const append = (ts: unknown, more: Fields): Promise<Fields> =>
    callApi(slack, 'chat.appendStream', { channel: 'C1', ts, ...more });
  const stop = (ts: unknown, more: Fields = {}): Promise<Fields> =>
    callApi(slack, 'chat.stopStream', { channel: 'C1', ts, ...more });
  const shown = (ts: unknown) => slack.thread('C1', root).find((message) => message.ts === ts);

  test.each([
    ['no thread', { thread_ts: undefined }, 'invalid_thread_ts'],
    ['a thread that is not there', { thread_ts: '1.1' }, 'invalid_thread_ts'],
    ['nobody to receive it', { recipient_user_id: undefined }, 'missing_recipient_user_id'],
    ['nobody’s team', { recipient_team_id: undefined }, 'missing_recipient_team_id'],
    [
      'text and chunks',
      { markdown_text: '一', chunks: [] },
      'cannot_provide_both_markdown_text_and_chunks',
    ],
    ['too long a text', { markdown_text: text(12_001) }, 'msg_too_long'],
    ['too long a chunk', { chunks: [markdown(12_001)] }, 'invalid_chunks'],
    ['too long a title', { chunks: [task({ title: text(257) })] }, 'invalid_chunks'],
    ['too long details', { chunks: [task({ details: text(257) })] }, 'invalid_chunks'],
    ['too long a plan', { chunks: [{ type: 'plan_update', title: text(257) }] }, 'invalid_chunks'],
    ['a status of its own', { chunks: [task({ status: 'done' })] }, 'invalid_chunks'],
    ['chunks nobody knows', { chunks: [{ type: 'text', text: '一' }] }, 'invalid_chunks'],
    [
      'wrong blocks',
      { chunks: [{ type: 'blocks', blocks: [{ type: 'nothing' }] }] },
      'invalid_blocks',
    ],
  ])('do not start with %s', async (_, more, error) => {
    const args = Object.entries({ channel: 'C1', thread_ts: root, ...recipient, ...more });
    const given = Object.fromEntries(args.filter(([, value]) => value !== undefined));
    expect(await callApi(slack, 'chat.startStream', given)).toMatchObject({ ok: false, error });
    expect(slack.violations).toMatchObject([{ code: error, where: 'chat.startStream' }]);
  });

  test('need no recipient in a direct message', async () => {
    const { id } = slack.world.workspace.directChannel('U1');
    const { ts } = slack.world.messages.post({ channel: id, user: 'U1', text: '问' });
    const answer = await callApi(slack, 'chat.startStream', { channel: id, thread_ts: ts });
    expect(answer).toMatchObject({ ok: true, channel: id });
  });

  test('gather text, tasks and blocks, and put the last blocks at the end', async () => {
    const { ts } = await start({ chunks: [task(), { type: 'plan_update', title: '查文件' }] });
    await append(ts, { chunks: [task({ status: 'complete', details: '第一章' })] });
    await append(ts, { chunks: [task({ status: 'complete', details: '第二章' }), markdown(2)] });
    await stop(ts, { blocks: [section('依据')] });
    expect(shown(ts)).toMatchObject({ text: '计计', streaming_state: 'completed' });
    expect(shown(ts)?.blocks).toMatchObject([
      { type: 'plan', title: '查文件', tasks: [{ status: 'complete', details: '第一章第二章' }] },
      { type: 'markdown', text: '计计' },
      { type: 'section' },
    ]);
  });

  test('drop blocks after the fiftieth, and that is noted', async () => {
    const divider = { type: 'divider' };
    const { ts } = await start({ chunks: [{ type: 'blocks', blocks: times(50, () => divider) }] });
    expect(slack.violations).toEqual([]);
    await append(ts, { chunks: [{ type: 'blocks', blocks: [divider] }] });
    expect(slack.violations).toMatchObject([{ code: 'blocks_dropped' }]);
    expect(shown(ts)?.blocks).toHaveLength(50);
  });

  test('stay with text or with chunks, as they began', async () => {
    const { ts } = await start({ markdown_text: '一' });
    expect(await append(ts, { chunks: [markdown(1)] })).toMatchObject({
      error: 'streaming_mode_mismatch',
    });
    expect(await append(ts, {})).toMatchObject({ error: 'no_text' });
  });

  test('take nothing more once they have ended', async () => {
    const { ts } = await start();
    await stop(ts);
    expect(await append(ts, { markdown_text: '一' })).toMatchObject({
      error: 'message_not_in_streaming_state',
    });
    expect(await stop(ts)).toMatchObject({ error: 'message_not_in_streaming_state' });
  });

  test('end by themselves after some minutes, and set the session free', async () => {
    const { ts } = await start({ markdown_text: '一' });
    expect(slack.session('C1', root)?.status).toBe('processing');
    nowMs += 306_001;
    expect(await append(ts, { markdown_text: '二' })).toMatchObject({
      error: 'message_not_in_streaming_state',
    });
    expect(slack.session('C1', root)?.status).toBe('active');
    const finish = { channel: 'C1', ts, text: '一二', parse: 'none' };
    expect(await callApi(slack, 'chat.update', finish)).toMatchObject({ ok: true });
  });

  test('are ended by the person’s stop button', async () => {
    const { ts } = await start({ markdown_text: '一' });
    await slack.person('U1').stop('C1', root);
    expect(await append(ts, { markdown_text: '二' })).toMatchObject({ error: 'stopped_by_user' });
    expect(slack.session('C1', root)?.status).toBe('processing');
    await callApi(slack, 'agents.sessions.setStatus', {
      channel_id: 'C1',
      thread_ts: root,
      status: 'active',
    });
    await expect(slack.person('U1').stop('C1', root)).rejects.toThrow('No stop button');
  });

  test('cannot be updated while they run', async () => {
    const { ts } = await start({ markdown_text: '一' });
    const update = { channel: 'C1', ts, text: '二', parse: 'none' };
    expect(await callApi(slack, 'chat.update', update)).toMatchObject({
      error: 'streaming_state_conflict',
    });
  });

  test('are hidden by a status set meanwhile, and that is noted', async () => {
    await start({ markdown_text: '一' });
    await callApi(slack, 'assistant.threads.setStatus', {
      channel_id: 'C1',
      thread_ts: root,
      status: '在查…',
    });
    expect(slack.violations).toMatchObject([{ code: 'status_while_streaming' }]);
  });
});
