import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { buildRealIndex, REAL_SEEDS_DIR } from '../../real-index.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const REPORT = `云岭县2027年政府工作报告
——2027年1月12日在云岭县第三届人民代表大会第二次会议上
县长 某某

各位代表：
现在，我代表县人民政府报告工作，请予审议。

一、2026年工作回顾
一年来，全县改造老旧小区19个，新增城镇就业3216人。

二、2027年工作安排
（一）改善人居环境
今年新建口袋公园37个，改造老旧小区28个，由县住建局负责。
（二）办好教育
新建幼儿园6所，新增普惠性学位1800个。
`;
const PARKS = '今年新建多少个口袋公园？';

const drop = ({ slack }: SlackWorld, name = '云岭县2027年政府工作报告.txt', text = REPORT) => ({
  extra: { subtype: 'file_share', files: [slack.file(name, Buffer.from(text))] },
});
const shownIn = ({ slack }: SlackWorld, channel: string, ts: string): string =>
  slack
    .thread(channel, ts)
    .filter(({ user }) => user === 'UBOT')
    .map(renderForPeople)
    .join('\n');
const privately = ({ slack }: SlackWorld, id: string): string =>
  slack.ephemerals(id).map(renderForPeople).join('\n');

test('a file dropped into a direct message is read, and its thread is about it, after a restart too', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const { channel, ts } = await person.direct('', drop(world));
  await slack.until(() => shownIn(world, channel, ts).includes('读好了'));
  expect(shownIn(world, channel, ts)).toContain('云岭县2027年政府工作报告');
  expect(shownIn(world, channel, ts)).not.toContain('加入文件库');
  await person.direct(PARKS, { threadTs: ts });
  await slack.until(() => shownIn(world, channel, ts).includes('37个'));
  await world.stop();
  await world.start();
  await person.direct('幼儿园新建几所？', { threadTs: ts });
  await slack.until(() => shownIn(world, channel, ts).includes('6所'));
  const answer = slack.thread(channel, ts).findLast(({ user }) => user === 'UBOT');
  if (!answer) throw new Error('no answer');
  await person.click(answer, 'source_open:1');
  const source = await slack.until(() => slack.modal('U1'));
  expect(JSON.stringify(source)).toContain('普惠性学位');
});

test('what is asked with a file is answered from it, and elsewhere the library is asked as before', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const { ts } = await slack.person('U1').mention('C1', PARKS, drop(world));
  await slack.until(() => shownIn(world, 'C1', ts).includes('37个'));
  expect(shownIn(world, 'C1', ts)).toContain('提问范围：云岭县2027年政府工作报告');
  const elsewhere = await slack.person('U1').mention('C1', '云岭县今年新建多少个口袋公园？');
  await slack.until(() => shownIn(world, 'C1', elsewhere.ts) !== '');
  expect(shownIn(world, 'C1', elsewhere.ts)).not.toContain('37个');
});

test('what cannot be read is said', async () => {
  const world = await openTestWorld();
  const { slack } = world;
  const person = slack.person('U1');
  const broken = await person.direct('', drop(world, '扫描.pdf', '%PDF-1.7\nbroken'));
  await slack.until(() => shownIn(world, broken.channel, broken.ts).includes('扫描.pdf》没有读成'));
  const gone = drop(world);
  slack.world.files.remove(String(gone.extra.files.at(0)?.id));
  const { channel, ts } = await person.direct(PARKS, gone);
  await slack.until(() => shownIn(world, channel, ts).includes('可能已被删除'));
  const huge = drop(world, '全集.pdf');
  slack.world.files.saySize(String(huge.extra.files.at(0)?.id), 2 ** 30);
  const large = await person.direct(PARKS, huge);
  await slack.until(() =>
    shownIn(world, large.channel, large.ts).includes('《全集.pdf》超过 100 MB'),
  );
  const odd = await person.direct(
    '',
    drop(world, '没有类型', '\u0000\u0001\u0002\uffff'.repeat(50)),
  );
  await slack.until(() => shownIn(world, odd.channel, odd.ts).includes('没有类型'));
});

test('an editor may add it to the library, and nobody else', async () => {
  const seedsDir = mkdtempSync(join(tmpdir(), 'youju-seeds-'));
  const indexDir = mkdtempSync(join(tmpdir(), 'youju-index-'));
  onTestFinished(() => {
    for (const folder of [seedsDir, indexDir]) rmSync(folder, { recursive: true, force: true });
  });
  cpSync(REAL_SEEDS_DIR, seedsDir, { recursive: true });
  cpSync(await buildRealIndex(), indexDir, { recursive: true });
  const world = await openTestWorld({
    canEdit: true,
    env: {
      YOUJU_SEEDS_DIR: seedsDir,
      YOUJU_INDEX_DIR: indexDir,
      YOUJU_EDITORS: 'UADMIN',
      YOUJU_AUTH_HEADER: 'x-user',
    },
  });
  const { slack } = world;
  const { ts } = await slack.person('UADMIN').mention('C1', '', drop(world));
  await slack.until(() => privately(world, 'UADMIN').includes('加入文件库'));
  const offer = slack
    .ephemerals('UADMIN')
    .find((one) => renderForPeople(one).includes('加入文件库'));
  if (!offer) throw new Error('no offer');
  expect(shownIn(world, 'C1', ts)).not.toContain('加入文件库');
  await slack.person('UADMIN').click(offer, 'library_add');
  await slack.until(() => privately(world, 'UADMIN').includes('已加入文件库'));
  expect(readdirSync(seedsDir)).toContain('云岭县2027年政府工作报告.txt');
  expect(existsSync(join(REAL_SEEDS_DIR, '云岭县2027年政府工作报告.txt'))).toBe(false);
  await expect
    .poll(() => world.app.documents().map(({ file }) => file))
    .toContain('云岭县2027年政府工作报告.txt');
});
