import { z } from 'zod';
import { type ApiMethods, required } from '../api-method.ts';
import { channelForApp, ownMessage } from '../channel-access.ts';
import { changedEvent, postedEvent, wireMessage } from '../echoes.ts';
import { type Fields, isFields, objectsIn, textIn } from '../fields.ts';
import { taskStatus } from '../limits/blocks.ts';
import { checkBlocks, checkMessage } from '../limits/message-limits.ts';
import { notesOn } from '../limits/mrkdwn-safety.ts';
import { url } from '../limits/text-objects.ts';
import { type SlackMessage, withBlockIds } from '../messages.ts';
import { Refusal, refusalWithMessages } from '../refusal.ts';
import type { SessionStatus } from '../sessions.ts';
import { type StreamState, streamedBlocks } from '../stream-state.ts';
import { APP_ID, BOT_ID, BOT_USER, TEAM } from '../workspace.ts';
import { isAgent, type World } from '../world.ts';

const MAX_CHUNK_TEXT = 256;
const MAX_CHUNK_BLOCKS = 50;

const short = z.string().min(1).max(MAX_CHUNK_TEXT);
const source = z.strictObject({ type: z.literal('url'), url, text: z.string().min(1) });

const chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string().max(12_000) }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: short,
    status: taskStatus,
    details: z.string().max(MAX_CHUNK_TEXT).optional(),
    output: z.string().max(MAX_CHUNK_TEXT).optional(),
    sources: z.array(source).optional(),
    hide_title: z.boolean().optional(),
    icon: z.unknown().optional(),
  }),
  z.strictObject({ type: z.literal('plan_update'), title: short }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()) }),
]);

type Chunk = z.infer<typeof chunk>;

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
  const channel = channelForApp(world, required(args, 'channel'));
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

/** The stream with what a call adds; the same object when it adds nothing. */
function grown(world: World, where: string, state: StreamState, args: Fields): StreamState {
  const markdown = textIn(args.markdown_text);
  const { chunks } = args;
  if (markdown !== undefined && chunks !== undefined) {
    throw new Refusal('cannot_provide_both_markdown_text_and_chunks');
  }
  if (markdown === undefined && chunks === undefined) {
    return state;
  }
  const mode = markdown === undefined ? 'chunks' : 'text';
  if (state.mode !== undefined && state.mode !== mode) {
    throw new Refusal('streaming_mode_mismatch');
  }
  if (markdown !== undefined) {
    checkMessage({ markdown_text: markdown }, world.allowsMention);
    noteContent(world, where, { type: 'markdown', text: markdown });
    return { ...state, mode, markdown: state.markdown + markdown };
  }
  const known = readChunks(world, where, chunks);
  return { ...known.reduce((so, each) => withChunk(world, where, so, each), state), mode };
}

function readChunks(world: World, where: string, chunks: unknown): Chunk[] {
  const { data, error } = z.array(chunk).safeParse(chunks);
  if (error) {
    throw refusalWithMessages(
      'invalid_chunks',
      error.issues.map(
        ({ message, path }) => `[ERROR] ${message} [json-pointer:/chunks/${path.join('/')}]`,
      ),
    );
  }
  for (const each of data) {
    noteContent(world, where, { ...each, type: 'markdown' });
  }
  return data;
}

function withChunk(world: World, where: string, state: StreamState, each: Chunk): StreamState {
  switch (each.type) {
    case 'markdown_text':
      return { ...state, markdown: state.markdown + each.text };
    case 'plan_update':
      return { ...state, planTitle: each.title };
    case 'task_update':
      return { ...state, tasks: { ...state.tasks, [each.id]: taskOf(state.tasks[each.id], each) } };
    case 'blocks': {
      checkBlocks(each.blocks.slice(0, MAX_CHUNK_BLOCKS));
      const blocks = [...state.blocks, ...objectsIn(each.blocks)];
      if (blocks.length > MAX_CHUNK_BLOCKS) {
        const details = [`${blocks.length} blocks in chunks`];
        world.violations.push({ code: 'blocks_dropped', where, details, args: {} });
      }
      return { ...state, blocks: blocks.slice(0, MAX_CHUNK_BLOCKS) };
    }
  }
}

/** Details and output grow, the rest is replaced. */
function taskOf(known: Fields = {}, update: Extract<Chunk, { type: 'task_update' }>): Fields {
  const { id, details, output, type: _, ...rest } = update;
  const join = (name: string, text: string | undefined): Fields =>
    text === undefined ? {} : { [name]: `${textIn(known[name]) ?? ''}${text}` };
  return {
    ...known,
    ...rest,
    type: 'task_card',
    task_id: id,
    ...join('details', details),
    ...join('output', output),
  };
}

function noteContent(world: World, where: string, content: Fields): void {
  for (const { code, details } of notesOn(undefined, content, world.allowsMention)) {
    world.violations.push({ code, where, details, args: content });
  }
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
