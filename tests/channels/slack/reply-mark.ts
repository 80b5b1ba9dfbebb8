import { z } from 'zod';
import { REPLY_EVENT } from '../../../src/channels/slack/delivery/find-reply.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';

const markSchema = z.object({
  event_type: z.literal(REPLY_EVENT),
  event_payload: z.object({ answer_id: z.string(), part: z.number(), final: z.boolean() }),
});

/** What tells which question a message answers; undefined for any other message. */
export const markOf = (metadata: unknown) => markSchema.safeParse(metadata).data?.event_payload;

/** The first reply that is no mere sign of an answer to come. */
export const finalReply = (
  messages: readonly SlackMessage[],
  after = '',
): SlackMessage | undefined =>
  messages.find(({ metadata, ts }) => ts > after && markOf(metadata)?.final === true);
