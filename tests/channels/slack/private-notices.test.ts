import { expect, onTestFinished, test } from 'vitest';
import type { Environment } from '../../../src/config.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';
const LOST = { kind: 'http500', after: true } as const;

async function open(env: Environment = {}): Promise<SlackWorld> {
  const world = await openSlackWorld({ env });
  onTestFinished(() => world.close());
  return world;
}

const directTo = ({ slack }: SlackWorld, id: string) =>
  slack.channel(slack.person(id).directChannel).filter(({ user }) => user === 'UBOT');

test('a refusal in direct messages is posted once, though Slack loses its own answers', async () => {
  const world = await open({ YOUJU_SLACK_DIRECT_MESSAGES: 'false' });
  world.slack.faults.add({ fault: LOST, methods: ['chat.postMessage'], times: 2 });
  await world.slack.person('U1').direct(URBAN);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(directTo(world, 'U1')).toHaveLength(1);
  expectNoViolations(world);
});

test('where a channel takes no private message, a direct one is posted once', async () => {
  const world = await open({ YOUJU_SLACK_USERS: 'U2' });
  const { slack } = world;
  slack.faults.add({
    fault: { kind: 'error', error: 'user_not_in_channel' },
    methods: ['chat.postEphemeral'],
  });
  slack.faults.add({ fault: LOST, methods: ['chat.postMessage'], times: 2 });
  await slack.person('U1').mention('C1', URBAN);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(directTo(world, 'U1').map(renderForPeople).join('')).toContain('名单');
  expect(directTo(world, 'U1')).toHaveLength(1);
  expectNoViolations(world);
});

test('a private message in a channel that may have been shown is not shown there again', async () => {
  const world = await open({ YOUJU_SLACK_USERS: 'U2' });
  const { slack } = world;
  slack.faults.add({ fault: LOST, methods: ['chat.postEphemeral'] });
  await slack.person('U1').mention('C1', URBAN);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(slack.ephemerals('U1')).toHaveLength(1);
  expect(slack.calls('chat.postEphemeral')).toHaveLength(1);
});

test('notices in direct messages are a second apart', async () => {
  const world = await open({ YOUJU_SLACK_DIRECT_MESSAGES: 'false' });
  const { slack } = world;
  await Promise.all([1, 2, 3].map(() => slack.person('U1').direct(URBAN)));
  await slack.until(() => directTo(world, 'U1').length === 3);
  const times = directTo(world, 'U1').map(({ ts }) => Number(ts));
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2);
});
