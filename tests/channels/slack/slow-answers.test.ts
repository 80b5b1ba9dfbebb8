import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { YoujuError } from '../../../src/errors.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { sampleAnswer } from '../fake-app.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

type Ask = App['ask'];
const asking =
  (ask: (original: Ask) => Ask) =>
  (app: App): App => ({ ...app, ask: ask((question, options) => app.ask(question, options)) });

/** As with a model that takes a while, and heeds the signal. */
const slowly = (ms: number) =>
  asking((original) => async (question, options) => {
    const answer = await original(question, options);
    options?.onClaim?.({ ...answer, claims: answer.claims.slice(0, 1) });
    await setTimeout(ms, undefined, options?.signal ? { signal: options.signal } : {});
    return { ...answer, model: 'qwen-test' };
  });

/** A claim is there before any sign is due, however busy the processor is. */
const claimingAtOnce = (text: string) =>
  asking((original) => async (question, options) => {
    options?.onClaim?.({ ...sampleAnswer(), claims: [{ text, citations: [1] }] });
    await setTimeout(300);
    return { ...(await original(question, options)), model: 'qwen-test' };
  });

const repliesIn = ({ slack }: SlackWorld, channel: string, ts: string): SlackMessage[] =>
  slack.thread(channel, ts).filter(({ user }) => user === 'UBOT');
const textOf = (message: SlackMessage | undefined): string =>
  message ? renderForPeople(message) : '';

/** Waits, before it answers, until the test has seen what it wants to see. */
function held() {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const wrap = asking((original) => async (question, options) => {
    await released;
    return original(question, options);
  });
  return { wrap, release: () => release() };
}

test('a sign comes first, and the answer takes its place', async () => {
  const { wrap, release } = held();
  const world = await openTestWorld({ wrap });
  const { channel, ts } = await world.slack.person('U1').mention('C1', URBAN);
  const sign = await world.slack.until(() => repliesIn(world, channel, ts)[0]);
  expect(textOf(sign)).toContain('正在查找');
  release();
  await world.slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('75%'));
  expect(repliesIn(world, channel, ts)).toHaveLength(1);
});

test('who waits in a long line sees how many come first', async () => {
  const { wrap, release } = held();
  const world = await openTestWorld({ wrap });
  const { slack } = world;
  const asked = await Promise.all(
    ['U1', 'U2', 'UADMIN'].flatMap((id) =>
      [1, 2, 3].map(() => slack.person(id).direct(`${URBAN}（${Math.random()}）`)),
    ),
  );
  const channels = [...new Set(asked.map(({ channel }) => channel))];
  const signs = () =>
    channels.flatMap((channel) => slack.channel(channel).filter(({ user }) => user === 'UBOT'));
  const seen = new Set<string>();
  await slack.until(() => {
    for (const one of signs()) seen.add(textOf(one));
    return [...seen].some((text) => /前面还有 ?[1-4] ?个/u.test(text));
  });
  // Four are answered at once, and five wait: nobody has more before them than the last of these.
  expect([...seen].join('')).not.toMatch(/前面还有 ?[5-9]/u);
  release();
  await slack.until(() => signs().filter((one) => textOf(one).includes('依据')).length === 9);
  expect(signs()).toHaveLength(9);
});

test('with an agent, claims stream in as they are proven, and the whole takes their place', async () => {
  const world = await openTestWorld({ isAgent: true, wrap: claimingAtOnce('2025年目标75%。') });
  const { slack } = world;
  const { channel, ts } = await slack.person('U1').direct(URBAN);
  await slack.until(() => slack.calls('chat.startStream').length === 1);
  expect(slack.world.sessions.find(channel, ts)?.status).toBe('processing');
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
  const [answer, ...others] = repliesIn(world, channel, ts);
  expect(others).toEqual([]);
  expect(textOf(answer)).toContain('75%');
  expect(textOf(answer)).toContain('由模型“qwen-test”措辞');
  await slack.until(() => slack.world.sessions.find(channel, ts)?.status === 'active');
});

test.each(['direct', 'mention'] as const)(
  'with an agent, the sign itself is a stream, and claims go on in it (%s)',
  async (way) => {
    const world = await openTestWorld({
      isAgent: true,
      wrap: asking((original) => async (question, options) => {
        await setTimeout(800);
        options?.onClaim?.({ ...sampleAnswer(), claims: [{ text: '目标75%。', citations: [1] }] });
        await setTimeout(800);
        return { ...(await original(question, options)), model: 'qwen-test' };
      }),
    });
    const { slack } = world;
    const person = slack.person('U1');
    const { channel, ts } = await (way === 'direct'
      ? person.direct(URBAN)
      : person.mention('C1', URBAN));
    await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('正在查找原文'));
    await slack.until(() => slack.calls('chat.appendStream').length === 1);
    await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
    const [answer, ...others] = repliesIn(world, channel, ts);
    expect(others).toEqual([]);
    expect(textOf(answer)).not.toContain('正在查找');
  },
);

test('a stream whose start seemed to fail is not doubled', async () => {
  const world = await openTestWorld({ isAgent: true, wrap: claimingAtOnce('2025年目标75%。') });
  const { slack } = world;
  slack.faults.add({
    fault: { kind: 'cut', after: true },
    methods: ['chat.startStream'],
    times: 1,
  });
  const { channel, ts } = await slack.person('U1').direct(URBAN);
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
  expect(repliesIn(world, channel, ts)).toHaveLength(1);
  expect(slack.calls('chat.startStream')).toHaveLength(1);
});

test('a claim that streams in cannot link, format or mention', async () => {
  const text = '见 [官网](https://evil.test) ![x](https://evil.test/a.png) **粗** <!channel> 75%';
  const world = await openTestWorld({ isAgent: true, wrap: claimingAtOnce(text) });
  const { slack } = world;
  const { channel, ts } = await slack.person('U1').direct(URBAN);
  await slack.until(() => slack.calls('chat.startStream').length === 1);
  expect(JSON.stringify(slack.calls('chat.startStream')[0]?.args.chunks)).toContain('75% [1]');
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
});

test.each([
  ['limited', { kind: 'rate-limited', retryAfterSeconds: 3_600 }],
  ['slow', { kind: 'delay', ms: 12_000 }],
] as const)('the sign of work being %s holds nothing up', async (_name, fault) => {
  const world = await openTestWorld({ isAgent: true });
  const { slack } = world;
  slack.faults.add({ fault, methods: ['agents.sessions.setStatus'], times: 1 });
  const { channel, ts } = await slack.person('U1').direct(URBAN);
  const answered = slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('75%'));
  if (fault.kind === 'delay')
    expect(await Promise.race([answered, setTimeout(fault.ms, null)])).toBe(true);
  await answered;
});

test('where no stream can be started, claims are posted and updated', async () => {
  const world = await openTestWorld({ isAgent: true, wrap: slowly(500) });
  const { slack } = world;
  slack.faults.add({
    fault: { kind: 'error', error: 'user_not_found' },
    methods: ['chat.startStream'],
  });
  const { channel, ts } = await slack.person('U1').direct(URBAN);
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('还在核对'));
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
  expect(repliesIn(world, channel, ts)).toHaveLength(1);
});

test('without the agent experience nothing is streamed', async () => {
  const world = await openTestWorld({ wrap: slowly(400) });
  const { slack } = world;
  const { channel, ts } = await slack.person('U1').mention('C1', URBAN);
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('依据'));
  expect(slack.calls('chat.startStream')).toEqual([]);
  expect(slack.calls('agents.sessions.setStatus')).toEqual([]);
});

test('the stop button ends it, and says so', async () => {
  const world = await openTestWorld({ isAgent: true, wrap: slowly(60_000) });
  const { slack } = world;
  const person = slack.person('U1');
  const { channel, ts } = await person.direct(URBAN);
  await slack.until(() => repliesIn(world, channel, ts).length === 1);
  await person.stop(channel, ts);
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('已停止'));
  await slack.until(() => slack.world.sessions.find(channel, ts)?.status === 'active');
  expect(repliesIn(world, channel, ts)).toHaveLength(1);
});

test('the stop button in a channel leaves nothing at work', async () => {
  const world = await openTestWorld({
    isAgent: true,
    wrap: asking(() => async (_question, options) => {
      options?.onClaim?.(sampleAnswer());
      return new Promise(() => undefined);
    }),
  });
  const { slack } = world;
  const person = slack.person('U1');
  const { channel, ts } = await person.mention('C1', URBAN);
  await slack.until(() => slack.session(channel, ts)?.status === 'processing');
  await person.stop(channel, ts);
  await slack.until(() => textOf(repliesIn(world, channel, ts)[0]).includes('已停止'));
  await slack.until(() => slack.session(channel, ts)?.status === 'active');
});

test('a question that is deleted while it waits is dropped', async () => {
  const world = await openTestWorld({ wrap: slowly(400) });
  const { slack } = world;
  const person = slack.person('U1');
  const said = await person.mention('C1', URBAN);
  await person.remove(said.message);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(repliesIn(world, 'C1', said.ts).map(textOf).join('')).not.toContain('依据');
});

test.each([false, true])(
  'a question that is deleted after the first sign leaves none behind (with an agent: %s)',
  async (isAgent) => {
    const world = await openTestWorld({ isAgent, wrap: slowly(60_000) });
    const { slack } = world;
    const person = slack.person('U1');
    const said = await person.mention('C1', URBAN);
    await slack.until(() => repliesIn(world, 'C1', said.ts).length === 1);
    await person.remove(said.message);
    await slack.until(() => repliesIn(world, 'C1', said.ts).length === 0);
    await expect.poll(() => world.running().health().unfinished).toBe(0);
  },
);

test('where nothing may be deleted, the sign says that the question is gone', async () => {
  const world = await openTestWorld({ wrap: slowly(60_000) });
  const { slack } = world;
  slack.faults.add({
    fault: { kind: 'error', error: 'cant_delete_message' },
    methods: ['chat.delete'],
  });
  const person = slack.person('U1');
  const said = await person.mention('C1', URBAN);
  await slack.until(() => repliesIn(world, 'C1', said.ts).length === 1);
  await person.remove(said.message);
  await slack.until(() => textOf(repliesIn(world, 'C1', said.ts)[0]).includes('提问已删除'));
});

test('what fails is said, without the reason in it', async () => {
  const world = await openTestWorld({
    wrap: asking(() => async () => {
      throw new Error('secret-detail of /some/path');
    }),
  });
  const { channel, ts } = await world.slack.person('U1').mention('C1', URBAN);
  const reply = await world.slack.until(() => repliesIn(world, channel, ts)[0]);
  expect(textOf(reply)).toContain('出了意外');
  expect(textOf(reply)).not.toContain('secret-detail');
  expect(world.log.join('')).toContain('secret-detail');
});

test('what is known to fail is said in its own words', async () => {
  const world = await openTestWorld({
    wrap: asking(() => async () => {
      throw new YoujuError('INDEX_DAMAGED', '索引已损坏，请运行 youju ingest --force。');
    }),
  });
  const { channel, ts } = await world.slack.person('U1').mention('C1', URBAN);
  const reply = await world.slack.until(() => repliesIn(world, channel, ts)[0]);
  expect(textOf(reply)).toContain('youju ingest --force');
});

test('closing lets a question under way finish, and takes no more', async () => {
  const world = await openTestWorld({ wrap: slowly(800), slack: { redelivery: { delaysMs: [] } } });
  const { slack } = world;
  const { channel, ts } = await slack.person('U1').mention('C1', URBAN);
  await world.stop();
  expect(repliesIn(world, channel, ts).map(textOf).join('')).toContain('依据');
  const late = await slack.person('U1').mention('C1', URBAN);
  expect(late.acks.some(({ acknowledged }) => acknowledged)).toBe(false);
});
