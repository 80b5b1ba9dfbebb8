import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi } from './call-api.ts';
import { type FakeSlack, readManifest, startFakeSlack } from './fake-slack.ts';
import type { Fields } from './fields.ts';
import { text, times } from './limit-cases.ts';

const prompt = { title: '比一比', message: '两区比一比' };

describe('an app that is an agent', () => {
  let slack: FakeSlack;
  let thread: { channel_id: string; thread_ts: string };

  beforeEach(async () => {
    slack = await startFakeSlack({ manifest: readManifest('manifest.agent') });
    const { ts } = slack.world.messages.post({ channel: 'C1', user: 'U1', text: '问' });
    thread = { channel_id: 'C1', thread_ts: ts };
  });

  afterEach(() => slack.close());

  const setStatus = (more: Fields): Promise<Fields> =>
    callApi(slack, 'agents.sessions.setStatus', { ...thread, ...more });
  const rename = (title: string): Promise<Fields> =>
    callApi(slack, 'agents.sessions.rename', { ...thread, title });

  test('has a session with a title, which only its beginning or a renaming sets', async () => {
    await setStatus({ status: 'processing', title: '城镇化率' });
    expect(await setStatus({ status: 'active', title: '别的' })).toMatchObject({
      status: 'active',
      title: '城镇化率',
    });
    await rename('森林覆盖率');
    expect(slack.session('C1', thread.thread_ts)).toMatchObject({
      title: '森林覆盖率',
      history: ['processing', 'active'],
    });
  });

  test('keeps to four states and to titles of 200 characters', async () => {
    expect(await setStatus({ status: '在查' })).toMatchObject({ error: 'invalid_arguments' });
    expect(await setStatus({ status: 'active', title: text(201) })).toMatchObject({ ok: false });
    expect(await rename('城镇化率')).toMatchObject({ error: 'session_not_found' });
    await setStatus({ status: 'active', title: text(200) });
    expect(await rename(text(200))).toMatchObject({ ok: true });
    expect(await rename(text(201))).toMatchObject({ error: 'invalid_arguments' });
    expect(await rename('')).toMatchObject({ error: 'invalid_arguments' });
  });

  test('stays processing when it posts, until it says otherwise', async () => {
    await setStatus({ status: 'processing' });
    await callApi(slack, 'chat.postMessage', {
      channel: 'C1',
      thread_ts: thread.thread_ts,
      text: '答',
    });
    expect(slack.session('C1', thread.thread_ts)?.status).toBe('processing');
  });

  test('shows a line of its own until it answers', async () => {
    const set = (more: Fields) =>
      callApi(slack, 'assistant.threads.setStatus', { ...thread, status: '在查…', ...more });
    expect(await set({ loading_messages: times(10, () => ({})).map(() => text(50)) })).toEqual({
      ok: true,
    });
    expect(slack.statusLine('C1', thread.thread_ts)).toBe('在查…');
    expect(await set({ loading_messages: [text(51)] })).toMatchObject({ ok: false });
    expect(await set({ loading_messages: Array(11).fill('翻书') })).toMatchObject({ ok: false });
    await callApi(slack, 'chat.postMessage', {
      channel: 'C1',
      thread_ts: thread.thread_ts,
      text: '答',
    });
    expect(slack.statusLine('C1', thread.thread_ts)).toBeUndefined();
  });

  test('suggests four prompts at most, and none in a thread', async () => {
    const suggest = (more: Fields) =>
      callApi(slack, 'assistant.threads.setSuggestedPrompts', { channel_id: 'D1', ...more });
    slack.world.workspace.directChannel('U1');
    expect(await suggest({ prompts: Array(4).fill(prompt) })).toEqual({ ok: true });
    expect(slack.world.sessions.prompts('D1')).toHaveLength(4);
    expect(await suggest({ prompts: Array(5).fill(prompt) })).toMatchObject({ ok: false });
    expect(await suggest({ prompts: [prompt], thread_ts: '1.1' })).toEqual({ ok: true });
    expect(slack.world.sessions.prompts('D1')).toHaveLength(4);
    expect(slack.violations.at(-1)).toMatchObject({ code: 'prompts_not_shown' });
  });

  test('is not there for guests', async () => {
    const guest = slack.person('UGUEST');
    await expect(guest.direct('问')).rejects.toThrow('guest');
    await expect(guest.slash('/plan', '问', 'C1')).rejects.toThrow('guest');
    expect((await guest.mention('C1', '问')).acks).toEqual([]);
  });
});

describe('an app that is no agent', () => {
  test('has no sessions, and guests may use it', async () => {
    const slack = await startFakeSlack({ redelivery: { delaysMs: [] } });
    const { channel, ts, acks } = await slack.person('UGUEST').direct('问');
    expect(acks).toHaveLength(1);
    const args = { channel_id: channel, thread_ts: ts, status: 'active' };
    expect(await callApi(slack, 'agents.sessions.setStatus', args)).toMatchObject({
      error: 'access_denied',
    });
    expect(await callApi(slack, 'assistant.threads.setTitle', args)).toMatchObject({
      error: 'missing_scope',
      needed: 'assistant:write',
    });
    await slack.close();
  });

  test('is warned when it cannot be stopped', async () => {
    const manifest = readManifest('manifest.agent');
    const { event_subscriptions: subscriptions } = manifest.settings;
    subscriptions.bot_events = ['app_mention'];
    const slack = await startFakeSlack({ manifest });
    const { ts } = slack.world.messages.post({ channel: 'C1', user: 'U1', text: '问' });
    const args = { channel_id: 'C1', thread_ts: ts, status: 'processing' };
    expect(await callApi(slack, 'agents.sessions.setStatus', args)).toMatchObject({
      ok: true,
      warning: 'missing_agent_session_stopped_event_subscription',
    });
    await slack.close();
  });
});
