import type { webApi } from '@slack/bolt';
import { z } from 'zod';

/** How our messages are told apart from each other, readable by every app: so nothing but a name. */
export const REPLY_EVENT = 'youju_answer';

export interface ReplyMark {
  readonly answerId: string;
  /** From 1; an answer that is too long for one message has several. */
  readonly part: number;
  readonly isFinal: boolean;
}

export const metadataOf = ({ answerId, part, isFinal }: ReplyMark) => ({
  event_type: REPLY_EVENT,
  event_payload: { answer_id: answerId, part, final: isFinal },
});

export interface FoundReply {
  readonly ts: string;
  readonly isFinal: boolean;
}

export interface ReplyPlace {
  readonly channelId: string;
  readonly threadTs: string | null;
  /** The message asked in; replies come after it. */
  readonly messageTs: string | null;
}

const messagesSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({
            event_type: z.string(),
            event_payload: z.object({
              answer_id: z.string().optional(),
              part: z.number().optional(),
              final: z.boolean().optional(),
            }),
          })
          .optional()
          // Another app's metadata has another shape.
          .catch(undefined),
        blocks: z
          .array(z.object({ type: z.string(), task_id: z.string().optional() }))
          // Nor have blocks that people wrote.
          .catch([]),
      }),
    )
    .default([]),
});

const RECENT = 100;

/** Looks for a reply that was posted though the call that posted it seemed to fail. */
export async function findReply(
  client: webApi.WebClient,
  { channelId, threadTs, messageTs }: ReplyPlace,
  { answerId, part }: Pick<ReplyMark, 'answerId' | 'part'>,
): Promise<FoundReply | undefined> {
  const recent = { channel: channelId, limit: RECENT, include_all_metadata: true };
  const after = messageTs === null ? {} : { oldest: messageTs };
  const answer =
    threadTs === null
      ? await client.conversations.history({ ...recent, ...after })
      : await client.conversations.replies({ ...recent, ...after, ts: threadTs });
  for (const { ts, metadata, blocks } of messagesSchema.parse(answer).messages) {
    const payload = metadata?.event_type === REPLY_EVENT ? metadata.event_payload : undefined;
    if (payload?.answer_id === answerId && payload.part === part)
      return { ts, isFinal: payload.final === true };
    // A stream has no metadata until it ends, but a task that bears the answer's name.
    const isItsStream = blocks.some(
      ({ type, task_id: id }) => type === 'task_card' && id === answerId,
    );
    if (part === 1 && payload === undefined && isItsStream) return { ts, isFinal: false };
  }
  return undefined;
}
