import { hostname } from 'node:os';
import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { AnswerStream } from '../../../src/channels/slack/delivery/answer-stream.ts';
import { metadataOf } from '../../../src/channels/slack/delivery/find-reply.ts';
import { answerIdOf } from '../../../src/feedback.ts';
import { type AcceptedQuestion, EventLedger } from '../../../src/state/event-ledger.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { sampleAnswer } from '../fake-app.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const repliesIn = ({ slack }: SlackWorld, ts: string): SlackMessage[] =>
  slack.thread('C1', ts).filter(({ user }) => user === 'UBOT');

interface Crash {
  readonly world: SlackWorld;
  readonly ts: string;
  readonly question: AcceptedQuestion;
}

/** What a process that was killed leaves behind: a question accepted, and perhaps the first sign of an answer. */
async function crash(
  changes: Partial<AcceptedQuestion> = {},
  asker = 'U1',
  isAgent = false,
): Promise<Crash> {
  const world = await openTestWorld({ isAgent, slack: { redelivery: { delaysMs: [] } } });
  await world.stop();
  const { ts } = await world.slack.person(asker).mention('C1', URBAN);
  const question: AcceptedQuestion = {
    key: 'T1:EvLost',
    messageKey: `T1:C1:${ts}`,
    surface: 'mention',
    author: `slack:T1:${asker}`,
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
    channel: question.channelId,
    ...(question.threadTs === null ? {} : { thread_ts: ts }),
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
  await expect.poll(() => world.running().health().unfinished).toBe(0);
};

test('an owed question is read again and answered', async () => {
  const crashed = await crash();
  await start(crashed);
  const [answer, ...others] = repliesIn(crashed.world, crashed.ts);
  expect(answer && renderForPeople(answer)).toContain('75%');
  expect(others).toEqual([]);
});

test('in the message that was there', async () => {
  const crashed = await crash();
  await postReply(crashed, false);
  await start(crashed);
  const [answer, ...others] = repliesIn(crashed.world, crashed.ts);
  expect(answer && renderForPeople(answer)).toContain('75%');
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

test('one whose thread is gone is owed no more', async () => {
  const crashed = await crash();
  const [question] = crashed.world.slack.thread('C1', crashed.ts);
  if (question) crashed.world.slack.world.messages.remove(question);
  await start(crashed);
  expect(crashed.world.slack.channel('C1').filter(({ user }) => user === 'UBOT')).toEqual([]);
});

test('one of another workspace is denied as it would have been', async () => {
  const crashed = await crash({}, 'UOTHER');
  await start(crashed);
  const told = crashed.world.slack.ephemerals('UOTHER').map(renderForPeople);
  expect(told.join('')).toContain('本工作区成员');
  expect(repliesIn(crashed.world, crashed.ts)).toEqual([]);
});

test.each([true, false])(
  'an answer that was growing is finished where it stands (noted: %s)',
  async (isNoted) => {
    const crashed = await crash({}, 'U1', true);
    const { world, ts, question } = crashed;
    const { botToken: token, apiUrl: slackApiUrl } = world.slack;
    const stream = await AnswerStream.start(
      new webApi.WebClient(token, { slackApiUrl }),
      {
        channelId: 'C1',
        threadTs: ts,
        teamId: 'T1',
        userId: 'U1',
        answerId: answerIdOf(question.key),
      },
      sampleAnswer(),
    );
    if (isNoted) {
      const ledger = ledgerOf(world);
      ledger.posted(question.key, stream.ts);
      ledger.close();
    }
    await start(crashed);
    const [answer, ...others] = repliesIn(world, ts);
    expect(answer && renderForPeople(answer)).toContain('依据');
    expect(answer && renderForPeople(answer)).not.toContain('正在查找');
    expect(answer?.streaming_state).toBe('completed');
    expect(others).toEqual([]);
  },
);

/** As asked in the dialog of the global shortcut: there is no message to read it again from. */
const DIALOG = {
  surface: 'global-shortcut',
  channelId: 'D1',
  messageKey: null,
  messageTs: null,
  threadTs: null,
  conversation: 'slack:T1:D1',
} as const;
const directly = ({ world }: Crash): string[] =>
  world.slack
    .channel(world.slack.person('U1').directChannel)
    .filter(({ user }) => user === 'UBOT')
    .map(renderForPeople);

test('one of the dialog whose answer was posted is let be', async () => {
  const crashed = await crash(DIALOG);
  directly(crashed);
  await postReply(crashed, true);
  await start(crashed);
  expect(directly(crashed)).toHaveLength(1);
  expect(directly(crashed)[0]).not.toContain('请再问一次');
});

test.each([true, false])(
  'one of the dialog is apologised for in the message that was there (noted: %s)',
  async (isNoted) => {
    const crashed = await crash(DIALOG);
    directly(crashed);
    const { ts } = await postReply(crashed, false);
    if (isNoted) {
      const ledger = ledgerOf(crashed.world);
      ledger.posted(crashed.question.key, ts ?? '');
      ledger.close();
    }
    await start(crashed);
    expect(directly(crashed)).toHaveLength(1);
    expect(directly(crashed)[0]).toContain('请再问一次');
  },
);
