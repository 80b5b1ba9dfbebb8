import { z } from 'zod';
import { type ApiMethods, required } from '../api-method.ts';
import { channelForApp } from '../channel-access.ts';
import { type Fields, textIn } from '../fields.ts';
import { Refusal, refusalWithMessages } from '../refusal.ts';
import { isAgent, isSubscribed, type World } from '../world.ts';

const MAX_TITLE = 200;
const status = z.enum(['active', 'processing', 'suspended', 'closed']);
const loadingMessages = z.array(z.string().max(50)).max(10).optional();
const prompts = z
  .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

/** Sessions of agents, and the older methods that do about the same. */
export const agentMethods = (world: World): ApiMethods => ({
  'agents.sessions.setStatus': (args) => {
    const { channel, threadTs } = threadOf(world, args);
    const wanted = parsed(status, args.status, 'status');
    const title = textIn(args.title);
    refuseLong(title);
    const session = world.sessions.set(channel, threadTs, wanted, title);
    return {
      status: session.status,
      agent_status: session.status,
      ...(session.title === undefined ? {} : { title: session.title }),
      ...(isSubscribed(world, 'agent_session_stopped')
        ? {}
        : { warning: 'missing_agent_session_stopped_event_subscription' }),
    };
  },
  'agents.sessions.rename': (args) => {
    const { channel, threadTs } = threadOf(world, args);
    const title = required(args, 'title');
    refuseLong(title);
    const session = world.sessions.find(channel, threadTs);
    if (!session) {
      throw new Refusal('session_not_found');
    }
    world.sessions.rename(session, title);
    return { title };
  },
  'assistant.threads.setStatus': (args) => {
    const { channel, threadTs } = existingThread(world, args);
    const line = textIn(args.status) ?? '';
    parsed(loadingMessages, args.loading_messages, 'loading_messages');
    noteStatusWhileStreaming(world, channel, threadTs, line, args);
    world.sessions.setLine(channel, threadTs, line);
    if (isAgent(world)) {
      world.sessions.set(channel, threadTs, line === '' ? 'active' : 'processing');
    }
    return {};
  },
  'assistant.threads.setTitle': (args) => {
    const { channel, threadTs } = existingThread(world, args);
    const title = required(args, 'title');
    const session =
      world.sessions.find(channel, threadTs) ??
      world.sessions.set(channel, threadTs, 'active', title);
    world.sessions.rename(session, title);
    return {};
  },
  'assistant.threads.setSuggestedPrompts': (args) => {
    const channel = channelForApp(world, required(args, 'channel_id'));
    const given = parsed(prompts, args.prompts, 'prompts');
    if (isAgent(world) && args.thread_ts !== undefined) {
      world.violations.push({
        code: 'prompts_not_shown',
        where: 'assistant.threads.setSuggestedPrompts',
        details: ['an agent leaves out thread_ts, or nothing is shown'],
        args,
      });
      return {};
    }
    world.sessions.setPrompts(channel.id, given);
    return {};
  },
});

function parsed<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const { data, error } = schema.safeParse(value);
  if (error) {
    const lines = error.issues.map(
      ({ message, path }) => `[ERROR] ${message} [json-pointer:/${[name, ...path].join('/')}]`,
    );
    throw refusalWithMessages('invalid_arguments', lines);
  }
  return data as T;
}

function existingThread(
  world: World,
  args: Fields,
): { readonly channel: string; readonly threadTs: string } {
  const channel = channelForApp(world, required(args, 'channel_id')).id;
  const threadTs = required(args, 'thread_ts');
  if (!world.messages.find(channel, threadTs)) {
    throw new Refusal('invalid_thread_ts');
  }
  return { channel, threadTs };
}

/** Only agents have sessions. */
function threadOf(world: World, args: Fields): ReturnType<typeof existingThread> {
  if (!isAgent(world)) {
    throw new Refusal('access_denied');
  }
  return existingThread(world, args);
}

function refuseLong(title: string | undefined): void {
  if (title !== undefined && title.length > MAX_TITLE) {
    throw refusalWithMessages('invalid_arguments', [
      `[ERROR] must be no more than ${MAX_TITLE} characters [json-pointer:/title]`,
    ]);
  }
}

/** A status set again while a stream runs hides the stream until it stops. */
function noteStatusWhileStreaming(
  world: World,
  channel: string,
  threadTs: string,
  line: string,
  args: Fields,
): void {
  const isStreaming = world.messages
    .inThread(channel, threadTs)
    .some(({ streaming_state: state }) => state === 'in_progress');
  if (isStreaming && line !== '') {
    world.violations.push({
      code: 'status_while_streaming',
      where: 'assistant.threads.setStatus',
      details: ['people do not see the stream while a status is set'],
      args,
    });
  }
}
