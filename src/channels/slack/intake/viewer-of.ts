import type { Viewer } from '../../../app.ts';
import type { Question, Surface } from './question.ts';

/** Seen by nobody but the asker, and not to be shared from there. */
const PRIVATE: ReadonlySet<Surface> = new Set(['direct', 'global-shortcut']);

/**
 * Whose rights an answer has: what one person reads has theirs; what is read in a channel, or can be shared into it,
 * has the channel's, whoever asks.
 */
export const viewerOf = ({
  surface,
  userId,
  channelId,
}: Pick<Question, 'surface' | 'userId' | 'channelId'>): Viewer =>
  PRIVATE.has(surface) || channelId.startsWith('D') ? personAlone(userId) : channelAlone(channelId);

export const personAlone = (userId: string): Viewer => ({
  person: userId,
  groups: [],
  channel: null,
});

export const channelAlone = (channelId: string): Viewer => ({
  person: null,
  groups: [],
  channel: channelId,
});

/** Shown to one person who sees a channel. */
export const personIn = (userId: string, channelId: string | undefined): Viewer => ({
  person: userId,
  groups: [],
  channel: channelId ?? null,
});
