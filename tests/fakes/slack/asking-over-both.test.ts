import { expect, test } from 'vitest';
import { describeOverBoth } from './both-transports.ts';
import { startFakeSlack } from './fake-slack.ts';
import { createMinimalApp } from './minimal-app.ts';

describeOverBoth('a real Bolt app', (both) => {
  test('starts with no more calls than it needs', () => {
    const { slack, transport } = both;
    const opening = transport === 'socket' ? ['apps.connections.open'] : [];
    expect(slack.calls().map(({ method }) => method)).toEqual(['auth.test', ...opening]);
    expect(slack.calls('auth.test')[0]?.bearer).toBe(slack.botToken);
    expect(slack.calls('auth.test')[0]?.userAgent).toContain('@slack:bolt/5.1.0');
  });

  test('gets a mention twice, as mention and as message, and answers in the thread', async () => {
    const { slack, bolt } = both;
    const messages: string[] = [];
    bolt.app.message(async ({ event }) => {
      messages.push(event.ts);
    });
    bolt.app.event('app_mention', async ({ event, say, context }) => {
      expect(context).toMatchObject({ teamId: 'T1', userId: 'U1', botUserId: 'UBOT' });
      await say({ text: '75%', thread_ts: event.ts, unfurl_links: false, unfurl_media: false });
    });
    const said = await slack.person('U1').mention('C1', '城镇化率目标 < 80% 吗？');
    const answer = await slack.until(() => slack.thread('C1', said.ts)[1]);
    expect(answer).toMatchObject({ text: '75%', user: 'UBOT', thread_ts: said.ts });
    expect(messages).toContain(said.ts);
    expect(said.message.text).toBe('<@UBOT> 城镇化率目标 &lt; 80% 吗？');
    expect(new Set(said.eventIds).size).toBe(2);
    expect(said.acks.every(({ acknowledged, attempts }) => acknowledged && attempts === 1)).toBe(
      true,
    );
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      team_id: 'T1',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  test('never hears itself, but hears that its message changed', async () => {
    const { slack, bolt } = both;
    const heard: (string | undefined)[] = [];
    bolt.app.message(async ({ event, client }) => {
      heard.push(event.subtype);
      if (event.subtype === undefined) {
        const { ts = '' } = await client.chat.postMessage({ channel: event.channel, text: '在查' });
        await client.chat.update({ channel: event.channel, ts, text: '75%', parse: 'none' });
      }
    });
    const { channel } = await slack.person('U1').direct('城镇化率目标是多少？');
    await slack.until(() => heard.includes('message_changed'));
    expect(heard).toEqual([undefined, 'message_changed']);
    expect(slack.channel(channel).map(({ text }) => text)).toEqual(['城镇化率目标是多少？', '75%']);
  });

  test('streams into a direct message with a plan, and ends with feedback buttons', async () => {
    const { slack, bolt } = both;
    bolt.app.message(async ({ event, sayStream, setStatus }) => {
      if (event.subtype !== undefined) return;
      await setStatus({ status: '在查…', loading_messages: ['翻第一章', '翻第二章'] });
      expect(slack.statusLine(event.channel, event.ts)).toBe('在查…');
      const stream = sayStream({ task_display_mode: 'plan' });
      const task = {
        type: 'task_update',
        id: 't1',
        title: '查指标表',
        status: 'complete',
      } as const;
      await stream.append({ chunks: [task] });
      await stream.append({ markdown_text: '2025年目标75%。'.repeat(40) });
      await stream.stop({
        blocks: [
          {
            type: 'context_actions',
            elements: [
              {
                type: 'feedback_buttons',
                action_id: 'feedback',
                positive_button: { text: { type: 'plain_text', text: '有用' }, value: 'up' },
                negative_button: { text: { type: 'plain_text', text: '没用' }, value: 'down' },
              },
            ],
          },
        ],
      });
    });
    const { channel, ts } = await slack.person('U1').direct('城镇化率目标是多少？');
    const answer = await slack.until(() =>
      slack.thread(channel, ts).find(({ streaming_state: state }) => state === 'completed'),
    );
    expect(answer.text).toBe('2025年目标75%。'.repeat(40));
    expect(answer.blocks?.map(({ type }) => type)).toEqual([
      'task_card',
      'markdown',
      'context_actions',
    ]);
    expect(slack.statusLine(channel, ts)).toBeUndefined();
    expect(slack.session(channel, ts)?.status).toBe('active');
    expect(slack.violations).toEqual([]);
  });

  test('answers a slash command in the ack, then at the response_url', async () => {
    const { slack, bolt } = both;
    bolt.app.command('/plan', async ({ ack, respond, command }) => {
      await ack(`在查：${command.text}`);
      await respond({ text: '75%', replace_original: true });
      await respond({ text: '分享', response_type: 'in_channel' });
    });
    await slack.person('U1').slash('/plan', '目标 & 现状', 'C1');
    await slack.until(() => slack.channel('C1').length > 0);
    expect(slack.calls('response_url').map(({ answer }) => answer)).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(slack.ephemerals('U1').map(({ text }) => text)).toEqual([
      '在查：目标 &amp; 现状',
      '75%',
    ]);
    expect(slack.ephemerals('U2')).toEqual([]);
    expect(slack.channel('C1').map(({ text }) => text)).toEqual(['分享']);
  });

  test('shows Slack’s own line when a command is not acknowledged', async () => {
    const { transport } = both;
    const slow = await startFakeSlack({ transport, redelivery: { ackTimeoutMs: 80 } });
    const deaf = createMinimalApp(slow, transport);
    deaf.app.command('/plan', async () => Promise.resolve());
    await deaf.start();
    const ack = await slow.person('U1').slash('/plan', '问', 'C1');
    expect(ack).toMatchObject({ acknowledged: false, attempts: 1 });
    expect(slow.ephemerals('U1')[0]?.text).toContain('operation_timeout');
    await deaf.stop();
    await slow.close();
  });
});
