import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { forgetPerson } from '../../../src/kept-state.ts';
import { finalReply } from './reply-mark.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

const ASKED = '我是审计处的欧阳建国，想查淄川区2025年常住人口城镇化率的目标是多少？';

const bytesOf = ({ config }: SlackWorld): string =>
  readdirSync(config.stateDir)
    .map((file) => readFileSync(join(config.stateDir, file), 'utf8'))
    .join('\n');

test('what is kept of a question is where it was asked, and is deleted with its asker', async () => {
  const world = await openSlackWorld();
  onTestFinished(() => world.close());
  const { slack } = world;
  const person = slack.person('U1');
  const { ts } = await person.mention('C1', ASKED);
  const answer = await slack.until(() => finalReply(slack.thread('C1', ts)));
  await person.click(answer, 'feedback', { choose: 'positive' });
  await expect.poll(() => world.app.feedback.count().helpful).toBe(1);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(bytesOf(world)).toContain('slack:T1:U1');
  // Figures of the documents may be kept for 差多少; nothing of the person is.
  expect(bytesOf(world)).not.toMatch(/欧阳建国|我是审计|想查淄川/u);
  expect(world.log.join('')).not.toMatch(/欧阳建国|我是审计|想查淄川|75%/u);

  expect(forgetPerson(world.config, 'U1')).toEqual({ feedback: 1, conversations: 1 });
  expect(bytesOf(world)).not.toContain('slack:T1:U1');
  expect(world.app.feedback.count()).toEqual({ helpful: 0, unhelpful: 0 });
});

test('words that are kept for the report are deleted with whoever asked', async () => {
  const world = await openSlackWorld({ env: { YOUJU_KEEP_QUESTIONS: 'true' } });
  onTestFinished(() => world.close());
  const { slack } = world;
  const { ts } = await slack.person('U1').mention('C1', ASKED);
  await slack.until(() => finalReply(slack.thread('C1', ts)));
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(bytesOf(world)).toContain('欧阳建国');
  forgetPerson(world.config, 'U1');
  expect(bytesOf(world)).not.toContain('欧阳建国');
  expect(world.app.report(30).asked).toBe(1);
});
