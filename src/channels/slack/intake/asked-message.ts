import { z } from 'zod';
import { mentions, plainQuestion } from './plain-question.ts';
import { authorOf, conversationOf, messageKeyOf, type Question, type Surface } from './question.ts';

/** What of an event callback tells whether somebody asks something. */
const bodySchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    user: z.string(),
    channel: z.string(),
    ts: z.string(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    team: z.string().optional(),
    user_team: z.string().optional(),
  }),
});

type MessageEvent = z.infer<typeof bodySchema>['event'];

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

/** The question in the body of an event; undefined where nobody asks us anything. */
export function askedMessage(body: unknown, surroundings: Surroundings): Question | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id: teamId, event_id: eventId, event } = parsed.data;
  const surface = surfaceOf(event, surroundings);
  if (surface === undefined) return undefined;
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

/** A message in a thread that opens with somebody else's name is not for us. */
const speaksToSomebodyElse = (text: string): boolean => /^\s*<@[^<>]+>/u.test(text);

const answerThread = (
  { ts, thread_ts: threadTs }: MessageEvent,
  surface: Surface,
  { isAgent }: Surroundings,
): string | null => (surface === 'direct' && !isAgent ? (threadTs ?? null) : (threadTs ?? ts));
