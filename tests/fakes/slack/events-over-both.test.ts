import { expect, test } from 'vitest';
import { describeOverBoth } from './both-transports.ts';

describeOverBoth('a real Bolt app', (both) => {
  test('ends a workflow step with the step’s own token', async () => {
    const { slack, bolt } = both;
    bolt.app.function('ask_step', async ({ inputs, complete }) => {
      await complete({ outputs: { answer: `答：${String(inputs.question)}`, found: true } });
    });
    const { id } = await slack.person('U1').runStep('ask_step', { question: '问' });
    const { outputs } = await slack.until(() => slack.step(id)?.outputs && slack.step(id));
    expect(outputs).toEqual({ answer: '答：问', found: true });
    expect(slack.calls('functions.completeSuccess')[0]?.bearer).toBe(slack.step(id)?.token);
  });

  test('is told to stop, and sets the session free', async () => {
    const { slack, bolt } = both;
    bolt.app.event('agent_session_stopped', async ({ event, client }) => {
      expect(event.streaming_message_ts).toEqual([]);
      const { channel, thread_ts } = event;
      await client.agents.sessions.setStatus({ channel_id: channel, thread_ts, status: 'active' });
    });
    const person = slack.person('U1');
    const { channel, ts } = await person.direct('问');
    await bolt.app.client.agents.sessions.setStatus({
      channel_id: channel,
      thread_ts: ts,
      status: 'processing',
      title: '城镇化率',
    });
    await person.stop(channel, ts);
    await slack.until(() => slack.session(channel, ts)?.status === 'active');
    expect(slack.session(channel, ts)).toMatchObject({
      title: '城镇化率',
      history: ['processing', 'active'],
    });
  });

  test('sees the flags of a delivery that is repeated', async () => {
    const { slack, bolt, transport } = both;
    const seen: unknown[] = [];
    bolt.app.event('app_mention', async ({ context, body }) => {
      seen.push([body.event_id, context.retryNum, context.retryReason]);
    });
    const said = await slack.person('U1').mention('C1', '问');
    const [eventId = ''] = said.eventIds;
    const ack = await slack.redeliver(eventId);
    await slack.until(() => seen.length === 2);
    expect(ack.attempts).toBe(2);
    const first = transport === 'http' ? [undefined, undefined] : [0, ''];
    expect(seen).toEqual([
      [eventId, ...first],
      [eventId, 1, 'http_timeout'],
    ]);
  });

  test('is told when it is uninstalled, and its token is worth nothing then', async () => {
    const { slack, bolt } = both;
    const heard: string[] = [];
    bolt.app.event('app_uninstalled', async () => void heard.push('app_uninstalled'));
    bolt.app.event('tokens_revoked', async () => void heard.push('tokens_revoked'));
    await slack.uninstall();
    await slack.until(() => heard.length === 2);
    await expect(bolt.app.client.auth.test()).rejects.toThrow('account_inactive');
  });
});
