import type { App as BoltApp } from '@slack/bolt';
import { z } from 'zod';
import { AgentSession } from '../answering/agent-session.ts';
import type { Desk } from '../answering/desk.ts';

const stoppedSchema = z.object({ channel: z.string(), user: z.string(), thread_ts: z.string() });

/** The stop button of an agent conversation. The other events of the experience need no answer. */
export function listenForAgentEvents(bolt: BoltApp, desk: Desk): void {
  const { answering, log } = desk.options;
  bolt.event('agent_session_stopped', async ({ event }) => {
    const { channel, user, thread_ts: threadTs } = stoppedSchema.parse(event);
    const count = answering.running.endThread(channel, threadTs, 'stopped');
    log.info({ count }, 'stopped by its asker');
    // Not every question sets the state itself when it ends, and doing it twice does no harm.
    await new AgentSession(desk.options, { channelId: channel, threadTs, userId: user }).end();
  });
}
