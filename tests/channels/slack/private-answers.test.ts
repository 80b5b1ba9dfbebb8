import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

/** Answers take long enough for a sign before them. */
const slowly = (app: App): App => ({
  ...app,
  ask: async (...asked) => {
    await setTimeout(600);
    return app.ask(...asked);
  },
});

async function open(): Promise<SlackWorld> {
  const world = await openSlackWorld({ wrap: slowly });
  onTestFinished(() => world.close());
  return world;
}

const seenBy = ({ slack }: SlackWorld, id: string): string[] =>
  slack.ephemerals(id).map(renderForPeople);

/** Waits for the answer, and gives everything the person alone sees. */
async function answered(world: SlackWorld, id: string): Promise<string[]> {
  const isThere = () => seenBy(world, id).some((one) => one.includes('75%'));
  await world.slack.until(isThere);
  return seenBy(world, id);
}

test('a command that takes long shows a sign, and then its answer', async () => {
  const world = await open();
  await world.slack.person('U1').slash('/plan', URBAN, 'C1');
  expect(await answered(world, 'U1')).toEqual([
    expect.stringContaining('正在查找原文'),
    expect.stringContaining('75%'),
  ]);
  expectNoViolations(world);
});

test('a question about a message leaves the message as it is', async () => {
  const world = await open();
  const { message } = await world.slack.person('U2').say('C1', URBAN);
  await world.slack.person('U1').messageShortcut('ask_message', message);
  await answered(world, 'U1');
  expect(world.slack.channel('C1')).toEqual([message]);
  expectNoViolations(world);
});

test('a sign that cannot be given does not keep the answer from coming', async () => {
  const world = await open();
  const { slack } = world;
  const { message } = await slack.person('U2').say('C1', URBAN);
  slack.faults.add({ fault: { kind: 'http500' }, methods: ['response_url'], times: 1 });
  await slack.person('U1').messageShortcut('ask_message', message);
  expect(await answered(world, 'U1')).toHaveLength(1);
  const archived = { kind: 'error', error: 'is_archived' } as const;
  slack.faults.add({ fault: archived, methods: ['chat.postMessage'], times: 1 });
  const { ts } = await slack.person('U1').mention('C2', URBAN);
  await slack.until(() => slack.thread('C2', ts).length === 2);
  expect(world.log.filter((line) => line.includes('no sign could be given'))).toHaveLength(2);
});

test('what fails at the response address comes as a message of our own', async () => {
  const world = await open();
  const { slack } = world;
  slack.faults.add({ fault: { kind: 'http500' }, methods: ['response_url'] });
  await slack.person('U1').slash('/plan', URBAN, 'C1');
  await answered(world, 'U1');
  expect(slack.calls('chat.postEphemeral')).toHaveLength(1);
});

test('an answer that could not be shared can be shared by another press', async () => {
  const world = await open();
  const { slack } = world;
  const person = slack.person('U1');
  await person.slash('/plan', URBAN, 'C2');
  const isAnswer = (one: SlackMessage) => renderForPeople(one).includes('75%');
  const answer = await slack.until(() => slack.ephemerals('U1').find(isAnswer));
  slack.faults.add({ fault: { kind: 'http500' }, methods: ['response_url'], times: 1 });
  await person.click(answer, 'answer_share');
  await slack.until(() => seenBy(world, 'U1').some((one) => one.includes('没有成功')));
  expect(slack.channel('C2')).toEqual([]);
  await person.click(answer, 'answer_share');
  await slack.until(() => slack.channel('C2').some(isAnswer));
});
