import type { SlackMessage } from './messages.ts';
import { Refusal } from './refusal.ts';
import { BOT_USER, type Channel } from './workspace.ts';
import type { World } from './world.ts';

/** The channel the app means, by id or, for a direct message, by the person's id. @throws Refusal */
export function channelForApp(world: World, id: string): Channel {
  const { workspace } = world;
  const channel =
    workspace.channels.get(id) ??
    (workspace.members.has(id) && id !== BOT_USER ? workspace.directChannel(id) : undefined);
  const isMember = channel?.members.has(BOT_USER) ?? false;
  if (!channel || (!isMember && channel.kind !== 'public')) {
    throw new Refusal('channel_not_found');
  }
  if (!isMember) {
    throw new Refusal('not_in_channel');
  }
  if (channel.isArchived === true) {
    throw new Refusal('is_archived');
  }
  return channel;
}

/** One that lets the app write in it. @throws Refusal */
export function openChannelForApp(world: World, id: string): Channel {
  const channel = channelForApp(world, id);
  if (channel.postedInBy?.has(BOT_USER) === false) throw new Refusal('restricted_action');
  return channel;
}

/** A message that everybody in the channel sees. @throws Refusal */
export function messageForApp(world: World, channel: string, ts: string): SlackMessage {
  const message = world.messages.find(channelForApp(world, channel).id, ts);
  if (!message) {
    throw new Refusal('message_not_found');
  }
  return message;
}

/** One the app wrote itself. @throws Refusal with the given code when somebody else did */
export function ownMessage(
  world: World,
  channel: string,
  ts: string,
  codeIfNot: string,
): SlackMessage {
  const message = messageForApp(world, channel, ts);
  if (message.user !== BOT_USER) {
    throw new Refusal(codeIfNot);
  }
  return message;
}
