import type { Ack } from '../deliveries.ts';
import { type Fields, present } from '../fields.ts';
import type { Session } from '../sessions.ts';
import { viewOutput } from '../views.ts';
import { isAgent, isSubscribed, type World } from '../world.ts';

/** Opens the home or the messages of the app. */
export async function openHome(
  world: World,
  user: string,
  tab: 'home' | 'messages',
  context: Fields = {},
): Promise<Ack | undefined> {
  const home = tab === 'home' ? world.views.home(user) : undefined;
  return await world.announce(
    present({
      type: 'app_home_opened',
      user,
      channel: world.workspace.directChannel(user).id,
      tab,
      view: home && viewOutput(home),
      context: isSubscribed(world, 'app_context_changed') ? context : undefined,
      event_ts: world.nextTs(),
    }),
  );
}

/** Presses stop: Slack ends the streams of the thread itself. @throws when there is no stop button */
export async function stop(
  world: World,
  user: string,
  channel: string,
  threadTs: string,
): Promise<Ack | undefined> {
  const session = sessionOf(world, channel, threadTs);
  if (session.status !== 'processing' || !isSubscribed(world, 'agent_session_stopped')) {
    throw new Error(`No stop button is shown: the session is ${session.status}`);
  }
  const streaming = world.messages
    .inThread(channel, threadTs)
    .filter(({ streaming_state: state }) => state === 'in_progress');
  for (const message of streaming) {
    world.messages.change(message, { streaming_state: 'errored' });
  }
  return await world.announce({
    type: 'agent_session_stopped',
    channel,
    user,
    thread_ts: threadTs,
    streaming_message_ts: streaming.map(({ ts }) => ts),
    event_ts: world.nextTs(),
  });
}

export async function renameSession(
  world: World,
  user: string,
  channel: string,
  threadTs: string,
  title: string,
): Promise<Ack | undefined> {
  const session = sessionOf(world, channel, threadTs);
  world.sessions.rename(session, title);
  return await world.announce(
    present({
      type: 'agent_session_title_changed',
      channel,
      user,
      team_id: world.workspace.member(user).team_id,
      thread_ts: threadTs,
      title,
      previous_title: session.title,
      event_ts: world.nextTs(),
    }),
  );
}

/** @throws when there is none: people see titles and stop buttons only of agents' sessions */
function sessionOf(world: World, channel: string, threadTs: string): Session {
  const session = world.sessions.find(channel, threadTs);
  if (!session || !isAgent(world)) {
    throw new Error(`No agent session in ${channel} ${threadTs}`);
  }
  return session;
}
