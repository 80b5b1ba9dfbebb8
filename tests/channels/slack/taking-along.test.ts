import { expect, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

const oursIn = ({ slack }: SlackWorld, ts: string) =>
  slack.thread('C1', ts).filter(({ user }) => user === 'UBOT');
const shownIn = (world: SlackWorld, ts: string): string =>
  oursIn(world, ts).map(renderForPeople).join('\n');

test('an answer is copied with its sources, and a thread is taken along as a Word file', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { ts: threadTs } = await person.mention('C1', URBAN);
  await slack.until(() => shownIn(world, threadTs).includes('75%'));
  const [answer] = oursIn(world, threadTs);
  if (!answer) throw new Error('no answer');
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
