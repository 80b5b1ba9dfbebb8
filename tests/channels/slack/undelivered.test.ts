import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { EventLedger } from '../../../src/state/event-ledger.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';
const DELIVERY = ['chat.postMessage', 'chat.update'];

const shownIn = ({ slack }: SlackWorld, ts: string): string[] =>
  slack
    .thread('C1', ts)
    .filter(({ user }) => user === 'UBOT')
    .map(renderForPeople);

test('an answer whose blocks Slack refuses is shown in words alone', async () => {
  const world = await openTestWorld();
  world.slack.faults.add({
    fault: { kind: 'error', error: 'invalid_blocks' },
    methods: DELIVERY,
    when: ({ args }) => JSON.stringify(args).includes('context_actions'),
  });
  const { ts } = await world.slack.person('U1').mention('C1', URBAN);
  await world.slack.until(() => shownIn(world, ts).some((shown) => shown.includes('75%')));
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(shownIn(world, ts)).toHaveLength(1);
  expect(shownIn(world, ts)[0]).toContain('这里只有文字');
});

test('what could not be delivered at all is tried again by the same process', async () => {
  let laterMs = 0;
  const world = await openTestWorld({ nowMs: () => Date.now() + laterMs, lookForOwedEveryMs: 100 });
  const fault = { kind: 'error', error: 'no_permission' } as const;
  const end = world.slack.faults.add({ fault, methods: DELIVERY });
  const { ts } = await world.slack.person('U1').mention('C1', URBAN);
  await expect.poll(() => world.log.join('')).toContain('"delivery":"owed"');
  end();
  laterMs += 60_000;
  await world.slack.until(() => shownIn(world, ts).some((shown) => shown.includes('75%')));
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(shownIn(world, ts)).toHaveLength(1);
});

test('closing does not wait for owed answers that Slack does not take', async () => {
  const world = await openTestWorld();
  await world.stop();
  const { slack } = world;
  const { ts } = await slack.person('U1').mention('C1', URBAN);
  const ledger = new EventLedger({
    stateDir: world.config.stateDir,
    retentionDays: 30,
    now: () => new Date(),
    owner: `${hostname()}:99999999:0`,
    isAtWork: () => true,
  });
  ledger.accept({
    key: 'T1:EvLost',
    messageKey: `T1:C1:${ts}`,
    surface: 'mention',
    author: 'slack:T1:U1',
    teamId: 'T1',
    channelId: 'C1',
    messageTs: ts,
    threadTs: ts,
    conversation: null,
  });
  ledger.close();
  slack.faults.add({ fault: { kind: 'http500' }, methods: ['conversations.replies'] });
  await world.start();
  await slack.until(() => slack.calls('conversations.replies').length > 0);
  const startedMs = Date.now();
  await world.stop();
  expect(Date.now() - startedMs).toBeLessThan(60_000);
  const calls = slack.calls().length;
  await setTimeout(2_000);
  expect(slack.calls()).toHaveLength(calls);
});

test('where a channel is gone nothing is owed', async () => {
  const world = await openTestWorld();
  world.slack.faults.add({ fault: { kind: 'error', error: 'is_archived' }, methods: DELIVERY });
  const { ts } = await world.slack.person('U1').mention('C1', URBAN);
  await expect.poll(() => world.log.join('')).toContain('"delivery":"nowhere"');
  expect(world.running().health().unfinished).toBe(0);
  expect(shownIn(world, ts)).toEqual([]);
});
