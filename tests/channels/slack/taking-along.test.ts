import { expect, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const oursIn = ({ slack }: SlackWorld, ts: string) =>
  slack.thread('C1', ts).filter(({ user }) => user === 'UBOT');
const shownIn = (world: SlackWorld, ts: string): string =>
  oursIn(world, ts).map(renderForPeople).join('\n');
/** The answer to URBAN, once it stands in the thread. */
const urbanAnswer = (world: SlackWorld, ts: string) =>
  world.slack.until(() => oursIn(world, ts).find((one) => renderForPeople(one).includes('75%')));

test('an answer is copied with its sources, and a thread is taken along as a Word file', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { ts: threadTs } = await person.mention('C1', URBAN);
  const answer = await urbanAnswer(world, threadTs);
  await person.click(answer, 'copy_sourced');
  const modal = JSON.stringify(await slack.until(() => slack.modal('U1')));
  expect(modal).toContain('75%');
  expect(modal).toMatch(/\[1\] 《[^》]*淄川[^》]*》/u);
  await person.mention('C1', '那周村区呢？', { threadTs });
  await slack.until(() => oursIn(world, threadTs).length === 2);
  await person.mention('C1', '导出', { threadTs });
  await slack.until(() => shownIn(world, threadTs).includes('已导出 2 个回答'));
  const [, file] = /"id":"(F\d+)"/u.exec(JSON.stringify(oursIn(world, threadTs))) ?? [];
  const bytes = slack.world.files.bytesOf(file ?? '');
  // As every docx begins.
  expect(
    Buffer.from(bytes ?? [])
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('where there is nothing to take along, that is said', async () => {
  const world = await openTestWorld();
  const { ts } = await world.slack.person('U1').mention('C1', '导出');
  await world.slack.until(() => shownIn(world, ts).includes('还没有可以导出的回答'));
});

test('a thread is taken along from the menu of a message', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { ts } = await person.mention('C1', URBAN);
  const answer = await urbanAnswer(world, ts);
  await person.messageShortcut('export_message', answer);
  await slack.until(() =>
    slack.ephemerals('U1').map(renderForPeople).join().includes('已导出 1 个'),
  );
  await slack.until(() => JSON.stringify(oursIn(world, ts)).includes('.docx'));
});

test('an answer is posted into a channel, once, by whoever shares it', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { channel, ts } = await person.direct(URBAN);
  const answer = await slack.until(() =>
    slack.channel(channel).find((one) => one.ts > ts && renderForPeople(one).includes('75%')),
  );
  const posted = () => slack.channel('C1').filter(({ user }) => user === 'UBOT');
  for (const _time of [1, 2]) {
    await person.click(answer, 'answer_post');
    await person.submit(await slack.until(() => slack.modal('U1')), { channel: 'C1' });
    await slack.until(() => posted().length > 0);
  }
  expect(posted()).toHaveLength(1);
  expect(posted().map(renderForPeople).join()).toMatch(/分享了有据的回答[\s\S]*75%/u);
});

test('under an answer of before a restart, what can no longer be done is said', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { ts } = await person.mention('C1', URBAN);
  const answer = await urbanAnswer(world, ts);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  await world.stop();
  await world.start();
  for (const name of ['copy_sourced', 'answer_post']) {
    await person.click(answer, name);
    const modal = await slack.until(() => slack.modal('U1'));
    expect(renderForPeople(modal)).toContain('时间太久');
    await person.closeView(modal);
  }
  await person.messageShortcut('export_message', answer);
  await slack.until(() =>
    slack.ephemerals('U1').map(renderForPeople).join().includes('还没有可以导出的回答'),
  );
});
