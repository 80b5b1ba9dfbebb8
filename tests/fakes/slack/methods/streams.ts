import { type ApiMethods, required } from '../api-method.ts';
import { openChannelForApp, ownMessage } from '../channel-access.ts';
import { changedEvent, postedEvent, wireMessage } from '../echoes.ts';
import { type Fields, isFields, objectsIn, textIn } from '../fields.ts';
import { checkBlocks } from '../limits/message-limits.ts';
import { type SlackMessage, withBlockIds } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import type { SessionStatus } from '../sessions.ts';
import { grown, noteContent, type StreamState, streamedBlocks } from '../stream-growth.ts';
import { APP_ID, BOT_ID, BOT_USER, TEAM } from '../workspace.ts';
import { isAgent, type World } from '../world.ts';

/** Messages that grow while people watch. */
export function streamMethods(world: World): ApiMethods {
  const streams = new Map<string, StreamState>();
  return {
    'chat.startStream': (args) => start(world, streams, args),
    'chat.appendStream': (args) => append(world, streams, args),
    'chat.stopStream': (args) => end(world, streams, args),
  };
}

type Streams = Map<string, StreamState>;

function start(world: World, streams: Streams, args: Fields): Fields {
  const channel = openChannelForApp(world, required(args, 'channel'));
  const threadTs = textIn(args.thread_ts);
  if (threadTs === undefined || !world.messages.find(channel.id, threadTs)) {
    throw new Refusal('invalid_thread_ts');
  }
  if (channel.kind !== 'im') {
    for (const name of ['recipient_team_id', 'recipient_user_id']) {
      if (textIn(args[name]) === undefined) {
        throw new Refusal(`missing_${name}`);
      }
    }
  }
  const empty = { startedMs: world.clock(), markdown: '', tasks: {}, blocks: [] };
  const state = grown(world, 'chat.startStream', empty, args);
  const message = world.messages.post({
    channel: channel.id,
    user: BOT_USER,
    bot_id: BOT_ID,
    app_id: APP_ID,
    team: TEAM.id,
    thread_ts: threadTs,
    streaming_state: 'in_progress',
    ...shownOf(world, state),
  });
  streams.set(message.ts, state);
  setSession(world, message, 'processing');
  void world.announce(postedEvent(world, message));
  return { channel: channel.id, ts: message.ts };
}

function append(world: World, streams: Streams, args: Fields): Fields {
  const { message, state } = streamOf(world, streams, args);
  const next = grown(world, 'chat.appendStream', state, args);
  if (next === state) {
    throw new Refusal('no_text');
  }
  streams.set(message.ts, next);
  world.messages.change(message, shownOf(world, next));
  return { channel: message.channel, ts: message.ts };
}

function end(world: World, streams: Streams, args: Fields): Fields {
  const { message, state } = streamOf(world, streams, args);
  const next = grown(world, 'chat.stopStream', state, args);
  const blocks = objectsIn(args.blocks);
  if (args.blocks !== undefined) {
    checkBlocks(args.blocks);
    noteContent(world, 'chat.stopStream', { blocks });
  }
  streams.delete(message.ts);
  const after = world.messages.change(message, {
    ...shownOf(world, { ...next, blocks: [...next.blocks, ...blocks] }),
    streaming_state: 'completed',
    ...(isFields(args.metadata) ? { metadata: args.metadata } : {}),
  });
  setSession(world, after, statusOf(args));
  world.sessions.setLine(after.channel, after.thread_ts ?? after.ts, '');
  void world.announce(changedEvent(world, message, after));
  return { channel: after.channel, ts: after.ts, message: wireMessage(after) };
}

/** The stream a call means. @throws Refusal when it has ended: by itself, by a person, by time */
function streamOf(
  world: World,
  streams: Streams,
  args: Fields,
): { readonly message: SlackMessage; readonly state: StreamState } {
  const ts = required(args, 'ts');
  const message = ownMessage(world, required(args, 'channel'), ts, 'message_not_owned_by_app');
  const state = streams.get(ts);
  if (message.streaming_state === 'errored') {
    throw new Refusal('stopped_by_user');
  }
  if (!state || message.streaming_state !== 'in_progress') {
    throw new Refusal('message_not_in_streaming_state');
  }
  if (world.clock() - state.startedMs > world.streamLifetimeMs) {
    streams.delete(ts);
    world.messages.change(message, { streaming_state: 'completed' });
    setSession(world, message, 'active');
    throw new Refusal('message_not_in_streaming_state');
  }
  return { message, state };
}

const shownOf = (
  world: World,
  state: StreamState,
): { readonly text: string; readonly blocks: readonly Fields[] } => ({
  text: state.markdown,
  blocks: withBlockIds(streamedBlocks(state), () => world.mint('b')),
});

/** Streaming moves an agent's session by itself. */
function setSession(world: World, message: SlackMessage, status: SessionStatus): void {
  if (isAgent(world)) {
    world.sessions.set(message.channel, message.thread_ts ?? message.ts, status);
  }
}

function statusOf({ session_status: status = 'active' }: Fields): SessionStatus {
  const statuses: readonly SessionStatus[] = ['active', 'processing', 'suspended', 'closed'];
  const known = statuses.find((each) => each === status);
  if (!known) {
    throw new Refusal('invalid_arguments');
  }
  return known;
}
