import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { EventLedger } from '../../../src/state/event-ledger.ts';
import {
  expectNoViolations,
  openSlackWorld,
  type SlackWorld,
  type SlackWorldOptions,
} from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

async function open(options: SlackWorldOptions = {}): Promise<SlackWorld> {
  const world = await openSlackWorld(options);
  onTestFinished(() => world.close());
  return world;
}

const outputsOf = ({ slack }: SlackWorld, id: string): string =>
  JSON.stringify(slack.step(id)?.outputs ?? '');

const untilFailed = ({ slack }: SlackWorld, id: string): Promise<string> =>
  slack.until(() => slack.step(id)?.error);

test.each(['socket', 'http'] as const)(
  'over %s a step is acknowledged at once, owed until its end, and answered once though it comes again',
  async (transport) => {
    const asked: string[] = [];
    const wrap = (app: App): App => ({
      ...app,
      ask: async (question, options) => {
        asked.push(question);
        await setTimeout(1_000);
        return app.ask(question, options);
      },
    });
    const world = await open({ transport, wrap });
    const { slack } = world;
    const { id, ack } = await slack.person('U1').runStep('ask_step', { question: URBAN });
    expect(ack?.acknowledged).toBe(true);
    expect(outputsOf(world, id)).not.toContain('75%');
    expect(world.running().health().unfinished).toBe(1);
    await slack.redeliver(ack?.id ?? '');
    await slack.until(() => outputsOf(world, id).includes('75%'));
    await slack.redeliver(ack?.id ?? '');
    await expect.poll(() => world.running().health().unfinished).toBe(0);
    expect(asked).toEqual([URBAN]);
    expect(slack.calls('functions.completeSuccess')).toHaveLength(1);
    expectNoViolations(world);
  },
);

test('closing ends a step that hangs', async () => {
  const world = await open({
    wrap: (app) => ({ ...app, ask: () => new Promise(() => undefined) }),
  });
  const { id } = await world.slack.person('U1').runStep('ask_step', { question: URBAN });
  await expect.poll(() => world.running().health().queue.running).toBe(1);
  await world.stop();
  expect(await untilFailed(world, id)).toContain('正在重启');
});

test('a step that asks nothing fails and says what to ask', async () => {
  const world = await open();
  const { id } = await world.slack.person('U1').runStep('ask_step', { question: '' });
  expect(await untilFailed(world, id)).toContain('请把问题写在一条消息里');
});

test('where only some people may ask, a workflow may not', async () => {
  const world = await open({ env: { YOUJU_SLACK_USERS: 'U1' } });
  const { id } = await world.slack.person('U1').runStep('ask_step', { question: URBAN });
  expect(await untilFailed(world, id)).toContain('名单');
  await expect.poll(() => world.running().health().unfinished).toBe(0);
});

test('workflows together may ask so often, and no more', async () => {
  const world = await open();
  const person = world.slack.person('U1');
  const steps = await Promise.all(
    Array.from({ length: 31 }, () => person.runStep('ask_step', { question: '' })),
  );
  const failures = await Promise.all(steps.map(({ id }) => untilFailed(world, id)));
  expect(failures.filter((said) => said.includes('工作流里的问题有点多'))).toHaveLength(1);
});

test('one that a crash left open is owed no more', async () => {
  const world = await open();
  await world.stop();
  const ledger = new EventLedger({
    stateDir: world.config.stateDir,
    retentionDays: 30,
    now: () => new Date(),
    owner: `${hostname()}:99999999:0`,
    isAtWork: () => true,
  });
  const where = { teamId: 'T1', channelId: 'workflow', messageTs: null, threadTs: null };
  const question = { surface: 'step', author: 'slack:T1:workflow', conversation: null };
  ledger.accept({ key: 'T1:Fx000009', messageKey: null, ...question, ...where });
  ledger.close();
  await world.start();
  await expect.poll(() => world.running().health().unfinished).toBe(0);
});
