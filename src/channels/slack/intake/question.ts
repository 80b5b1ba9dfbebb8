import type { AcceptedQuestion } from '../../../app.ts';

/** The ways to ask in Slack. */
export const SURFACES = [
  'mention',
  'direct',
  'follow-up',
  'command',
  'message-shortcut',
  'global-shortcut',
  'step',
] as const;
export type Surface = (typeof SURFACES)[number];

/** A question as it came in, with its text, which is kept nowhere. */
export interface Question extends AcceptedQuestion {
  readonly surface: Surface;
  readonly userId: string;
  /** Workspace of the asker, which in a shared channel is another than the channel's. */
  readonly userTeamId: string;
  /** Ids of files that came with it, which it is about. */
  readonly fileIds?: readonly string[];
  /** As a person reads it, see `plainQuestion`. */
  readonly text: string;
}

export interface Asker {
  readonly teamId: string;
  readonly userId: string;
}

/** Names a person among those of all channels. */
export const authorOf = ({ teamId, userId }: Asker): string => `slack:${teamId}:${userId}`;

/** Names the conversation of a thread, or of a whole direct-message channel where it is not threaded. */
export const conversationOf = (
  teamId: string,
  channelId: string,
  threadTs: string | null,
): string => ['slack', teamId, channelId, ...(threadTs === null ? [] : [threadTs])].join(':');

/** Names a message among those of all workspaces. */
export const messageKeyOf = (teamId: string, channelId: string, messageTs: string): string =>
  [teamId, channelId, messageTs].join(':');
