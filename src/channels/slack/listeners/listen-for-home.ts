import type { BlockAction, App as BoltApp } from '@slack/bolt';
import { unansweredLines, wrongLines } from '../../report-words.ts';
import type { Desk } from '../answering/desk.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { authorOf } from '../intake/question.ts';
import { personAlone } from '../intake/viewer-of.ts';
import { chosenChannel, endFollowUps, startFollowUps } from '../render/actions.ts';
import { type HomeAdmin, MAX_COMMENTS } from '../render/home-admin.ts';
import type { HomeReport } from '../render/home-report.ts';
import { homeView } from '../render/home-view.ts';
import { knownDocument } from '../render/known-document.ts';
import { askerIn, writtenValue } from './pressed.ts';
import { suggestedPrompts } from './suggested-prompts.ts';

/** App Home: what is known and how to ask, and for admins the switches of channels. */
export function listenForHome(bolt: BoltApp, desk: Desk): void {
  const { app, client, identity, outbox } = desk.options;
  const publish = (userId: string, teamId: string): Promise<void> =>
    publishHome(desk, userId, teamId);
  /** Everybody's home has the switches only if they are an admin, but a press can be forged from an older home. */
  const setFollowUps = async (body: BlockAction, channelId: string, areOn: boolean) => {
    const { userId, teamId } = askerIn(body);
    if (await isAdmin(desk, userId, teamId)) app.settings.setFollowUps(channelId, areOn);
    await publish(userId, teamId);
  };

  bolt.event('app_home_opened', async ({ event, context }) => {
    if (event.tab === 'home') await publish(event.user, context.teamId ?? identity.teamId);
    else if (identity.isAgent)
      await outbox.send('assistant.threads.setSuggestedPrompts', () =>
        client.assistant.threads.setSuggestedPrompts({
          channel_id: event.channel,
          prompts: suggestedPrompts(app.seenBy(personAlone(event.user))),
        }),
      );
  });
  bolt.action<BlockAction>(startFollowUps.pattern, async ({ ack, body, action }) => {
    await ack();
    await setFollowUps(body, chosenChannel(action), true);
  });
  bolt.action<BlockAction>(endFollowUps.pattern, async ({ ack, body, action }) => {
    await ack();
    await setFollowUps(body, endFollowUps.read(writtenValue(action)).channelId, false);
  });
}

/** Shows somebody their home as it is now. */
export async function publishHome(desk: Desk, userId: string, teamId: string): Promise<void> {
  const { client, outbox } = desk.options;
  const view = await homeOf(desk, userId, teamId);
  await outbox.send('views.publish', () => client.views.publish({ user_id: userId, view }));
}

async function homeOf(desk: Desk, userId: string, teamId: string) {
  const { app, config } = desk.options;
  const admin: HomeAdmin | null = (await isAdmin(desk, userId, teamId))
    ? {
        feedback: app.feedback.count(),
        comments: config.slack.admins.includes(userId) ? app.feedback.comments(MAX_COMMENTS) : [],
        followUpChannels: app.settings.channelsWithFollowUps(),
      }
    : null;
  const seen = app.seenBy(personAlone(userId));
  return homeView({
    documents: seen.documents().map(({ id }) => knownDocument(seen.document(id))),
    builtAt: app.builtAt(),
    publicUrl: config.hasPublicUrl ? config.publicUrl : null,
    subscriptions: app.subscriptions.of(authorOf({ teamId, userId })),
    admin,
    report: config.web.editors.includes(userId) ? reportFor(desk) : null,
  });
}

const REPORT_DAYS = 30;

/** Editors are told of all documents: they look after them. */
function reportFor({ options: { app, config } }: Desk): HomeReport {
  const report = app.report(REPORT_DAYS);
  const documents = app.documents();
  return {
    days: REPORT_DAYS,
    asked: report.asked,
    unanswered: unansweredLines(report, documents),
    wrong: wrongLines(report, documents),
    url: config.hasPublicUrl ? `${config.publicUrl}/edit/answers` : null,
  };
}

/** Those named in our configuration, and the workspace's own. */
async function isAdmin(desk: Desk, userId: string, teamId: string): Promise<boolean> {
  const { config, directory, log } = desk.options;
  if (config.slack.admins.includes(userId)) return true;
  try {
    return (await directory.person(userId, teamId)).isAdmin;
  } catch (error) {
    log.warn(failureDetails(error), 'a person could not be looked up');
    return false;
  }
}
