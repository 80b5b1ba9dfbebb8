import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { finalReply } from './reply-mark.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ transport });
  });
  afterEach(() => expectNoViolations(world));
  afterAll(() => world.close());

  /** The bot's own message after one of a person's. */
  const replyTo = async (channel: string, ts: string, threadTs = ts): Promise<string> => {
    const { slack } = world;
    const reply = await slack.until(() => finalReply(slack.thread(channel, threadTs), ts));
    return renderForPeople(reply);
  };

  test('a mention is answered in its thread, with the source', async () => {
    const { channel, ts } = await world.slack.person('U1').mention('C1', URBAN);
    const reply = await replyTo(channel, ts);
    expect(reply).toContain('75%');
    expect(reply).toContain('「（2）常住人口城镇化率（%） 65.6 75 —— 预期性」');
    expect(reply).toContain('[查看原文]');
  });

  test('a mention in a thread goes on with what the thread is about', async () => {
    const { slack } = world;
    const root = await slack.person('U1').mention('C1', URBAN);
    await replyTo('C1', root.ts);
    const next = await slack.person('U2').mention('C1', '那周村呢？', { threadTs: root.ts });
    const reply = await replyTo('C1', next.ts, root.ts);
    expect(reply).toContain('周村区');
    expect(reply).toContain('沿用：');
  });

  test('a comparison links to the page that sets it side by side', async () => {
    const { channel, ts } = await world.slack
      .person('UADMIN')
      .mention('C1', '比较三个区2025年森林覆盖率的目标');
    const reply = await replyTo(channel, ts);
    expect(reply).toContain('在网页上并排比较：森林覆盖率');
    expect(reply).toContain('http://plans.test/compare?indicator=');
  });

  test('a direct message is answered beside it', async () => {
    const { slack } = world;
    const { channel, ts } = await slack.person('U2').direct('高新区的主导产业体系叫什么？');
    const reply = await slack.until(() => finalReply(slack.channel(channel), ts));
    expect(reply.thread_ts).toBeUndefined();
    expect(renderForPeople(reply)).toContain('依据');
  });

  test('/plan is answered to the asker alone, who can share it once', async () => {
    const { slack } = world;
    const person = slack.person('U1');
    const ack = await person.slash('/plan', '周村区2025年森林覆盖率要达到多少？', 'C2');
    expect(ack.acknowledged).toBe(true);
    const answer = await slack.until(() =>
      slack.ephemerals('U1').find((message) => renderForPeople(message).includes('18.07%')),
    );
    expect(slack.channel('C2')).toEqual([]);
    await person.click(answer, 'answer_share');
    const shared = await slack.until(() => slack.channel('C2')[0]);
    expect(renderForPeople(shared)).toContain('18.07%');
    expect(renderForPeople(shared)).toContain('周村区2025年森林覆盖率要达到多少？');
    expect(renderForPeople(shared)).toContain('分享了有据的回答');
    await person.click(answer, 'answer_share');
    await slack.until(() =>
      slack.ephemerals('U1').some((message) => renderForPeople(message).includes('已经分享过')),
    );
    expect(slack.channel('C2')).toHaveLength(1);
  });

  test('查计划依据 asks about a colleague’s message', async () => {
    const { slack } = world;
    const { message } = await slack.person('U2').say('C1', '淄川区2025年城镇化率目标是多少来着');
    await slack.person('U1').messageShortcut('ask_message', message);
    const answer = await slack.until(() =>
      slack.ephemerals('U1').find((one) => renderForPeople(one).includes('75%')),
    );
    expect(renderForPeople(answer)).toContain('淄川区2025年城镇化率目标是多少来着');
    expect(slack.thread('C1', message.ts)).toHaveLength(1);
  });

  test('the dialog asks one document or all, and answers directly', async () => {
    const { slack } = world;
    const person = slack.person('U1');
    await person.globalShortcut('ask_global');
    const modal = await slack.until(() => slack.modal('U1'));
    await person.submit(modal, { question: '2025年森林覆盖率目标是多少？' });
    const said = () =>
      slack
        .channel(person.directChannel)
        .map(renderForPeople)
        .find((text) => text.includes('问：2025年森林覆盖率目标是多少？'));
    expect(await slack.until(said)).toContain('%');
    expect(slack.modal('U1')).toBeUndefined();
  });

  test('a workflow step hands on the answer and whether there is one', async () => {
    const { slack } = world;
    const { id } = await slack.person('U1').runStep('ask_step', { question: URBAN });
    const step = await slack.until(() => {
      const found = slack.world.steps.find(id);
      return found?.outputs ? found : undefined;
    });
    expect(step.outputs).toMatchObject({ found: true });
    expect(JSON.stringify(step.outputs)).toContain('75%');
  });

  test('a refusal says what was searched, and shows nothing as proof', async () => {
    const { channel, ts } = await world.slack
      .person('U1')
      .mention('C1', '张店区2025年GDP目标是多少？');
    const reply = await replyTo(channel, ts);
    expect(reply).toContain('文件中没有找到答案');
    expect(reply).not.toContain('依据\n');
    expect(reply).not.toContain('查看原文');
  });

  test('nothing but the mention is met with how to ask', async () => {
    const { channel, ts } = await world.slack.person('U1').mention('C1', '<@UBOT>');
    expect(await replyTo(channel, ts)).toContain('请把问题写在一条消息里');
  });

  test('mentions, groups, links and code in a question come out inert', async () => {
    const { channel, ts } = await world.slack
      .person('U1')
      .mention('C1', '<!channel> <@U2> `rm -rf` <https://evil.test|点我> 城镇化率 <b>*粗*</b>？');
    const reply = await world.slack.until(() => finalReply(world.slack.thread(channel, ts)));
    const sent = JSON.stringify([reply.text, reply.blocks]);
    expect(sent).not.toMatch(/<!channel|<@U2|"type":"(?:user|broadcast)"|https:\/\/evil/u);
  });
});

describe('follow-ups without a mention', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld();
  });
  afterEach(() => expectNoViolations(world));
  afterAll(() => world.close());

  test('are answered only where the channel has them on, in threads we know', async () => {
    const { slack, app } = world;
    const person = slack.person('U1');
    const root = await person.mention('C1', URBAN);
    await slack.until(() => slack.thread('C1', root.ts).length === 2);
    await person.say('C1', '那周村呢？', { threadTs: root.ts });
    app.settings.setFollowUps('C1', true);
    const other = await person.say('C1', '大家好');
    await person.say('C1', '那周村呢？', { threadTs: other.ts });
    await person.say('C1', '<@U2> 你看看？', { threadTs: root.ts });
    const asked = await person.say('C1', '那周村呢？', { threadTs: root.ts });
    const replies = () =>
      slack.thread('C1', root.ts).filter(({ user, ts }) => user === 'UBOT' && ts > asked.ts);
    const reply = await slack.until(() => finalReply(replies()));
    expect(renderForPeople(reply)).toContain('周村区');
    // A mention there is one question, though two events tell of it.
    const mention = await person.mention('C1', '那高新区呢？', { threadTs: root.ts });
    await slack.until(() => replies().some(({ ts }) => ts > mention.ts));
    await world.stop();
    expect(slack.thread('C1', root.ts).filter(({ user }) => user === 'UBOT')).toHaveLength(3);
    expect(slack.thread('C1', other.ts).filter(({ user }) => user === 'UBOT')).toEqual([]);
    await world.start();
  });
});
