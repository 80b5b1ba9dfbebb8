import { expect, test } from 'vitest';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '2025年常住人口城镇化率的目标是多少？';

const oursIn = ({ slack }: SlackWorld, channel: string): SlackMessage[] =>
  slack.channel(channel).filter(({ user }) => user === 'UBOT');
const shownIn = (world: SlackWorld, channel: string): string =>
  oursIn(world, channel).map(renderForPeople).join('\n');

/** The value of a document in the modal. */
function optionOf(view: unknown, name: RegExp): string {
  const text = JSON.stringify(view);
  const found = [...text.matchAll(/"text":"([^"]*)","emoji":false\},"value":"([0-9a-f]{32})"/gu)];
  return found.find(([, label = '']) => name.test(label))?.[2] ?? '';
}

test('a channel asks its own documents, and its threads go on, once its people say so', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  await person.slash('/plan', '设置', 'C1');
  const modal = await slack.until(() => slack.modal('U1'));
  const documents = [optionOf(modal, /周村.*十四五/u)];
  await person.submit(modal, { documents, threads: ['follow-ups'] });
  await slack.until(() => shownIn(world, 'C1').includes('更改了本频道的设置'));
  expect(shownIn(world, 'C1')).toMatch(/默认查：周村.*\n.*不用 @ 我/u);
  const { ts } = await person.mention('C1', URBAN);
  const answer = await slack.until(() =>
    slack.thread('C1', ts).find((one) => renderForPeople(one).includes('提问范围：周村')),
  );
  await person.say('C1', '那森林覆盖率的目标是多少？', { threadTs: ts });
  await slack.until(
    () => slack.thread('C1', ts).filter(({ user }) => user === 'UBOT').length === 2,
  );
  // A conversation may still ask all documents.
  await person.click(answer, 'scope_widen');
  await slack.until(() =>
    slack.ephemerals('U1').map(renderForPeople).join().includes('查全部文件'),
  );
  await person.mention('C1', '淄川区的呢？', { threadTs: ts });
  await slack.until(() =>
    slack.thread('C1', ts).some((one) => renderForPeople(one).includes('提问范围：全部文件')),
  );
});

test('submitted twice the settings change once, and that is said once', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  for (const _time of [1, 2]) {
    await person.slash('/plan', '设置', 'C1');
    const modal = await slack.until(() => slack.modal('U1'));
    await person.submit(modal, { threads: ['follow-ups'] });
    await slack.until(() => slack.modal('U1') === undefined);
  }
  await slack.until(() => shownIn(world, 'C1').includes('更改了本频道的设置'));
  await person.slash('/plan', '范围', 'C1');
  await slack.until(() => slack.ephemerals('U1').length > 0);
  expect(oursIn(world, 'C1')).toHaveLength(1);
  expect(world.app.settings.choiceOf('C1').hasFollowUps).toBe(true);
});

test('in direct messages there is nothing to set', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const channel = slack.world.workspace.directChannel('U1').id;
  await slack.person('U1').slash('/plan', '设置', channel);
  await slack.until(() => {
    const said = [...slack.ephemerals('U1'), ...oursIn(world, channel)].map(renderForPeople);
    return said.join().includes('请在要设置的频道里');
  });
});
