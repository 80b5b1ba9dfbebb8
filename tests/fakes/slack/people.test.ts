import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actions, button, callApi } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { type Fields, fieldsIn } from './fields.ts';

describe('people in the fake Slack', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack({ redelivery: { delaysMs: [] } });
  });

  afterEach(() => slack.close());

  /** Events sent to the app, as `type` or `type:subtype`. Nobody listens; that does not matter here. */
  const events = (): string[] =>
    slack.deliveries.map(({ payload }) => {
      const { type, subtype } = fieldsIn(payload.event);
      return subtype === undefined ? String(type) : `${String(type)}:${String(subtype)}`;
    });
  const lastEvent = (): Fields => fieldsIn(slack.deliveries.at(-1)?.payload.event);

  test('write text as Slack sends it: escaped, with mentions and addresses alive', async () => {
    const { message } = await slack.person('U1').say('C1', 'R&D <5% <@U2> https://e.cn/a');
    expect(message.text).toBe('R&amp;D &lt;5% <@U2> <https://e.cn/a>');
    expect(message.blocks).toMatchObject([
      {
        elements: [
          {
            elements: [
              { type: 'text', text: 'R&D <5% ' },
              { type: 'user', user_id: 'U2' },
              { type: 'text', text: ' https://e.cn/a' },
            ],
          },
        ],
      },
    ]);
  });

  test('are heard as mention and message in channels, as message alone in private', async () => {
    await slack.person('U1').mention('G1', '问');
    await slack.person('U1').direct('<@UBOT> 问');
    expect(events()).toEqual(['app_mention', 'message', 'message']);
    expect(lastEvent()).toMatchObject({ channel: 'D1', channel_type: 'im', user: 'U1' });
  });

  test('are not heard where the bot is not, and cannot write where they are not', async () => {
    expect((await slack.person('U1').mention('C9', '问')).acks).toEqual([]);
    await expect(slack.person('U2').say('G1', '问')).rejects.toThrow('not in G1');
    expect(() => slack.person('U404')).toThrow('U404');
  });

  test('are heard in threads, with whose thread it is', async () => {
    const { ts } = await slack.person('U1').say('C1', '问');
    await slack.person('U2').say('C1', '那周村呢？', { threadTs: ts });
    expect(lastEvent()).toMatchObject({ thread_ts: ts, parent_user_id: 'U1' });
  });

  test('edit, delete and react, and the app hears of it where it asked to', async () => {
    const person = slack.person('U1');
    const { message } = await person.say('C1', '问');
    await person.edit(message, '<@UBOT> 问');
    expect(events().slice(1).toSorted()).toEqual(['app_mention', 'message:message_changed']);
    expect(await person.react(message, 'eyes')).toBeUndefined();
    await person.remove(message);
    expect(lastEvent()).toMatchObject({ subtype: 'message_deleted', deleted_ts: message.ts });
    await expect(slack.person('U2').edit(message, '改')).rejects.toThrow('sees no message');
  });

  test('of other companies and robots are recognisable', async () => {
    await slack.person('UOTHER').say('C1', '问');
    expect(lastEvent()).toMatchObject({ user_team: 'T2', team: 'T2' });
    expect(slack.deliveries.at(-1)?.payload.team_id).toBe('T1');
    await slack.person('UROBOT').say('C1', '提醒');
    expect(lastEvent()).toMatchObject({ subtype: 'bot_message', bot_id: 'BUROBOT' });
  });

  test('may send events of any shape', async () => {
    await slack.person('U1').say('C1', '问', { extra: { subtype: 'file_share', files: [] } });
    expect(lastEvent()).toMatchObject({ subtype: 'file_share', files: [] });
    await slack.announce({ type: 'app_mention', text: null, channel: 7 });
    expect(lastEvent()).toEqual({ type: 'app_mention', text: null, channel: 7 });
    expect(await slack.announce({ type: 'team_join' })).toBeUndefined();
  });

  test('use only what is there to use', async () => {
    await callApi(slack, 'chat.postMessage', {
      channel: 'C1',
      text: '答',
      blocks: [
        actions(button({ value: 'p-1' }), button({ action_id: 'other' })),
        actions(button({ value: 'p-2' })),
      ],
    });
    const [message] = slack.channel('C1');
    if (!message) throw new Error('nothing was posted');
    const person = slack.person('U1');
    const clicked = async (options?: { value: string }) => {
      await person.click(message, 'source', options);
      const { actions: done } = fieldsIn(slack.deliveries.at(-1)?.payload);
      return done;
    };
    expect(await clicked()).toMatchObject([{ value: 'p-1', type: 'button' }]);
    expect(await clicked({ value: 'p-2' })).toMatchObject([{ value: 'p-2' }]);
    await expect(person.click(message, 'nothing')).rejects.toThrow('only: source, other, source');
    await callApi(slack, 'chat.delete', { channel: 'C1', ts: message.ts });
    await expect(person.click(message, 'source')).rejects.toThrow('does not see that any more');
    await expect(person.slash('/other', '问', 'C1')).rejects.toThrow('no command /other');
    await expect(person.globalShortcut('other')).rejects.toThrow('no global shortcut');
    await expect(person.runStep('other', {})).rejects.toThrow('no workflow step');
  });

  test('wait for what they want to see, and say what they saw instead', async () => {
    await slack.person('U1').say('C1', '问');
    const answered = slack.until(() => slack.channel('C1')[1]?.text, { what: 'An answer' });
    await callApi(slack, 'chat.postMessage', { channel: 'C1', text: '答' });
    expect(await answered).toBe('答');
    const never = slack.until(() => slack.channel('C1')[2], { what: 'A second', timeoutMs: 30 });
    await expect(never).rejects.toThrow(
      /A second did not happen within 30 ms[\s\S]*有据：\n {2}答/u,
    );
    const broken = slack.until(() => {
      throw new Error('a slip of the test');
    });
    await expect(broken).rejects.toThrow('a slip of the test');
  });
});
