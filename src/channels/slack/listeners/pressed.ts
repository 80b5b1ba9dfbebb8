import { z } from 'zod';
import { type Asker, authorOf, conversationOf, type Question } from '../intake/question.ts';

const messagePlaceSchema = z.object({
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
});

/** Who pressed something, and under which message. */
export interface Pressed
  extends Pick<
    Question,
    'channelId' | 'userId' | 'userTeamId' | 'threadTs' | 'surface' | 'author' | 'teamId'
  > {
  readonly conversation: string;
}

/** Undefined for what is pressed outside messages, as in a modal or App Home. */
export function pressedIn(body: Press): Pressed | undefined {
  const place = messagePlaceSchema.safeParse(body).data;
  if (!place) return undefined;
  const asker = askerIn(body);
  const channelId = place.channel.id;
  const isDirect = channelId.startsWith('D');
  const { message } = place;
  // What is pressed under a message of a channel goes on in a thread of its own.
  const threadTs = message?.thread_ts ?? (isDirect ? null : (message?.ts ?? null));
  return {
    ...asker,
    userTeamId: ownTeamOf(body),
    author: authorOf(asker),
    channelId,
    threadTs,
    surface: isDirect ? 'direct' : 'mention',
    conversation: conversationOf(asker.teamId, channelId, threadTs),
  };
}

interface Press {
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly id: string; readonly team_id?: string | undefined };
}

export const askerIn = ({ team, user }: Press): Asker => ({
  teamId: team?.id ?? user.team_id ?? '',
  userId: user.id,
});

/** The workspace a person belongs to, which in a shared channel is another than where they press. */
export const ownTeamOf = ({ team, user }: Press): string => user.team_id ?? team?.id ?? '';

/** Value of a button or of feedback buttons, as Slack sends it. */
export const writtenValue = (action: object): unknown =>
  'value' in action ? action.value : undefined;
