import type { App as BoltApp } from '@slack/bolt';
import { z } from 'zod';
import type { Desk } from '../answering/desk.ts';
import { askedMessage, type Surroundings } from '../intake/asked-message.ts';

/** A deleted message; what has replies leaves a tombstone in its place. */
const deletedSchema = z.union([
  z
    .object({
      subtype: z.literal('message_deleted'),
      channel: z.string(),
      deleted_ts: z.string(),
    })
    .transform(({ channel, deleted_ts: ts }) => ({ channel, ts })),
  z
    .object({
      subtype: z.literal('message_changed'),
      channel: z.string(),
      message: z.object({ subtype: z.literal('tombstone'), ts: z.string() }),
    })
    .transform(({ channel, message: { ts } }) => ({ channel, ts })),
]);

/** Mentions, direct messages and follow-ups. What was asked twice did not come this far. */
export function listenForQuestions(bolt: BoltApp, desk: Desk, surroundings: Surroundings): void {
  const ask = async (body: unknown): Promise<void> => {
    const question = askedMessage(body, surroundings);
    if (question) await desk.inHand.hold(question.key, () => desk.askInThread(question));
  };
  bolt.event('app_mention', ({ body }) => ask(body));
  bolt.event('message', async ({ body, event }) => {
    const deleted = deletedSchema.safeParse(event).data;
    if (deleted) desk.withdraw(body.team_id, deleted.channel, deleted.ts);
    else await ask(body);
  });
}
