import { hostname } from 'node:os';
import { webApi } from '@slack/bolt';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { metadataOf } from '../../../src/channels/slack/delivery/find-reply.ts';
import { answerIdOf } from '../../../src/channels/slack/intake/question.ts';
import { type AcceptedQuestion, EventLedger } from '../../../src/state/event-ledger.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import {
  expectNoViolations,
  openSlackWorld,
  type SlackWorld,
  type SlackWorldOptions,
} from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

let current: SlackWorld | undefined;
afterEach(() => {
  if (current) expectNoViolations(current);
  current = undefined;
});

async function open(options: SlackWorldOptions = {}): Promise<SlackWorld> {
  const world = await openSlackWorld(options);
  current = world;
  onTestFinished(() => world.close());
  return world;
}

const isFinal = ({ metadata }: SlackMessage): boolean =>
  JSON.stringify(metadata ?? null).includes('"final":true');

const repliesIn = ({ slack }: SlackWorld, ts: string): SlackMessage[] =>
  slack.thread('C1', ts).filter(({ user }) => user === 'UBOT');

/** Waits for the one final answer. */
const answerIn = (world: SlackWorld, ts: string): Promise<SlackMessage> =>
  world.slack.until(() => repliesIn(world, ts).find(isFinal), { timeoutMs: 15_000 });

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  test('an event that comes again is answered once', async () => {
    const world = await open({ transport });
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
    const world = await open({ transport });
    world.slack.faults.add({ fault, methods: ['chat.postMessage'], times: 2 });
    const said = await world.slack.person('U1').mention('C1', URBAN);
    await answerIn(world, said.ts);
    await world.stop();
    expect(repliesIn(world, said.ts)).toHaveLength(1);
  });

  test('in direct messages too, which have no thread', async () => {
    const world = await open({ transport });
    const fault = { kind: 'http500', after: true } as const;
    world.slack.faults.add({ fault, methods: ['chat.postMessage'], times: 1 });
    const { channel } = await world.slack.person('U1').direct(URBAN);
    const own = () => world.slack.channel(channel).filter(({ user }) => user === 'UBOT');
    await world.slack.until(() => own().some(isFinal), { timeoutMs: 15_000 });
    await world.stop();
    expect(own()).toHaveLength(1);
  });
});

describe('after a crash', () => {
  interface Crash {
    readonly world: SlackWorld;
    readonly ts: string;
    readonly question: AcceptedQuestion;
  }

  /** What a process that was killed leaves behind: a question accepted, and perhaps the first sign of an answer. */
  async function crash(changes: Partial<AcceptedQuestion> = {}): Promise<Crash> {
    const world = await open({ slack: { redelivery: { delaysMs: [] } } });
    await world.stop();
    const { ts } = await world.slack.person('U1').mention('C1', URBAN);
    const question: AcceptedQuestion = {
      key: 'T1:EvLost',
      messageKey: `T1:C1:${ts}`,
      surface: 'mention',
      author: 'slack:T1:U1',
      teamId: 'T1',
      channelId: 'C1',
      messageTs: ts,
      threadTs: ts,
      conversation: `slack:T1:C1:${ts}`,
      ...changes,
    };
    const ledger = ledgerOf(world);
    ledger.accept(question);
    ledger.close();
    return { world, ts, question };
  }

  const ledgerOf = ({ config }: SlackWorld): EventLedger =>
    new EventLedger({
      stateDir: config.stateDir,
      retentionDays: 30,
      now: () => new Date(),
      // No process has a number so high.
      owner: `${hostname()}:99999999:0`,
      isAtWork: () => true,
    });

  /** As the killed process posted it. */
  const postReply = ({ world, ts, question }: Crash, isReplyFinal: boolean) => {
    const { botToken: token, apiUrl: slackApiUrl } = world.slack;
    return new webApi.WebClient(token, { slackApiUrl }).chat.postMessage({
      channel: 'C1',
      thread_ts: ts,
      text: '正在查找原文……',
      metadata: metadataOf({
        answerId: answerIdOf(question.key),
        part: 1,
        isFinal: isReplyFinal,
      }),
    });
  };

  const start = async ({ world }: Crash): Promise<void> => {
    await world.start();
    await expect.poll(() => world.running().health().unfinished, { timeout: 15_000 }).toBe(0);
  };

  test('an owed question is read again and answered', async () => {
    const crashed = await crash();
    await start(crashed);
    const [answer, ...others] = repliesIn(crashed.world, crashed.ts);
    expect(answer && renderForPeople(answer)).toContain('目标75%');
    expect(others).toEqual([]);
  });

  test('in the message that was there', async () => {
    const crashed = await crash();
    await postReply(crashed, false);
    await start(crashed);
    const [answer, ...others] = repliesIn(crashed.world, crashed.ts);
    expect(answer && renderForPeople(answer)).toContain('目标75%');
    expect(others).toEqual([]);
  });

  test('one whose answer was posted but not noted is let be', async () => {
    const crashed = await crash();
    await postReply(crashed, true);
    await start(crashed);
    const [answer, ...others] = repliesIn(crashed.world, crashed.ts);
    expect(answer && renderForPeople(answer)).toContain('正在查找原文');
    expect(others).toEqual([]);
  });

  test('one that was deleted meanwhile is apologised for', async () => {
    const crashed = await crash();
    const [question] = crashed.world.slack.thread('C1', crashed.ts);
    await postReply(crashed, false);
    if (question) crashed.world.slack.world.messages.remove(question);
    await start(crashed);
    const [apology, ...others] = repliesIn(crashed.world, crashed.ts);
    expect(apology && renderForPeople(apology)).toContain('请再问一次');
    expect(others).toEqual([]);
  });

  test('one that was asked in private is apologised for in private', async () => {
    const crashed = await crash({
      surface: 'command',
      messageKey: null,
      messageTs: null,
      threadTs: null,
      conversation: null,
    });
    await start(crashed);
    const told = crashed.world.slack.ephemerals('U1').map(renderForPeople);
    expect(told.join('')).toContain('请再问一次');
    expect(repliesIn(crashed.world, crashed.ts)).toEqual([]);
  });
});
