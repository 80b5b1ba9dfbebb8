import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { PUBLIC_URL } from '../../real-index.ts';
import { finalReply } from './reply-mark.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const TARGET = '75%';

describe('documents of 淄川, open to U1 and to those in C1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-seen-'));
  let world: SlackWorld;

  beforeAll(async () => {
    const file = join(folder, 'access.json');
    const rules = [{ places: ['淄川区'], people: ['U1'], channels: ['C1'] }];
    writeFileSync(file, JSON.stringify({ rules }));
    world = await openSlackWorld({ env: { YOUJU_ACCESS: file } });
  });
  afterEach(() => expectNoViolations(world));
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  const answerIn = async (channel: string, user: string): Promise<SlackMessage> => {
    const said = await world.slack.person(user).mention(channel, QUESTION);
    return world.slack.until(() => finalReply(world.slack.thread(channel, said.ts)));
  };
  const answerTo = async (user: string): Promise<SlackMessage> => {
    const { channel, ts } = await world.slack.person(user).direct(QUESTION);
    return world.slack.until(() =>
      finalReply(world.slack.channel(channel).filter((message) => message.ts > ts)),
    );
  };

  test('are told of in C1, whoever asks, and nowhere else in a channel', async () => {
    const open = await answerIn('C1', 'U2');
    expect(renderForPeople(open)).toContain(TARGET);
    const closed = renderForPeople(await answerIn('C2', 'U1'));
    expect(closed).not.toContain(TARGET);
    expect(closed).not.toContain('淄川区“十四五”规划');
  });

  test('are told to U1 alone in direct messages', async () => {
    expect(renderForPeople(await answerTo('U1'))).toContain(TARGET);
    expect(renderForPeople(await answerTo('U2'))).not.toContain(TARGET);
  });

  test('are opened from an answer where it stands', async () => {
    const answer = await answerIn('C1', 'U2');
    const button = /"action_id":"(?<id>source_open[^"]*)"/u.exec(JSON.stringify(answer.blocks));
    await world.slack.person('U2').click(answer, button?.groups?.id ?? '');
    const modal = await world.slack.until(() => world.slack.modal('U2'));
    const shown = await world.slack.until(() => {
      const text = renderForPeople(world.slack.modal('U2') ?? modal);
      return text.includes('城镇化率') ? text : undefined;
    });
    expect(shown).toContain('淄川');
  });

  test('stand in the home of U1 alone', async () => {
    const homeOf = async (user: string): Promise<string> => {
      await world.slack.person(user).openHome('home');
      return renderForPeople(await world.slack.until(() => world.slack.home(user)));
    };
    expect(await homeOf('U1')).toContain('淄川区“十四五”规划');
    expect(await homeOf('U2')).not.toContain('淄川');
  });

  test('are not posted where not everybody may see them', async () => {
    const { slack } = world;
    const person = slack.person('U1');
    const answer = await answerTo('U1');
    await person.click(answer, 'answer_post');
    await person.submit(await slack.until(() => slack.modal('U1')), { channel: 'C2' });
    const modal = await slack.until(() => slack.modal('U1'));
    expect(renderForPeople(modal)).toContain('不能发到那里');
    await person.closeView(modal);
  });

  test('are shown by a link in C1 only', async () => {
    const { slack, app } = world;
    slack.world.manifest.features.unfurl_domains.splice(0, 1, new URL(PUBLIC_URL).hostname);
    const id = app.document('zichuan-14fyp').passages[20]?.id;
    const url = `${PUBLIC_URL}/documents/zichuan-14fyp#p-${id}`;
    await slack.person('U1').shareLink('C2', url);
    await slack.person('U1').shareLink('C1', url);
    // Links are looked at in their order.
    const calls = await slack.until(() => {
      const made = slack.calls('chat.unfurl');
      return made.length > 0 ? made : undefined;
    });
    expect(calls).toHaveLength(1);
  });
});
