import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';
const OTHER = '周村区2025年常住人口城镇化率的目标是多少？';

const ours = ({ slack }: SlackWorld, channel: string): SlackMessage[] =>
  slack.channel(channel).filter(({ user }) => user === 'UBOT');
const oursIn = ({ slack }: SlackWorld, channel: string, ts: string): SlackMessage[] =>
  slack.thread(channel, ts).filter(({ user }) => user === 'UBOT');
/** The machine may be busy. */
const until = <T>({ slack }: SlackWorld, predicate: () => T): Promise<NonNullable<T>> =>
  slack.until(predicate);
const said = (messages: readonly SlackMessage[]): string =>
  messages.map(renderForPeople).join('\n');

test.each(['', '帮忙看一下', '这个问题', '？'])(
  'a mention that only says “%s” under a colleague’s question answers that question',
  async (words) => {
    const world = await openTestWorld();
    const { slack } = world;
    const { ts } = await slack.person('U2').say('C1', URBAN);
    await slack.person('U1').mention('C1', words, { threadTs: ts });
    await until(world, () => said(oursIn(world, 'C1', ts)).includes('75%'));
    expect(said(oursIn(world, 'C1', ts))).toContain(`问：${URBAN}`);
    expect(oursIn(world, 'C1', ts)).toHaveLength(1);
  },
);

test('right after a colleague’s question in the channel as well', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  await slack.person('U2').say('C1', URBAN);
  const { ts } = await slack.person('U1').mention('C1', '');
  await until(world, () => said(oursIn(world, 'C1', ts)).includes('75%'));
});

test('with nothing above it, a mention without words is told how to ask', async () => {
  const world = await openTestWorld();
  const { ts } = await world.slack.person('U1').mention('C1', '');
  await until(world, () => said(oursIn(world, 'C1', ts)).includes('请把问题写在'));
});

test.each(['mention', 'direct'] as const)(
  'a question that is edited is answered anew, once (%s)',
  async (way) => {
    const world = await openTestWorld();
    const { slack } = world;
    const person = slack.person('U1');
    const asked = await (way === 'mention' ? person.mention('C1', URBAN) : person.direct(URBAN));
    const { channel } = asked;
    await until(world, () => said(ours(world, channel)).includes('75%'));
    await person.edit(asked.message, asked.message.text.replace('淄川', '周村'));
    await until(world, () => said(ours(world, channel)).includes(`问：${OTHER}`));
    await person.edit(asked.message, `${asked.message.text.replace('淄川', '周村')} `);
    await setTimeout(500);
    expect(ours(world, channel)).toHaveLength(2);
    await expect.poll(() => world.running().health().unfinished).toBe(0);
  },
);

test('a question that is edited while it is looked up is answered as it reads now, alone', async () => {
  const edited = new AbortController();
  const world = await openTestWorld({
    wrap: (app) => ({
      ...app,
      ask: async (question, options) => {
        const over = AbortSignal.any([edited.signal, ...(options?.signal ? [options.signal] : [])]);
        if (!over.aborted) await once(over, 'abort');
        options?.signal?.throwIfAborted();
        return app.ask(question, options);
      },
    }),
  });
  const { slack } = world;
  const person = slack.person('U1');
  const asked = await person.mention('C1', URBAN);
  await until(world, () => ours(world, 'C1').length === 1);
  await person.edit(asked.message, asked.message.text.replace('淄川', '周村'));
  edited.abort();
  await until(world, () => said(ours(world, 'C1')).includes(`问：${OTHER}`));
  expect(ours(world, 'C1')).toHaveLength(1);
});

test('帮助 and 范围 are no questions', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  await person.slash('/plan', '帮助', 'C1');
  await until(world, () => said(slack.ephemerals('U1')).includes('/plan 加问题'));
  await person.direct('帮助');
  const help = await until(world, () =>
    ours(world, person.directChannel).find((one) => renderForPeople(one).includes('比如问')),
  );
  await person.click(help, 'ask_next:1');
  await until(world, () => said(ours(world, person.directChannel)).includes('依据'));
  await person.direct('范围');
  await until(world, () => /全部 ?\d+ ?份文件/u.test(said(ours(world, person.directChannel))));
});

test('whoever opens our messages is greeted once, with questions that these documents answer', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  await Promise.all([person.openHome('messages'), person.openHome('messages')]);
  const greeting = await until(world, () => ours(world, person.directChannel)[0]);
  expect(renderForPeople(greeting)).toContain('我是有据');
  await person.openHome('messages');
  await world.stop();
  await world.start();
  await person.openHome('messages');
  await setTimeout(300);
  expect(ours(world, person.directChannel)).toHaveLength(1);
  await person.click(greeting, 'ask_next:1');
  await until(world, () => said(ours(world, person.directChannel)).includes('依据'));
});

test('who wrote to us first is not greeted afterwards', async () => {
  const world = await openTestWorld();
  const person = world.slack.person('U1');
  await person.direct(URBAN);
  await until(world, () => said(ours(world, person.directChannel)).includes('75%'));
  await person.openHome('messages');
  await setTimeout(300);
  expect(ours(world, person.directChannel)).toHaveLength(1);
});

test('a channel it is added to is greeted once, and its examples are asked in a thread', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  slack.world.workspace.channel('C9').members.add('UBOT');
  const joined = { type: 'member_joined_channel', user: 'UBOT', channel: 'C9', team: 'T1' };
  await slack.announce(joined);
  const greeting = await until(world, () => ours(world, 'C9')[0]);
  expect(renderForPeople(greeting)).toContain('大家好');
  await slack.announce(joined);
  await slack.announce({ ...joined, user: 'U2' });
  await slack.person('U1').click(greeting, 'ask_next:1');
  await until(world, () => said(oursIn(world, 'C9', greeting.ts)).includes('依据'));
  expect(ours(world, 'C9').filter(({ thread_ts: ts }) => ts === undefined)).toHaveLength(1);
});

test('in a thread that goes on without a mention, people may speak to each other', async () => {
  const world = await openTestWorld();
  const { slack, app } = world;
  app.settings.setFollowUps('C1', true);
  const { ts: threadTs } = await slack.person('U1').mention('C1', URBAN);
  await until(world, () => said(oursIn(world, 'C1', threadTs)).includes('75%'));
  for (const talk of ['好的，我写进材料里', '你下午几点开会？', '<@U2> 谁牵头？', '字号用几号？'])
    await slack.person('U2').say('C1', talk, { threadTs });
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(oursIn(world, 'C1', threadTs)).toHaveLength(1);
  await slack.person('U2').say('C1', '那周村区呢？', { threadTs });
  await until(world, () => oursIn(world, 'C1', threadTs).length === 2);
});
