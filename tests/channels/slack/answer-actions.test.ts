import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { finalReply } from './reply-mark.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  let world: SlackWorld;
  let answer: SlackMessage;
  beforeAll(async () => {
    world = await openSlackWorld({ transport });
    const { slack } = world;
    const said = await slack
      .person('U1')
      .mention('C1', '淄川区2025年常住人口城镇化率的目标是多少？');
    answer = await slack.until(() => finalReply(slack.thread('C1', said.ts)));
  });
  afterEach(() => expectNoViolations(world));
  afterAll(() => world.close());

  const shown = async (user: string, words: string): Promise<string> => {
    const { slack } = world;
    return slack.until(() => {
      const modal = slack.modal(user);
      const text = modal ? renderForPeople(modal) : '';
      return text.includes(words) ? text : undefined;
    });
  };

  test('查看原文 opens the passage among its neighbours, and leafs', async () => {
    const { slack } = world;
    const person = slack.person('U2');
    await person.click(answer, sourceAction(answer));
    const opened = await shown('U2', '（2）常住人口城镇化率');
    expect(opened).toContain('第三节 发展目标');
    expect(opened).toContain('复制引用');
    const modal = await slack.until(() => slack.modal('U2'));
    const next = turnTo(modal.blocks, '下一段');
    await person.click(modal, next.actionId, { value: next.value });
    const turned = await slack.until(() => {
      const now = slack.modal('U2');
      return now && now.hash !== modal.hash ? renderForPeople(now) : undefined;
    });
    expect(turned).not.toBe(opened);
  });

  test('👍 and 👎 count, and 👎 asks why', async () => {
    const { slack, app } = world;
    await slack.person('UADMIN').click(answer, 'feedback', { choose: 'positive' });
    await slack.until(() => app.feedback.count().helpful === 1);
    const person = slack.person('U1');
    await person.click(answer, 'feedback', { choose: 'negative' });
    const modal = await slack.until(() => slack.modal('U1'));
    expect(app.feedback.count()).toEqual({ helpful: 1, unhelpful: 1 });
    await person.submit(modal, { reasons: ['数字错'], comment: '应当写明是常住人口' });
    expect(slack.modal('U1')).toBeUndefined();
    expect(app.feedback.count()).toEqual({ helpful: 1, unhelpful: 1 });
    expect(world.log.join('')).not.toContain('应当写明');
  });

  test('the scope of a thread can be narrowed, widened and cleared', async () => {
    const { slack } = world;
    const person = slack.person('U1');
    const threadTs = answer.thread_ts ?? '';
    const told = (words: string) =>
      slack.until(() => slack.ephemerals('U1').some((one) => renderForPeople(one).includes(words)));
    const ask = async (text: string): Promise<SlackMessage> => {
      const { ts } = await person.mention('C1', text, { threadTs });
      return slack.until(() => finalReply(slack.thread('C1', threadTs), ts));
    };
    await person.click(answer, actionNamed(answer, 'scope_narrow'));
    await told('接下来只查');
    const narrowed = await ask('2025年森林覆盖率目标是多少？');
    expect(renderForPeople(narrowed)).toContain('25以上');
    expect(renderForPeople(narrowed)).not.toContain('18.07');
    await person.click(narrowed, actionNamed(narrowed, 'scope_widen'));
    await told('接下来查全部文件');
    await person.click(narrowed, actionNamed(narrowed, 'topic_clear'));
    await told('已清除');
    expect(renderForPeople(await ask('周村区2025年森林覆盖率目标是多少？'))).toContain('18.07');
  });

  test('a button of another version is answered, not ignored', async () => {
    const { slack } = world;
    const stale = structuredClone(answer);
    const text = JSON.stringify(stale.blocks).replaceAll('\\"line\\":', '\\"row\\":');
    slack.world.messages.change(answer, { blocks: JSON.parse(text) });
    await slack.person('U2').click(answer, sourceAction(answer));
    await slack.until(() =>
      slack.ephemerals('U2').some((one) => renderForPeople(one).includes('已经失效')),
    );
    slack.world.messages.change(answer, { blocks: stale.blocks });
  });
});

interface Pressable {
  readonly actionId: string;
  readonly value: string;
  readonly label: string;
}

/** Everything with an action id, wherever it stands. */
function pressables(blocks: unknown): Pressable[] {
  if (Array.isArray(blocks)) return blocks.flatMap(pressables);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const own =
    'action_id' in blocks
      ? [
          {
            actionId: String(blocks.action_id),
            value: 'value' in blocks ? String(blocks.value) : '',
            label: JSON.stringify('text' in blocks ? blocks.text : ''),
          },
        ]
      : [];
  return [...own, ...Object.values(blocks).flatMap(pressables)];
}

function actionNamed({ blocks }: SlackMessage, name: string): string {
  const found = pressables(blocks).find(({ actionId }) => actionId.split(':')[0] === name);
  if (!found) throw new Error(`nothing called ${name} to press`);
  return found.actionId;
}

const sourceAction = (message: SlackMessage): string => actionNamed(message, 'source_open');

function turnTo(blocks: unknown, label: string): Pressable {
  const found = pressables(blocks).find((one) => one.label.includes(label));
  if (!found) throw new Error(`no button ${label}`);
  return found;
}
