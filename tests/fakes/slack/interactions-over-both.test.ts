import { expect, test } from 'vitest';
import { describeOverBoth } from './both-transports.ts';
import { actions, button, plainText } from './call-api.ts';

describeOverBoth('a real Bolt app', (both) => {
  test('opens a modal from a button, and shows at the field what it refuses', async () => {
    const { slack, bolt } = both;
    bolt.app.event('app_mention', async ({ say }) => {
      await say({ text: '答', blocks: [actions(button({ value: 'p-1' })) as never] });
    });
    bolt.app.action('source', async ({ ack, body, client, payload }) => {
      await ack();
      expect(payload).toMatchObject({ type: 'button', value: 'p-1', action_id: 'source' });
      await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view });
    });
    bolt.app.view('why', async ({ ack, view: sent }) => {
      const reason = sent.state.values.reason?.text?.value ?? '';
      if (reason.length < 3) {
        await ack({ response_action: 'errors', errors: { reason: '请写得具体些' } });
      } else {
        await ack();
      }
    });
    const person = slack.person('U1');
    await person.mention('C1', '问');
    const answer = await slack.until(() => slack.channel('C1').find((m) => m.user === 'UBOT'));
    await person.click(answer, 'source');
    const modal = await slack.until(() => slack.modal('U1'));
    const refused = await person.submit(modal, { text: '错' });
    expect(refused.payload).toMatchObject({ response_action: 'errors' });
    expect(slack.modal('U1')?.errors).toEqual({ reason: '请写得具体些' });
    await person.submit(modal, { reason: '数字不对' });
    expect(slack.modal('U1')).toBeUndefined();
  });

  test('answers a message shortcut to the person alone', async () => {
    const { slack, bolt } = both;
    bolt.app.shortcut('ask_message', async ({ ack, shortcut, client }) => {
      await ack();
      if (shortcut.type !== 'message_action') return;
      const { channel, user, message } = shortcut;
      const text = `答：${message.text}`;
      await client.chat.postEphemeral({ channel: channel.id, user: user.id, text });
    });
    const { message } = await slack.person('U2').say('C1', '城镇化率75%？');
    await slack.person('U1').messageShortcut('ask_message', message);
    const answer = await slack.until(() => slack.ephemerals('U1')[0]);
    expect(answer).toMatchObject({ text: '答：城镇化率75%？', channel: 'C1' });
    expect(slack.channel('C1')).toHaveLength(1);
  });

  test('fills a menu from outside', async () => {
    const { slack, bolt } = both;
    const select = { type: 'external_select', action_id: 'document' };
    const block = { type: 'section', text: plainText('文件'), accessory: select };
    await bolt.app.client.views.publish({
      user_id: 'U1',
      view: { type: 'home', blocks: [block as never] },
    });
    bolt.app.options('document', async ({ ack, options }) => {
      const text = { type: 'plain_text', text: `含“${options.value}”的文件` } as const;
      await ack({ options: [{ text, value: 'zichuan-14fyp' }] });
    });
    const home = await slack.until(() => slack.home('U1'));
    const { payload } = await slack.person('U1').suggest(home, 'document', '淄川');
    expect(payload).toMatchObject({ options: [{ value: 'zichuan-14fyp' }] });
  });

  test('publishes a home and suggests prompts when it is opened', async () => {
    const { slack, bolt } = both;
    bolt.app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab === 'home') {
        const blocks = [{ type: 'divider' } as const];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      } else {
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: event.channel,
          prompts: [{ title: '比一比', message: '两区比一比' }],
        } as never);
      }
    });
    await slack.person('U1').openHome('home');
    await slack.person('U2').openHome('messages');
    await slack.until(() => slack.home('U1'));
    const prompts = await slack.until(() => {
      const shown = slack.world.sessions.prompts('D2');
      return shown.length > 0 && shown;
    });
    expect(prompts).toEqual([{ title: '比一比', message: '两区比一比' }]);
  });

  test('shows a preview of its own address, in a message and before it is sent', async () => {
    const { slack, bolt } = both;
    bolt.app.event('link_shared', async ({ event, client }) => {
      const unfurls = Object.fromEntries(
        event.links.map(({ url }) => [url, { blocks: [{ type: 'divider' } as const] }]),
      );
      await client.chat.unfurl({
        unfurl_id: event.unfurl_id ?? '',
        source: event.source === 'composer' ? 'composer' : 'conversations_history',
        unfurls,
      });
    });
    const person = slack.person('U1');
    const url = 'https://youju.example.com/documents/zichuan-14fyp#p-1';
    const { said } = await person.shareLink('C1', url);
    await slack.until(() => slack.thread('C1', said?.ts ?? '')[0]?.unfurls?.[url]);
    const { unfurlId = '' } = await person.shareLink('C1', url, 'composer');
    await slack.until(() => slack.world.previews.shown(unfurlId)[url]);
    const stranger = await person.shareLink('C1', 'https://example.org/');
    expect(stranger).toMatchObject({ unfurlId: undefined, ack: undefined });
    expect(slack.violations).toEqual([]);
  });
});

const text = (shown: string) => ({ type: 'plain_text' as const, text: shown });

const view = {
  type: 'modal' as const,
  callback_id: 'why',
  title: text('哪里不对'),
  submit: text('发送'),
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: text('原因'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};
