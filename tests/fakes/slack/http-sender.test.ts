import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { fieldsIn } from './fields.ts';
import { createMinimalApp, type MinimalApp } from './minimal-app.ts';

const FORM = 'application/x-www-form-urlencoded';
const event = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
  event: { type: 'app_mention', user: 'U1', channel: 'C1', text: '问', ts: '1.1', event_ts: '1.1' },
});

describe('a Bolt app behind the signed sender', () => {
  let slack: FakeSlack;
  let bolt: MinimalApp;
  let heard: string[];

  beforeEach(async () => {
    heard = [];
    slack = await startFakeSlack({ transport: 'http', redelivery: { delaysMs: [10] } });
    bolt = createMinimalApp(slack, 'http');
    bolt.app.event('app_mention', async ({ event: { text } }) => void heard.push(text));
    await bolt.start();
  });

  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  test.each([
    ['a right signature', {}, 200],
    ['somebody else’s signature', { signature: 'forged' }, 401],
    ['no signature', { signature: 'none' }, 401],
    ['a signature of six minutes ago', { ageSeconds: 360 }, 401],
    ['a signature of an hour ahead, which Bolt takes', { ageSeconds: -3_600 }, 200],
    ['another path', { path: '/elsewhere' }, 404],
  ] as const)('answers %s with its status', async (_, flaws, status) => {
    expect((await slack.http.post(event, flaws)).status).toBe(status);
    expect(heard.length).toBe(status === 200 ? 1 : 0);
  });

  test('asks for the challenge only when it is signed', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const signed = await slack.http.post(body);
    expect([signed.status, fieldsIn(JSON.parse(signed.body))]).toEqual([200, { challenge: 'abc' }]);
    expect((await slack.http.post(body, { signature: 'none' })).status).toBe(401);
  });

  test('takes the check of its certificate unsigned', async () => {
    const flaws = { contentType: FORM, signature: 'none' } as const;
    expect((await slack.http.post('ssl_check=1&token=x', flaws)).status).toBe(200);
  });

  test('refuses a form that names its character set', async () => {
    const flaws = { contentType: `${FORM}; charset=utf-8` };
    expect((await slack.http.post('command=%2Fplan&text=x', flaws)).status).toBe(400);
  });

  test('refuses more than four megabytes', async () => {
    const body = JSON.stringify({ type: 'event_callback', padding: 'x'.repeat(4_300_000) });
    expect((await slack.http.post(body)).status).toBe(413);
  });

  test('sends again what is not answered in time or badly, until told to stop', async () => {
    const hasty = await startFakeSlack({
      transport: 'http',
      redelivery: { ackTimeoutMs: 60, delaysMs: [10, 10] },
    });
    const headers: unknown[] = [];
    const server = createServer((request, response) => {
      headers.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
      if (headers.length === 2) response.writeHead(503, { 'x-slack-no-retry': '1' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    hasty.http.sendTo(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    const { acks } = await hasty.person('U1').say('C1', '你好');
    expect(acks).toMatchObject([
      { acknowledged: false, attempts: 2, reason: 'http_error', status: 503 },
    ]);
    expect(headers).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
    ]);
    server.closeAllConnections();
    server.close();
    await hasty.close();
  });

  test('answers 404 after three seconds when nobody acknowledges', async () => {
    const patient = await startFakeSlack({
      transport: 'http',
      redelivery: { ackTimeoutMs: 5_000, delaysMs: [] },
    });
    const lazy = createMinimalApp(patient, 'http');
    lazy.app.command('/plan', async () => Promise.resolve());
    await lazy.start();
    const ack = await patient.person('U1').slash('/plan', '问', 'C1');
    expect(ack).toMatchObject({ acknowledged: false, status: 404 });
    expect(ack.latencyMs).toBeGreaterThan(2_500);
    await lazy.stop();
    await patient.close();
  });
});
