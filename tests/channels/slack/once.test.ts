import { describe, expect, test } from 'vitest';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const isFinal = ({ metadata }: SlackMessage): boolean =>
  JSON.stringify(metadata ?? null).includes('"final":true');

const repliesIn = ({ slack }: SlackWorld, ts: string): SlackMessage[] =>
  slack.thread('C1', ts).filter(({ user }) => user === 'UBOT');

/** Waits for the one final answer. */
const answerIn = (world: SlackWorld, ts: string): Promise<SlackMessage> =>
  world.slack.until(() => repliesIn(world, ts).find(isFinal));

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  test('an event that comes again is answered once', async () => {
    const world = await openTestWorld({ transport });
    const said = await world.slack.person('U1').mention('C1', URBAN);
    for (const id of said.eventIds) await world.slack.redeliver(id);
    await answerIn(world, said.ts);
    for (const id of said.eventIds) await world.slack.redeliver(id);
    await world.stop();
    expect(repliesIn(world, said.ts)).toHaveLength(1);
  });

  test.each([
    ['an error after it was posted', { kind: 'http500', after: true }],
    ['a cut connection after it was posted', { kind: 'cut', after: true }],
    ['an answer that is no JSON', { kind: 'not-json', after: true }],
    ['an error before', { kind: 'http500' }],
    ['a limit', { kind: 'rate-limited', retryAfterSeconds: 1 }],
    ['an error of Slack itself', { kind: 'error', error: 'internal_error', after: true }],
  ] as const)('a post that meets %s is made once', async (_name, fault) => {
    const world = await openTestWorld({ transport });
    world.slack.faults.add({ fault, methods: ['chat.postMessage'], times: 2 });
    const said = await world.slack.person('U1').mention('C1', URBAN);
    await answerIn(world, said.ts);
    await world.stop();
    expect(repliesIn(world, said.ts)).toHaveLength(1);
  });

  test('in direct messages too, which have no thread', async () => {
    const world = await openTestWorld({ transport });
    const fault = { kind: 'http500', after: true } as const;
    world.slack.faults.add({ fault, methods: ['chat.postMessage'], times: 1 });
    const { channel } = await world.slack.person('U1').direct(URBAN);
    const own = () => world.slack.channel(channel).filter(({ user }) => user === 'UBOT');
    await world.slack.until(() => own().some(isFinal));
    await world.stop();
    expect(own()).toHaveLength(1);
  });
});
