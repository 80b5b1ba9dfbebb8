import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type App, ingest } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { currentGeneration } from '../../../src/indexing/generations.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { REAL_SEEDS_DIR } from '../../real-index.ts';
import { samplePlan } from '../../sample-plan.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

interface Library {
  readonly world: SlackWorld;
  /** Puts files there, or takes them away (null), and reads them. */
  change(files: Readonly<Record<string, string | null>>): Promise<void>;
}

interface LibraryOptions {
  readonly wrap?: (app: App) => App;
  readonly rules?: readonly object[];
}

/** A small library of its own, answering in Slack. */
async function openLibrary({ wrap, rules }: LibraryOptions = {}): Promise<Library> {
  const root = mkdtempSync(join(tmpdir(), 'youju-subscribed-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const seeds = mkdtempSync(join(root, 'seeds-'));
  // A process reads one dictionary.
  cpSync(join(REAL_SEEDS_DIR, 'words.txt'), join(seeds, 'words.txt'));
  const access = join(root, 'access.json');
  writeFileSync(access, JSON.stringify({ rules: rules ?? [] }));
  const folders = {
    YOUJU_SEEDS_DIR: seeds,
    YOUJU_INDEX_DIR: join(root, 'index'),
    YOUJU_STATE_DIR: join(root, 'state'),
    ...(rules && { YOUJU_ACCESS: access }),
  };
  const config = loadConfig({ YOUJU_LOG_LEVEL: 'silent', ...folders });
  const change: Library['change'] = async (files) => {
    for (const [name, text] of Object.entries(files)) {
      if (text === null) rmSync(join(seeds, name));
      else writeFileSync(join(seeds, name), text);
    }
    const { warning } = await ingest(config);
    expect(warning).toBeUndefined();
  };
  await change({ 'yunling.txt': samplePlan('云岭县', '', '75%') });
  const world = await openTestWorld({
    env: folders,
    lookForOwedEveryMs: 50,
    ...(wrap && { wrap }),
  });
  return { world, change };
}

const saidTo = ({ slack }: SlackWorld, channel: string): SlackMessage[] =>
  slack.channel(channel).filter(({ user }) => user === 'UBOT');
const shownIn = (world: SlackWorld, channel: string): string =>
  saidTo(world, channel).map(renderForPeople).join('\n');
const direct = ({ slack }: SlackWorld, user: string): string =>
  slack.world.workspace.directChannel(user).id;
const privately = ({ slack }: SlackWorld, user: string): string =>
  slack.ephemerals(user).map(renderForPeople).join('\n');

test('whoever subscribed to a place is told once what changed there, figures first', async () => {
  const { world, change } = await openLibrary();
  const { slack } = world;
  await slack.person('U1').slash('/plan', '订阅 云岭县', 'C1');
  await slack.until(() => privately(world, 'U1').includes('已订阅地方“云岭县”'));
  await change({ 'yunling.txt': samplePlan('云岭县', '', '78%') });
  const [told] = await slack.until(() => {
    const messages = saidTo(world, direct(world, 'U1'));
    return messages.length > 0 ? messages : undefined;
  });
  const shown = told ? renderForPeople(told) : '';
  expect(shown).toContain('《云岭县国民经济和社会发展第十五个五年规划纲要》有改动');
  expect(shown).toMatch(/75%.*改为.*78%/u);
  // Neither again nor, on the same day, of what comes next; nobody else hears of it.
  await change({ 'yunling.txt': samplePlan('云岭县', '', '79%') });
  await expect.poll(() => world.app.generation()).toBe(currentGeneration(world.config.indexDir));
  expect(saidTo(world, direct(world, 'U1'))).toHaveLength(1);
  expect(shownIn(world, 'C1')).toBe('');
});

test('a channel hears of a new edition with links to both, and goes on with it', async () => {
  const { world, change } = await openLibrary();
  const { slack } = world;
  const { ts } = await slack
    .person('U1')
    .mention('C1', '订阅 云岭县国民经济和社会发展第十五个五年规划纲要');
  await slack.until(() =>
    slack.thread('C1', ts).some((one) => renderForPeople(one).includes('已订阅')),
  );
  await change({ 'revised.txt': samplePlan('云岭县', '（修订稿）', '76%') });
  const told = await slack.until(() =>
    saidTo(world, 'C1').find((one) => renderForPeople(one).includes('有了新版')),
  );
  const blocks = JSON.stringify(told.blocks);
  expect(blocks).toContain('/documents/revised');
  expect(blocks).toContain('/documents/yunling');
  await expect
    .poll(() => world.app.subscriptions.of('slack:T1:C1').map(({ name }) => name))
    .toEqual(['revised']);
});

test('a subscription to a document that is gone is said once and ends', async () => {
  const { world, change } = await openLibrary();
  const { slack } = world;
  await change({ 'other.txt': samplePlan('望江县', '', '60%') });
  await expect.poll(() => world.app.documents().length).toBe(2);
  await slack.person('U1').direct('订阅 望江县国民经济和社会发展第十五个五年规划纲要');
  await slack.until(() => shownIn(world, direct(world, 'U1')).includes('已订阅'));
  await change({ 'other.txt': null });
  await slack.until(() => shownIn(world, direct(world, 'U1')).includes('这个订阅就此结束'));
  await expect.poll(() => world.app.subscriptions.of('slack:T1:U1')).toEqual([]);
});

test('killed between telling and noting, nobody is told twice', async () => {
  let failures = 0;
  const { world, change } = await openLibrary({
    wrap: (app) => {
      const { subscriptions } = app;
      const heard: typeof subscriptions.heard = (...told) => {
        failures += 1;
        if (failures === 1) throw new Error('killed');
        subscriptions.heard(...told);
      };
      return {
        ...app,
        subscriptions: {
          heard,
          add: (...given) => subscriptions.add(...given),
          of: (receiver) => subscriptions.of(receiver),
          end: (...given) => subscriptions.end(...given),
          take: () => subscriptions.take(),
          goesOn: (...given) => subscriptions.goesOn(...given),
        },
      };
    },
  });
  const { slack } = world;
  await slack.person('U1').slash('/plan', '订阅 云岭县', 'C1');
  await slack.until(() => privately(world, 'U1').includes('已订阅'));
  await change({ 'yunling.txt': samplePlan('云岭县', '', '78%') });
  await expect.poll(() => failures, { timeout: 30_000 }).toBe(2);
  expect(saidTo(world, direct(world, 'U1'))).toHaveLength(1);
});

test('nothing is told of documents that the receiver may not see', async () => {
  const { world, change } = await openLibrary({
    rules: [{ documents: ['secret'], people: ['U1'] }],
  });
  const { slack } = world;
  for (const user of ['U1', 'U2']) {
    await slack.person(user).direct('订阅 云岭县');
    await slack.until(() => shownIn(world, direct(world, user)).includes('已订阅'));
  }
  await change({ 'secret.txt': samplePlan('云岭县', '内部稿', '90%') });
  await slack.until(() => shownIn(world, direct(world, 'U1')).includes('新收录'));
  await expect.poll(() => world.app.subscriptions.take().length).toBe(0);
  expect(shownIn(world, direct(world, 'U2'))).not.toContain('内部稿');
});

test('what one subscribed to is listed, and ended by command and in App Home', async () => {
  const { world } = await openLibrary();
  const { slack } = world;
  const person = slack.person('U1');
  await person.slash('/plan', '订阅 云岭县', 'C1');
  await person.slash('/plan', '订阅 云岭县', 'C1');
  await slack.until(() => privately(world, 'U1').includes('已经订阅过了'));
  await person.slash('/plan', '订阅', 'C1');
  await slack.until(() => privately(world, 'U1').includes('• 地方“云岭县”'));
  await person.slash('/plan', '退订 云岭县', 'C1');
  await slack.until(() => privately(world, 'U1').includes('已退订地方“云岭县”'));
  await person.openHome('home');
  const home = await slack.until(() => slack.home('U1'));
  await person.click(home, 'subscribe_open');
  const modal = await slack.until(() => slack.modal('U1'));
  await person.submit(modal, { named: '没有的地方' });
  expect(renderForPeople(await slack.until(() => slack.modal('U1')))).toContain('文件库里没有');
  await person.submit(await slack.until(() => slack.modal('U1')), { named: '云岭县' });
  expect(world.app.subscriptions.of('slack:T1:U1')).toHaveLength(1);
  await person.openHome('home');
  const listed = await slack.until(() => {
    const view = slack.home('U1');
    return view && renderForPeople(view).includes('退订') ? view : undefined;
  });
  await person.click(listed, 'subscription_end:1');
  await slack.until(() => world.app.subscriptions.of('slack:T1:U1').length === 0);
});

test('an answer’s menu offers what the answer stands on', async () => {
  const { world } = await openLibrary();
  const { slack } = world;
  const person = slack.person('U1');
  const { ts } = await person.mention('C1', '云岭县2030年常住人口城镇化率的目标是多少？');
  const answer = await slack.until(() =>
    slack
      .thread('C1', ts)
      .find((one) => one.user === 'UBOT' && renderForPeople(one).includes('75%')),
  );
  await person.messageShortcut('subscribe_message', answer);
  const modal = await slack.until(() => slack.modal('U1'));
  expect(renderForPeople(modal)).toContain('地方“云岭县”');
  await person.submit(modal, { offered: ['1'], receiver: 'channel' });
  expect(world.app.subscriptions.of('slack:T1:C1')).toMatchObject([
    { kind: 'place', name: '云岭县' },
  ]);
});
