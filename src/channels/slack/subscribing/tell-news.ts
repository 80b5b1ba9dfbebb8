import type { App, DueNews } from '../../../app.ts';
import { answerIdOf } from '../../../feedback.ts';
import type { Desk } from '../answering/desk.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { findReply } from '../delivery/find-reply.ts';
import { directChannel, postMarked } from '../delivery/tell-privately.ts';
import { isBarred, isGone, isRefused } from '../delivery/verdict.ts';
import { channelAlone, personAlone } from '../intake/viewer-of.ts';
import { goneMessage, newsMessage } from '../render/news-message.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { type Receiver, receiverIn } from './receiver.ts';

/** Tells subscribers what is new. What cannot be told now is tried again; one that can never be told is ended. */
export async function tellNews(desk: Desk): Promise<void> {
  const { app, log } = desk.options;
  for (const due of app.subscriptions.take()) {
    try {
      await tellOne(desk, due);
    } catch (error) {
      log.error(
        { ...failureDetails(error), subscription: due.subscription.id },
        'a subscriber could not be told',
      );
      giveUpOn(app, due, error);
    }
  }
}

/** Where nobody is left to hear, or Slack will never take it. */
function giveUpOn({ subscriptions }: App, due: DueNews, error: unknown): void {
  if (!isRefused(error)) return;
  const { id, receiver } = due.subscription;
  const isForNobody = isGone(error) || isBarred(error) || /user|dm/u.test(error.data.error);
  if (isForNobody) subscriptions.end(id, receiver);
  else subscriptions.heard(due, false);
}

async function tellOne(desk: Desk, due: DueNews): Promise<void> {
  const { app, config, log } = desk.options;
  const { subscription, editions, generation } = due;
  const receiver = receiverIn(subscription.receiver);
  // What it speaks of is not open yet.
  if (app.generation() < generation) return;
  if (!(await mayHear(desk, receiver))) return;
  const seen = app.seenBy(viewerOf(receiver));
  const { news, goesOnAs, ...heard } = seen.news(subscription, editions);
  if (heard.isGone) {
    await tell(desk, receiver, due, goneMessage(subscription));
    return void app.subscriptions.end(subscription.id, subscription.receiver);
  }
  const publicUrl = config.hasPublicUrl ? config.publicUrl : null;
  if (news.length > 0) await tell(desk, receiver, due, newsMessage(subscription, news, publicUrl));
  if (goesOnAs) app.subscriptions.goesOn(subscription.id, goesOnAs);
  app.subscriptions.heard(due, news.length > 0);
  if (news.length > 0) log.info({ subscription: subscription.id }, 'a subscriber was told');
}

/** Once: whoever took it before may have been killed between telling and noting. */
async function tell(
  { options }: Desk,
  receiver: Receiver,
  { messageName, isInDoubt, takenMs }: DueNews,
  message: SlackMessage,
): Promise<void> {
  const { client, outbox } = options;
  const channelId = receiver.isPerson ? await directChannel(options, receiver.id) : receiver.id;
  const answerId = answerIdOf(messageName);
  const place = { channelId, threadTs: null, messageTs: slackTime(takenMs - CLOCKS_APART_MS) };
  const look = () => findReply(client, place, { answerId, part: 1 });
  if (isInDoubt && (await outbox.send('conversations.history', look)) !== undefined) return;
  await postMarked(options, { channelId, threadTs: null }, message, answerId);
}

/** Slack's clock is not ours. */
const CLOCKS_APART_MS = 5 * 60_000;

const slackTime = (ms: number): string => (ms / 1_000).toFixed(6);

const viewerOf = ({ id, isPerson }: Receiver) => (isPerson ? personAlone(id) : channelAlone(id));

/** Whoever may not ask is not told either. */
async function mayHear(desk: Desk, { teamId, id, isPerson }: Receiver): Promise<boolean> {
  const { channels } = desk.options.config.slack;
  if (!isPerson) return channels.length === 0 || channels.includes(id);
  const deed = {
    userId: id,
    userTeamId: teamId,
    channelId: id,
    surface: 'global-shortcut',
  } as const;
  return (await desk.denialOf(deed)) === undefined;
}
