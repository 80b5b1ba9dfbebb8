import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await openSlackWorld({ transport: 'http' });
});
afterAll(() => world.close());

const EVENT = JSON.stringify({ type: 'url_verification', challenge: 'abc' });

test('Slack’s own check of the address is answered', async () => {
  const response = await world.slack.http.post(EVENT, { contentType: 'application/json' });
  expect(response.status).toBe(200);
  expect(response.body).toContain('abc');
});

test.each([
  ['forged', { signature: 'forged' }, 401],
  ['unsigned', { signature: 'none' }, 401],
  ['ten minutes old', { ageSeconds: 600 }, 401],
  ['an hour ahead', { ageSeconds: -3600 }, 401],
  ['to another address', { path: '/slack/nowhere' }, 404],
] as const)('what is %s is refused', async (_name, flaws, status) => {
  const before = world.log.length;
  const response = await world.slack.http.post(EVENT, {
    contentType: 'application/json',
    ...flaws,
  });
  expect(response.status).toBe(status);
  expect(response.body).toBe('');
  expect(world.log.slice(before).join('')).not.toContain('challenge');
});

test('what is too large is refused', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'x'.repeat(2_000_000) });
  const response = await world.slack.http.post(body, { contentType: 'application/json' });
  expect(response.status).toBe(413);
});

test('what cannot be read is refused', async () => {
  const response = await world.slack.http.post('{"type":', { contentType: 'application/json' });
  expect(response.status).toBe(400);
});

test('a form whose type names its charset is read', async () => {
  const body = 'command=%2Fplan&text=&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t1';
  const response = await world.slack.http.post(body, {
    contentType: 'application/x-www-form-urlencoded; charset=utf-8',
  });
  expect(response.status).toBe(200);
});

test('Slack’s own check of the certificate needs no listener', async () => {
  const response = await world.slack.http.post('ssl_check=1&token=x', {
    contentType: 'application/x-www-form-urlencoded',
  });
  expect(response.status).toBe(200);
});

test('what comes while questions under way are finished is left for Slack to send again', async () => {
  const closing = await openSlackWorld({
    transport: 'http',
    wrap: (app) => ({
      ...app,
      ask: async (...asked) => {
        await setTimeout(1_500);
        return app.ask(...asked);
      },
    }),
  });
  onTestFinished(() => closing.close());
  const { slack } = closing;
  const { ts } = await slack
    .person('U1')
    .mention('C1', '淄川区2025年常住人口城镇化率的目标是多少？');
  const stopped = closing.stop();
  expect(await slack.http.post(EVENT)).toMatchObject({ status: 503 });
  await stopped;
  expect(slack.thread('C1', ts).at(-1)?.text).toContain('75%');
});
