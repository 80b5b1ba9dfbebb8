import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import type { Fields } from './fields.ts';

describe('the Web API', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack({ redelivery: { delaysMs: [] } });
  });

  afterEach(() => slack.close());

  const post = (more: Fields = {}): Promise<Fields> =>
    callApi(slack, 'chat.postMessage', { channel: 'C1', text: '答', ...more });

  test('says who the app is and what it may do', async () => {
    const response = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(response.headers.get('x-oauth-scopes')).toContain('chat:write,commands');
    expect(await response.json()).toMatchObject({
      ok: true,
      team_id: 'T1',
      user_id: 'UBOT',
      bot_id: 'BBOT',
    });
  });

  test.each([
    ['no token', 'auth.test', '', 'not_authed'],
    ['a token of nobody', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['the app’s token', 'auth.test', 'xapp-fake-app', 'not_allowed_token_type'],
    ['a token of a step that has ended', 'auth.test', 'xwfp-Fx000001', 'invalid_auth'],
    ['a method nobody knows', 'chat.postNothing', 'xoxb-fake-bot', 'unknown_method'],
  ])('refuses %s', async (_, method, token, error) => {
    expect(await callApi(slack, method, {}, token)).toMatchObject({ ok: false, error });
    expect(slack.violations).toMatchObject([{ code: error, where: method }]);
  });

  test('refuses what needs a scope that was not granted, and says which', async () => {
    const poor = await startFakeSlack({ scopes: ['commands'] });
    expect(await callApi(poor, 'chat.postMessage', { channel: 'C1', text: '答' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
    await poor.close();
  });

  test.each([
    ['a public channel without the bot', 'C9', 'not_in_channel'],
    ['a private channel without the bot', 'G9', 'channel_not_found'],
    ['a channel nobody knows', 'C404', 'channel_not_found'],
    ['no channel', '', 'invalid_arguments'],
    ['the bot itself', 'UBOT', 'channel_not_found'],
  ])('posts nothing into %s', async (_, channel, error) => {
    expect(await post({ channel })).toMatchObject({ ok: false, error });
  });

  test('posts to a person by their id', async () => {
    expect(await post({ channel: 'U1' })).toMatchObject({ ok: true, channel: 'D1' });
  });

  test('reads JSON in a form, but leaves text alone that looks like it', async () => {
    const blocks = [{ type: 'divider' }];
    await post({ text: '[1]', blocks });
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({ text: '[1]', blocks });
  });

  test('takes a body of JSON too, if it is JSON', async () => {
    const send = async (body: string) => {
      const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${slack.botToken}`,
          'content-type': 'application/json; charset=utf-8',
        },
        body,
      });
      return response.json();
    };
    expect(await send('{"channel":"C1","text":"答"}')).toMatchObject({ message: { text: '答' } });
    expect(await send('{"channel"')).toEqual({ ok: false, error: 'invalid_json' });
  });

  test('does not mind an app that goes away in the middle of a call', async () => {
    const { port } = new URL(slack.origin);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /api/auth.test HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    await once(socket, 'close');
    expect(await callApi(slack, 'auth.test')).toMatchObject({ ok: true });
    expect(slack.calls()).toHaveLength(1);
  });

  test('knows people and what they are', async () => {
    const info = (user: string) => callApi(slack, 'users.info', { user });
    expect(await info('UGUEST')).toMatchObject({ user: { is_restricted: true, is_bot: false } });
    expect(await info('UOTHER')).toMatchObject({ user: { team_id: 'T2', is_stranger: true } });
    expect(await info('UROBOT')).toMatchObject({ user: { is_bot: true } });
    expect(await info('U404')).toMatchObject({ error: 'user_not_found' });
  });

  test('ends a step only with its token, once, and with the outputs it promises', async () => {
    const { id } = await slack.person('U1').runStep('ask_step', { question: '问' });
    const token = slack.step(id)?.token ?? '';
    const complete = (outputs: Fields, by = token) =>
      callApi(slack, 'functions.completeSuccess', { function_execution_id: id, outputs }, by);
    const right = { answer: '答', found: true };
    expect(await complete(right, slack.botToken)).toMatchObject({ error: 'access_denied' });
    expect(await complete({ answer: '答' })).toMatchObject({
      error: 'parameter_validation_failed',
    });
    expect(await complete({ ...right, found: '是' })).toMatchObject({ ok: false });
    expect(await complete(right)).toEqual({ ok: true });
    expect(await complete(right)).toMatchObject({ error: 'invalid_auth' });
    const second = await slack.person('U1').runStep('ask_step', { question: '问' });
    const fail = { function_execution_id: second.id, error: '没有索引' };
    await callApi(slack, 'functions.completeError', fail, slack.step(second.id)?.token);
    expect(slack.step(second.id)?.error).toBe('没有索引');
  });

  test('forgets what was before a time', async () => {
    await post();
    slack.forgetBefore(Date.now() + 1_000);
    expect([slack.calls(), slack.channel('C1'), slack.deliveries]).toEqual([[], [], []]);
  });
});
