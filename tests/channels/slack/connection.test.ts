import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { readManifest } from '../../fakes/slack/fake-slack.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openSlackWorld, openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const isConnected = (world: SlackWorld): boolean =>
  world.running().health().connectedSeconds !== null;

async function expectAnswer(world: SlackWorld): Promise<void> {
  const { slack } = world;
  const { ts } = await slack.person('U1').mention('C1', URBAN);
  await slack.until(() =>
    slack.thread('C1', ts).some((one) => renderForPeople(one).includes('75%')),
  );
}

test.each(['refresh_requested', 'warning', 'link_disabled'] as const)(
  'comes back after Slack says %s',
  async (reason) => {
    const world = await openTestWorld();
    world.slack.sockets.disconnect(reason);
    await world.slack.until(() => world.slack.sockets.opened === 2);
    await expectAnswer(world);
  },
);

test('comes back after the connection was cut', async () => {
  const world = await openTestWorld();
  world.slack.sockets.drop();
  await world.slack.until(() => world.slack.sockets.opened === 2);
  await expectAnswer(world);
});

test.each([
  ['an error of the network', { kind: 'cut' }],
  ['an error of the server', { kind: 'http500' }],
  ['a limit', { kind: 'rate-limited', retryAfterSeconds: 1 }],
  ['a token that is refused for a while', { kind: 'error', error: 'invalid_auth' }],
] as const)('outlives %s while it connects again', async (_name, fault) => {
  const world = await openTestWorld();
  world.slack.faults.add({ fault, methods: ['apps.connections.open'], times: 2 });
  world.slack.sockets.drop();
  await world.slack.until(() => world.slack.sockets.opened === 2);
  await expectAnswer(world);
});

test('leaves no connection behind when it is stopped while it connects again', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const fault = { kind: 'delay', ms: 1_000 } as const;
  slack.faults.add({ fault, methods: ['apps.connections.open'] });
  slack.sockets.drop();
  await expect.poll(() => slack.calls('apps.connections.open').length).toBe(2);
  await world.stop();
  await slack.until(() => slack.sockets.size === 0);
  expect(slack.sockets.opened).toBe(2);
});

test('gives up a connection that answers nothing, and opens another', async () => {
  const world = await openTestWorld({ silentForMs: 3_000 });
  world.slack.sockets.deafen();
  await world.slack.until(() => world.slack.sockets.opened === 2);
  await expectAnswer(world);
});

test('gives up a connection that Slack does not greet', async () => {
  const world = await openTestWorld();
  world.slack.sockets.greet(false);
  world.slack.sockets.drop();
  await world.slack.until(() => world.slack.sockets.opened === 2);
  world.slack.sockets.greet(true);
  await world.slack.until(() => world.slack.sockets.opened === 3);
  await expectAnswer(world);
});

test('survives payloads of any shape', async () => {
  const world = await openTestWorld();
  for (const payload of [
    'not json',
    '{}',
    '[]',
    '{"type":"events_api"}',
    '{"type":"nonsense","payload":7}',
  ])
    world.slack.sockets.sendRaw(payload);
  await expectAnswer(world);
});

test('starts while Slack cannot be reached, and connects when it can', async () => {
  const world = await openTestWorld();
  await world.stop();
  const end = world.slack.faults.add({ fault: { kind: 'http500' }, methods: ['auth.test'] });
  await world.start();
  expect(isConnected(world)).toBe(false);
  end();
  await expect.poll(() => isConnected(world)).toBe(true);
  await expectAnswer(world);
});

test.each([
  ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN'],
  ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN'],
  ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN'],
  ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN'],
])('%s with %s ends the start, and says which token', async (method, error, name) => {
  const world = await openTestWorld();
  await world.stop();
  world.slack.faults.add({ fault: { kind: 'error', error }, methods: [method] });
  const failure: unknown = await world.start().catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({
    code: 'SLACK_REFUSED',
    message: expect.stringContaining(name),
  });
  const { botToken, appToken } = world.slack;
  for (const token of [botToken, appToken]) {
    expect(inspect(failure)).not.toContain(token);
    expect(world.log.join('')).not.toContain(token);
  }
});

const { bot: allScopes } = readManifest('manifest').oauth_config.scopes;
const without = (...missing: string[]) => ({
  scopes: allScopes.filter((scope) => !missing.includes(scope)),
});

test.each([
  ['app_mentions:read', {}],
  ['channels:history', {}],
  ['chat:write', {}],
  ['commands', {}],
  ['groups:history', {}],
  ['im:history', {}],
  ['im:write', {}],
  ['users:read', { YOUJU_SLACK_GUESTS: 'false' }],
])('does not start without %s, and says so', async (scope, env) => {
  const slack = without(scope);
  await expect(openSlackWorld({ slack, env })).rejects.toThrow(`缺少权限 ${scope}。`);
});

test('says what other scopes the app lacks, and what that costs', async () => {
  const world = await openTestWorld({ slack: without('users:read', 'links:read', 'links:write') });
  const lacking = world.log.filter((line) => line.includes('lacks a scope')).join('');
  expect(lacking).toContain('"scope":"users:read","cost":"admins');
  expect(lacking).toContain('"scope":"links:read","cost":"links');
  await expectAnswer(world);
});

test('lacks nothing with either manifest', async () => {
  for (const isAgent of [false, true]) {
    const world = await openTestWorld({ isAgent });
    expect(world.log.join('')).not.toContain('lacks a scope');
  }
});
