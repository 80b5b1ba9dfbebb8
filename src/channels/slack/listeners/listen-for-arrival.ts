import type { App as BoltApp } from '@slack/bolt';
import { z } from 'zod';
import type { Viewer } from '../../../app.ts';
import type { Desk } from '../answering/desk.ts';
import { liveExamples } from '../answering/live-examples.ts';
import { authorOf } from '../intake/question.ts';
import { channelAlone, personAlone } from '../intake/viewer-of.ts';
import { greetingMessage, type Meeting } from '../render/own-words.ts';

const joinedSchema = z.object({ user: z.string(), channel: z.string() });

/** A short word, once, to whoever opens our messages for the first time and to each channel we are added to. */
export function listenForArrival(bolt: BoltApp, desk: Desk): void {
  const { identity, config, homeTeams } = desk.options;
  bolt.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'messages' || !config.slack.hasDirectMessages) return;
    const { user: userId, channel: channelId } = event;
    const deed = { userId, userTeamId: body.team_id, channelId, surface: 'direct' } as const;
    if ((await desk.denialOf(deed)) !== undefined) return;
    const name = authorOf({ teamId: body.team_id, userId });
    await greet(desk, 'direct', channelId, { name, viewer: personAlone(userId) });
  });
  bolt.event('member_joined_channel', async ({ event, body }) => {
    const { user, channel } = joinedSchema.parse(event);
    const { channels } = config.slack;
    if (user !== identity.botUserId || !(await homeTeams.has(body.team_id))) return;
    if (channels.length > 0 && !channels.includes(channel)) return;
    const name = authorOf({ teamId: body.team_id, userId: channel });
    await greet(desk, 'channel', channel, { name, viewer: channelAlone(channel) });
  });
}

async function greet(
  desk: Desk,
  meeting: Meeting,
  channelId: string,
  { name, viewer }: { readonly name: string; readonly viewer: Viewer },
): Promise<void> {
  const { app, client, outbox } = desk.options;
  if (!app.greeted.isFirst(name)) return;
  const { text, blocks } = greetingMessage(meeting, await liveExamples(app.seenBy(viewer)));
  await outbox.send(
    'chat.postMessage',
    () => client.chat.postMessage({ channel: channelId, text, blocks: [...blocks] }),
    { channelId, isOnce: true },
  );
}
