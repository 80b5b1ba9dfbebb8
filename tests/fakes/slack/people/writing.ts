import { randomUUID } from 'node:crypto';
import type { Ack } from '../deliveries.ts';
import { changedEvent, deletedEvent, postedEvent } from '../echoes.ts';
import { type Fields, present } from '../fields.ts';
import type { SlackMessage } from '../messages.ts';
import { BOT_USER, type Channel, isGuest, type Member, TEAM } from '../workspace.ts';
import { isAgent, type World } from '../world.ts';
import type { Said, SayOptions } from './person.ts';
import { asSent, richTextOf } from './typed-text.ts';

/** Writes in a channel. @throws when the person is not there */
export async function say(
  world: World,
  member: Member,
  channelId: string,
  text: string,
  { threadTs, extra = {} }: SayOptions = {},
): Promise<Said> {
  const { id: channel } = ownChannel(world, member, channelId);
  const message = world.messages.post({
    channel,
    team: member.team_id,
    text: asSent(text),
    blocks: [richTextOf(text)],
    client_msg_id: randomUUID(),
    user: member.id,
    ...(member.is_bot ? { bot_id: `B${member.id}`, subtype: 'bot_message' } : {}),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...extra,
  });
  return await tellApp(world, member, message, [
    ...(isMention(world, message) ? [mentionEvent(world, member, message)] : []),
    messageEvent(world, member, message),
  ]);
}

/** Edits a message of their own; the app is mentioned if it was not before. */
export async function edit(
  world: World,
  member: Member,
  message: SlackMessage,
  text: string,
): Promise<Said> {
  const before = ownMessage(world, member, message);
  const after = world.messages.change(before, {
    text: asSent(text),
    blocks: [richTextOf(text)],
    edited: { user: member.id, ts: world.nextTs() },
  });
  const isNew = isMention(world, after) && !isMention(world, before);
  return await tellApp(world, member, after, [
    changedEvent(world, before, after),
    ...(isNew ? [mentionEvent(world, member, after)] : []),
  ]);
}

/** Deletes a message of their own. One with replies leaves a tombstone in its place. */
export async function remove(world: World, member: Member, message: SlackMessage): Promise<Said> {
  const before = ownMessage(world, member, message);
  if (world.messages.inThread(before.channel, before.ts).length > 1) {
    const after = world.messages.change(before, {
      subtype: 'tombstone',
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      blocks: undefined,
    });
    return await tellApp(world, member, after, [changedEvent(world, before, after)]);
  }
  world.messages.remove(before);
  return await tellApp(world, member, before, [deletedEvent(world, before)]);
}

/** The message as it is now. @throws when it is gone or this person cannot see it */
export function seenMessage(
  world: World,
  { id }: Member,
  { channel, ts }: SlackMessage,
): SlackMessage {
  const now = world.messages.find(channel, ts);
  if (!now || !world.workspace.channel(channel).members.has(id)) {
    throw new Error(`${id} sees no message ${ts} in ${channel}`);
  }
  return now;
}

/** Guests cannot use an app that is an agent: Slack offers them no way to it. */
export const reachesApp = (world: World, member: Member): boolean =>
  !(isAgent(world) && isGuest(member));

/** Sends events of a message, where the app is there to hear them. */
async function tellApp(
  world: World,
  member: Member,
  message: SlackMessage,
  events: readonly Fields[],
): Promise<Said> {
  const { channel, ts, thread_ts: threadTs } = message;
  const hears = world.workspace.channel(channel).members.has(BOT_USER) && reachesApp(world, member);
  const answers: (Ack | undefined)[] = await Promise.all(
    hears ? events.map((event) => world.announce(event)) : [],
  );
  const acks = answers.filter((ack) => ack !== undefined);
  return { message, channel, ts, threadTs, acks, eventIds: acks.map(({ id }) => id) };
}

function messageEvent(world: World, { team_id }: Member, message: SlackMessage): Fields {
  const { channel, thread_ts: threadTs } = message;
  const parent = threadTs === undefined ? undefined : world.messages.find(channel, threadTs);
  return present({
    ...postedEvent(world, message),
    user_team: team_id === TEAM.id ? undefined : team_id,
    parent_user_id: parent?.user,
  });
}

function mentionEvent(world: World, member: Member, message: SlackMessage): Fields {
  const { channel_type: _, ...event } = messageEvent(world, member, message);
  return { ...event, type: 'app_mention' };
}

const isMention = (world: World, { channel, text }: SlackMessage): boolean =>
  world.workspace.channel(channel).kind !== 'im' && text.includes(`<@${BOT_USER}>`);

function ownChannel(world: World, { id }: Member, channelId: string): Channel {
  const channel = world.workspace.channel(channelId);
  if (!channel.members.has(id)) {
    throw new Error(`${id} is not in ${channelId} and cannot write there`);
  }
  return channel;
}

function ownMessage(world: World, member: Member, message: SlackMessage): SlackMessage {
  const now = seenMessage(world, member, message);
  if (now.user !== member.id) {
    throw new Error(`${member.id} did not write ${now.ts} and cannot change it`);
  }
  return now;
}
