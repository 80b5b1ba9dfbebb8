import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Environment } from '../../../src/config.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { defaultMembers } from '../../fakes/slack/workspace.ts';
import { openTestWorld, type SlackWorld, type SlackWorldOptions } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const open = (env: Environment, more: SlackWorldOptions = {}): Promise<SlackWorld> =>
  openTestWorld({ env, ...more });

const toldPrivately = (world: SlackWorld, user: string, words: string) =>
  world.slack.until(() =>
    world.slack.ephemerals(user).some((one) => renderForPeople(one).includes(words)),
  );

const saidInPublic = ({ slack }: SlackWorld): number =>
  slack.channel('C1').filter(({ user }) => user === 'UBOT').length;

test.each([
  [{ YOUJU_SLACK_USERS: 'U2' }, 'U1', '名单'],
  [{ YOUJU_SLACK_CHANNELS: 'C2, G1' }, 'U1', '没有开通'],
  [{ YOUJU_SLACK_GUESTS: 'false' }, 'UGUEST', '访客'],
  [{}, 'UOTHER', '工作区'],
] as const)('with %j, %s is told in private that they may not', async (env, user, words) => {
  const world = await open(env);
  await world.slack.person(user).mention('C1', URBAN);
  await toldPrivately(world, user, words);
  expect(saidInPublic(world)).toBe(0);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
});

test('a message of a channel that is not open is not asked about, as its answer could be shared there', async () => {
  const world = await open({ YOUJU_SLACK_CHANNELS: 'C2' });
  const { message } = await world.slack.person('U2').say('C1', URBAN);
  await world.slack.person('U1').messageShortcut('ask_message', message);
  await toldPrivately(world, 'U1', '没有开通');
  expect(saidInPublic(world)).toBe(0);
});

test('direct messages can be off', async () => {
  const world = await open({ YOUJU_SLACK_DIRECT_MESSAGES: 'false' });
  const { channel } = await world.slack.person('U1').direct(URBAN);
  const reply = await world.slack.until(() =>
    world.slack.channel(channel).find(({ user }) => user === 'UBOT'),
  );
  expect(renderForPeople(reply)).toContain('不收私信');
});

test('/plan asks the same, though Slack must first be asked who it is', async () => {
  const world = await open({ YOUJU_SLACK_GUESTS: 'false' });
  world.slack.faults.add({ fault: { kind: 'delay', ms: 500 }, methods: ['users.info'] });
  const ack = await world.slack.person('UGUEST').slash('/plan', URBAN, 'C1');
  expect(ack.acknowledged).toBe(true);
  await toldPrivately(world, 'UGUEST', '访客');
});

test('while Slack is asked who it is, only the asker sees a sign', async () => {
  const world = await open({ YOUJU_SLACK_GUESTS: 'false' });
  world.slack.faults.add({ fault: { kind: 'delay', ms: 2_500 }, methods: ['users.info'] });
  await world.slack.person('UGUEST').mention('C1', URBAN);
  await toldPrivately(world, 'UGUEST', '正在向 Slack 确认');
  await toldPrivately(world, 'UGUEST', '访客');
  expect(saidInPublic(world)).toBe(0);
  expect(world.slack.calls('chat.delete')).toEqual([]);
  await world.slack.person('U1').mention('C1', URBAN);
  await toldPrivately(world, 'U1', '正在向 Slack 确认');
  await world.slack.until(() => saidInPublic(world) === 1);
});

test('in direct messages the sign itself becomes the refusal', async () => {
  const world = await open({ YOUJU_SLACK_GUESTS: 'false' });
  world.slack.faults.add({ fault: { kind: 'delay', ms: 800 }, methods: ['users.info'] });
  const { channel } = await world.slack.person('UGUEST').direct(URBAN);
  const own = () => world.slack.channel(channel).filter(({ user }) => user === 'UBOT');
  await world.slack.until(() => own().some((one) => renderForPeople(one).includes('正在查找')));
  await world.slack.until(() => own().some((one) => renderForPeople(one).includes('访客')));
  expect(own()).toHaveLength(1);
});

test('a person whom Slack is slow to name is known at the next question', async () => {
  const world = await open({ YOUJU_SLACK_GUESTS: 'false' });
  world.slack.faults.add({ fault: { kind: 'delay', ms: 6_000 }, methods: ['users.info'] });
  await world.slack.person('U1').mention('C1', URBAN);
  await toldPrivately(world, 'U1', '无法向');
  await expect.poll(() => world.slack.calls('users.info').length).toBe(1);
  // Slack's word has long come then.
  await setTimeout(5_000);
  await world.slack.person('U1').mention('C1', URBAN);
  await world.slack.until(() => saidInPublic(world) === 1);
  expect(world.slack.calls('users.info')).toHaveLength(1);
});

test('when Slack does not say who it is, nobody is let in', async () => {
  const world = await open({ YOUJU_SLACK_GUESTS: 'false' });
  world.slack.faults.add({
    fault: { kind: 'error', error: 'user_not_found' },
    methods: ['users.info'],
  });
  await world.slack.person('U1').mention('C1', URBAN);
  await toldPrivately(world, 'U1', '无法向 Slack 确认');
  expect(saidInPublic(world)).toBe(0);
});

test('who asks too fast is told in private how long to wait', async () => {
  const world = await open({});
  const person = world.slack.person('U1');
  for (let count = 0; count < 11; count += 1)
    await person.slash('/plan', `周村区2025年森林覆盖率？${count}`, 'C1');
  await toldPrivately(world, 'U1', '秒再问');
});

test('other bots are not answered', async () => {
  const world = await open({});
  const { ts } = await world.slack.person('UROBOT').mention('C1', URBAN);
  await world.slack.person('U1').mention('C1', URBAN);
  await world.slack.until(() => saidInPublic(world) === 1);
  expect(world.slack.thread('C1', ts)).toHaveLength(1);
});

test.each([
  [{ YOUJU_SLACK_USERS: 'U1' }, 'U2', '名单'],
  [{}, 'UOTHER', '工作区'],
  [{ YOUJU_SLACK_GUESTS: 'false' }, 'UGUEST', '访客'],
] as const)('with %j, nothing under an answer does anything for %s', async (env, user, words) => {
  const world = await open(env);
  const { slack } = world;
  const { ts } = await slack.person('U1').mention('C1', URBAN);
  const answer = await slack.until(() =>
    slack.thread('C1', ts).find((one) => renderForPeople(one).includes('75%')),
  );
  const buttons = ['source_open:1', 'scope_narrow:1', 'topic_clear', 'feedback'];
  const person = slack.person(user);
  for (const [at, id] of buttons.entries()) {
    const ack = await person.click(answer, id, id === 'feedback' ? { choose: 'negative' } : {});
    expect(ack.acknowledged).toBe(true);
    const told = () =>
      slack.ephemerals(user).filter((one) => renderForPeople(one).includes(words)).length;
    await slack.until(() => told() === at + 1);
  }
  expect(slack.modal(user)).toBeUndefined();
  expect(world.app.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
  expect(world.app.settings.scopeOf(`slack:T1:C1:${ts}`)).toBeNull();
});

test('the ask dialog opens for nobody who may not ask', async () => {
  const world = await open({ YOUJU_SLACK_USERS: 'U1' });
  await world.slack.person('U2').globalShortcut('ask_global');
  const direct = world.slack.person('U2').directChannel;
  await world.slack.until(() =>
    world.slack.channel(direct).some((one) => renderForPeople(one).includes('名单')),
  );
  expect(world.slack.modal('U2')).toBeUndefined();
});

test('with direct messages off, what is under an answer of the dialog still works', async () => {
  const world = await open({ YOUJU_SLACK_DIRECT_MESSAGES: 'false' });
  const { slack } = world;
  const person = slack.person('U1');
  await person.globalShortcut('ask_global');
  await person.submit(await slack.until(() => slack.modal('U1')), { question: URBAN });
  const answer = await slack.until(() =>
    slack.channel(person.directChannel).find((one) => renderForPeople(one).includes('75%')),
  );
  await person.click(answer, 'source_open:1');
  await slack.until(() => slack.modal('U1'));
});

test('an organisation that installs it for its workspaces lets in their people, and nobody else', async () => {
  const organisation = { id: 'E1', teams: ['T1', 'T2'] };
  const members = [...defaultMembers, { id: 'UFAR', name: '别家', team_id: 'T9' }];
  const channels = [{ id: 'C1', members: [...members.map(({ id }) => id), 'UBOT'] }];
  const world = await open({}, { slack: { organisation, members, channels } });
  const { slack } = world;
  for (const id of ['U1', 'UOTHER']) {
    const { ts } = await slack.person(id).mention('C1', URBAN);
    const answer = await slack.until(() =>
      slack.thread('C1', ts).find((one) => renderForPeople(one).includes('75%')),
    );
    await slack.person(id).click(answer, 'source_open:1');
    await slack.until(() => slack.modal(id));
    await slack.person(id).slash('/plan', URBAN, 'C1');
    await slack.until(() =>
      slack.ephemerals(id).some((one) => renderForPeople(one).includes('75%')),
    );
  }
  await slack.person('UFAR').mention('C1', URBAN);
  await toldPrivately(world, 'UFAR', '工作区');
});

test('where only some may write in a channel, the answer comes to its asker alone', async () => {
  const world = await open({});
  const { slack } = world;
  slack.world.workspace.channel('C1').postedInBy = new Set(['U1']);
  await slack.person('U1').mention('C1', URBAN);
  const direct = slack.person('U1').directChannel;
  await slack.until(() =>
    slack.channel(direct).some((one) => renderForPeople(one).includes('75%')),
  );
  expect(slack.channel(direct).map(renderForPeople).join('')).toContain('限制了谁能发言');
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(saidInPublic(world)).toBe(0);
});
