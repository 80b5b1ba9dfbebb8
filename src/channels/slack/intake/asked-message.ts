import { z } from 'zod';
import { mentions, plainQuestion } from './plain-question.ts';
import { authorOf, conversationOf, messageKeyOf, type Question, type Surface } from './question.ts';
import { filesSchema } from './read-messages.ts';

const bodySchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
});

const writtenSchema = z.object({
  user: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  files: filesSchema,
});

/** What of an event tells whether somebody asks something. */
const saidSchema = writtenSchema.extend({
  type: z.enum(['app_mention', 'message']),
  channel: z.string(),
  channel_type: z.string().optional(),
});

const changedSchema = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel: z.string(),
  channel_type: z.string().optional(),
  message: writtenSchema.extend({ edited: z.object({ ts: z.string() }) }),
  previous_message: z.object({
    text: z.string().default(''),
    edited: z.object({ ts: z.string() }).optional(),
  }),
});

type MessageEvent = z.infer<typeof saidSchema>;

/** What a message alone does not tell. */
export interface Surroundings {
  readonly botUserId: string;
  /** With the agent experience every direct message is the root of a thread. */
  readonly isAgent: boolean;
  readonly hasFollowUps: (channelId: string) => boolean;
  readonly knowsThread: (channelId: string, threadTs: string) => boolean;
}

/** Only these subtypes are said by a person as a message of their own. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast']);

/** An edit of an older message mends a text, not a question. */
const ASKED_ANEW_WITHIN_SEC = 24 * 60 * 60;

/** The question in the body of an event; undefined where nobody asks us anything. */
export function askedMessage(body: unknown, surroundings: Surroundings): Question | undefined {
  const read = bodySchema.extend({ event: saidSchema }).safeParse(body).data;
  if (!read) return undefined;
  const surface = surfaceOf(read.event, surroundings);
  return surface && questionOf(read, read.event, surface, surroundings);
}

/** The question in the body of an event that says that its text was changed; a question of its own. */
export function editedMessage(body: unknown, surroundings: Surroundings): Question | undefined {
  const read = bodySchema.extend({ event: changedSchema }).safeParse(body).data;
  if (!read) return undefined;
  const { message, previous_message: previous, channel, channel_type } = read.event;
  const editedTs = message.edited.ts;
  const isSame =
    editedTs === previous.edited?.ts ||
    plainQuestion(message.text) === plainQuestion(previous.text);
  if (isSame || Number(editedTs) - Number(message.ts) > ASKED_ANEW_WITHIN_SEC) return undefined;
  const { botUserId } = surroundings;
  const isMentioned = channel_type !== 'im' && mentions(message.text, botUserId);
  // Whoever names us only now is heard as a mention besides.
  if (isMentioned && !mentions(previous.text, botUserId)) return undefined;
  const event: MessageEvent = {
    ...message,
    type: isMentioned ? 'app_mention' : 'message',
    channel,
    channel_type,
  };
  const surface = surfaceOf(event, surroundings);
  const question = surface && questionOf(read, event, surface, surroundings);
  return question && { ...question, messageKey: `${question.messageKey}:${editedTs}` };
}

function questionOf(
  { team_id: teamId, event_id: eventId }: z.infer<typeof bodySchema>,
  event: MessageEvent,
  surface: Surface,
  surroundings: Surroundings,
): Question {
  const { user: userId, channel: channelId, ts } = event;
  const threadTs = answerThread(event, surface, surroundings);
  return {
    key: `${teamId}:${eventId}`,
    messageKey: messageKeyOf(teamId, channelId, ts),
    surface,
    author: authorOf({ teamId, userId }),
    teamId,
    userId,
    userTeamId: event.user_team ?? event.team ?? teamId,
    channelId,
    messageTs: ts,
    threadTs,
    conversation: conversationOf(teamId, channelId, threadTs),
    text: plainQuestion(event.text),
    ...(event.files && event.files.length > 0 && { fileIds: event.files }),
  };
}

function surfaceOf(event: MessageEvent, surroundings: Surroundings): Surface | undefined {
  const { botUserId, hasFollowUps, knowsThread } = surroundings;
  const isByBot = event.bot_id !== undefined || event.user === botUserId;
  if (isByBot || !SAID.has(event.subtype)) return undefined;
  if (event.type === 'app_mention') return event.channel_type === 'im' ? undefined : 'mention';
  if (event.channel_type === 'im') return 'direct';
  // A message that names us comes as app_mention as well.
  if (event.thread_ts === undefined || mentions(event.text, botUserId)) return undefined;
  if (speaksToSomebodyElse(event.text)) return undefined;
  return hasFollowUps(event.channel) && knowsThread(event.channel, event.thread_ts)
    ? 'follow-up'
    : undefined;
}

/** A message in a thread with somebody else's name in it is not for us. */
const speaksToSomebodyElse = (text: string): boolean => /<@[^<>]+>/u.test(text);

/** Files open a thread of their own, so that what is asked elsewhere is not about them. */
function answerThread(
  { ts, thread_ts: threadTs, files = [] }: MessageEvent,
  surface: Surface,
  { isAgent }: Surroundings,
): string | null {
  const isWholeChannel = surface === 'direct' && !isAgent && files.length === 0;
  return threadTs ?? (isWholeChannel ? null : ts);
}
