import { randomUUID } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import { answerIdOf } from '../../../feedback.ts';
import type { Logger } from '../../../log.ts';
import type { Question } from '../intake/question.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { failureDetails } from './failure-reason.ts';
import { findReply, metadataOf } from './find-reply.ts';
import type { Outbox } from './outbox.ts';

export interface TellingOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly log: Logger;
}

/** Where somebody did what they are told of. */
export type TellingPlace = Pick<Question, 'channelId' | 'userId' | 'threadTs' | 'surface'>;

/** For one person alone: where they are, or else in our direct messages. */
export async function tellPrivately(
  options: TellingOptions,
  place: TellingPlace,
  message: SlackMessage,
): Promise<void> {
  const { surface, channelId, threadTs, userId } = place;
  if (surface === 'direct') return tellDirectly(options, { channelId, threadTs }, message);
  if (surface !== 'global-shortcut' && (await tellInChannel(options, place, message))) return;
  const direct = await directChannel(options, userId);
  await tellDirectly(options, { channelId: direct, threadTs: null }, message);
}

/** Where our direct messages with somebody are. */
export async function directChannel(
  { client, outbox }: Pick<TellingOptions, 'client' | 'outbox'>,
  userId: string,
): Promise<string> {
  const { channel } = await outbox.send('conversations.open', () =>
    client.conversations.open({ users: userId }),
  );
  return channel?.id ?? userId;
}

/**
 * Never rejects: false where it may not have been seen. Nobody can look whether it was, so it is not tried again
 * there.
 */
export async function tellInChannel(
  { client, outbox, log }: TellingOptions,
  { channelId, userId, threadTs }: TellingPlace,
  message: SlackMessage,
): Promise<boolean> {
  try {
    await outbox.send(
      'chat.postEphemeral',
      () =>
        client.chat.postEphemeral({
          channel: channelId,
          user: userId,
          ...inThread(threadTs),
          ...contentOf(message),
        }),
      { isOnce: true },
    );
    return true;
  } catch (error) {
    log.info(failureDetails(error), 'no ephemeral message there');
    return false;
  }
}

const tellDirectly = (
  options: TellingOptions,
  place: MarkedPlace,
  message: SlackMessage,
): Promise<void> => postMarked(options, place, message, answerIdOf(randomUUID()));

type MarkedPlace = Pick<Question, 'channelId' | 'threadTs'>;

/** Posts a message under a name of its own, once however often it must be tried. */
export async function postMarked(
  { client, outbox }: Pick<TellingOptions, 'client' | 'outbox'>,
  { channelId, threadTs }: MarkedPlace,
  message: SlackMessage,
  answerId: string,
): Promise<void> {
  const place = { channelId, threadTs, messageTs: null };
  const look = () => findReply(client, place, { answerId, part: 1 });
  await outbox.send<unknown>(
    'chat.postMessage',
    () =>
      client.chat.postMessage({
        channel: channelId,
        ...inThread(threadTs),
        ...contentOf(message),
        metadata: metadataOf({ answerId, part: 1, isFinal: true }),
      }),
    { channelId, find: () => outbox.send('conversations.replies', look) },
  );
}

const inThread = (threadTs: string | null) => (threadTs === null ? {} : { thread_ts: threadTs });

const contentOf = ({ text, blocks }: SlackMessage) => ({ text, blocks: [...blocks] });
