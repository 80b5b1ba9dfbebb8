import { type ApiMethods, required } from '../api-method.ts';
import { messageForApp, openChannelForApp, ownMessage } from '../channel-access.ts';
import { changedEvent, deletedEvent, postedEvent, wireMessage } from '../echoes.ts';
import { type Fields, isFields, textIn } from '../fields.ts';
import { checkedContent } from '../message-content.ts';
import { noteParsing, refuseOtherIdentity } from '../own-identity.ts';
import { Refusal } from '../refusal.ts';
import { APP_ID, BOT_ID, BOT_USER, TEAM } from '../workspace.ts';
import type { World } from '../world.ts';

const MAX_UPDATE_TEXT = 4_000;

const AUTHOR = { user: BOT_USER, bot_id: BOT_ID, app_id: APP_ID, team: TEAM.id } as const;

export const chatMethods = (world: World): ApiMethods => ({
  'chat.postMessage': (args) => postMessage(world, args),
  'chat.update': (args) => updateMessage(world, args),
  'chat.delete': (args) => deleteMessage(world, args),
  'chat.postEphemeral': (args) => postEphemeral(world, args),
  'chat.getPermalink': (args) => permalink(world, args),
});

function postMessage(world: World, args: Fields): Fields {
  const channel = openChannelForApp(world, required(args, 'channel'));
  const thread = threadOf(world, channel.id, args);
  refuseOtherIdentity(world, args);
  noteParsing(world, 'chat.postMessage', args, false);
  const content = checkedContent(world, 'chat.postMessage', args);
  const message = world.messages.post({
    channel: channel.id,
    ...AUTHOR,
    ...content,
    ...thread,
    ...metadataOf(args),
  });
  if (message.thread_ts !== undefined) {
    world.sessions.setLine(channel.id, message.thread_ts, '');
  }
  void world.announce(postedEvent(world, message));
  return { channel: channel.id, ts: message.ts, message: wireMessage(message) };
}

function updateMessage(world: World, args: Fields): Fields {
  const ts = required(args, 'ts');
  const before = ownMessage(world, required(args, 'channel'), ts, 'cant_update_message');
  if (before.streaming_state === 'in_progress') {
    throw new Refusal('streaming_state_conflict');
  }
  if ((textIn(args.text) ?? '').length > MAX_UPDATE_TEXT) {
    throw new Refusal('msg_too_long');
  }
  const content = checkedContent(world, 'chat.update', args);
  noteParsing(world, 'chat.update', args, true);
  const after = world.messages.change(before, {
    ...('text' in args ? { blocks: undefined } : {}),
    ...content,
    ...metadataOf(args),
    edited: { user: BOT_USER, ts: world.nextTs() },
  });
  void world.announce(changedEvent(world, before, after));
  return { channel: after.channel, ts, text: after.text, message: wireMessage(after) };
}

function deleteMessage(world: World, args: Fields): Fields {
  const ts = required(args, 'ts');
  const message = ownMessage(world, required(args, 'channel'), ts, 'cant_delete_message');
  world.messages.remove(message);
  void world.announce(deletedEvent(world, message));
  return { channel: message.channel, ts };
}

function postEphemeral(world: World, args: Fields): Fields {
  const channel = openChannelForApp(world, required(args, 'channel'));
  const user = required(args, 'user');
  if (!channel.members.has(user)) {
    throw new Refusal('user_not_in_channel');
  }
  const { ts } = world.messages.post({
    channel: channel.id,
    ...AUTHOR,
    ...checkedContent(world, 'chat.postEphemeral', args),
    ...threadOf(world, channel.id, args),
    visibleTo: user,
  });
  return { message_ts: ts };
}

function permalink(world: World, args: Fields): Fields {
  const { channel, ts } = messageForApp(
    world,
    required(args, 'channel'),
    required(args, 'message_ts'),
  );
  const address = `https://${TEAM.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return { channel, permalink: address };
}

/** @throws Refusal when the thread's root is not there */
function threadOf(world: World, channel: string, args: Fields): { thread_ts?: string } {
  const threadTs = textIn(args.thread_ts);
  if (threadTs === undefined) {
    return {};
  }
  const root = world.messages.find(channel, threadTs);
  if (!root) {
    throw new Refusal('thread_not_found');
  }
  return { thread_ts: root.thread_ts ?? threadTs };
}

/** @throws Refusal when it lacks a type or a payload */
function metadataOf({ metadata }: Fields): { metadata?: Fields } {
  if (metadata === undefined) {
    return {};
  }
  const isComplete =
    isFields(metadata) &&
    (isFields(metadata.entities) ||
      Array.isArray(metadata.entities) ||
      (typeof metadata.event_type === 'string' && isFields(metadata.event_payload)));
  if (!isComplete) {
    throw new Refusal('invalid_metadata_format');
  }
  return { metadata };
}
