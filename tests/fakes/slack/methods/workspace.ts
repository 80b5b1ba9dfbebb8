import { type ApiMethods, isTrue, required } from '../api-method.ts';
import { missingScope } from '../authorize.ts';
import { channelForApp, messageForApp } from '../channel-access.ts';
import { wireMessage } from '../echoes.ts';
import { type Fields, objectsIn, present, textIn } from '../fields.ts';
import type { SlackMessage } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import { BOT_ID, BOT_USER, type Channel, type Member, TEAM } from '../workspace.ts';
import type { World } from '../world.ts';

const HISTORY_SCOPES = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
} as const;
const INFO_SCOPES = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

/** Who is who, and what was said. */
export const workspaceMethods = (world: World): ApiMethods => ({
  'auth.test': () => ({
    url: `https://${TEAM.domain}.slack.com/`,
    team: TEAM.name,
    user: 'youju',
    user_id: BOT_USER,
    bot_id: BOT_ID,
    ...(world.organisation
      ? {
          team_id: world.organisation.id,
          enterprise_id: world.organisation.id,
          is_enterprise_install: true,
        }
      : { team_id: TEAM.id, is_enterprise_install: false }),
  }),
  'auth.teams.list': () => ({
    teams: (world.organisation?.teams ?? [TEAM.id]).map((id) => ({ id, name: id })),
    response_metadata: { next_cursor: '' },
  }),
  'files.info': (args) => ({ file: world.files.infoOf(required(args, 'file')) }),
  'files.getUploadURLExternal': (args) => world.files.promise(required(args, 'filename')),
  'files.completeUploadExternal': (args) => {
    const channel = channelForApp(world, required(args, 'channel_id'));
    const files = objectsIn(args.files).map(({ id }) => world.files.infoOf(textIn(id) ?? ''));
    world.messages.post({
      channel: channel.id,
      team: TEAM.id,
      user: BOT_USER,
      bot_id: BOT_ID,
      subtype: 'file_share',
      text: '',
      ...present({ thread_ts: args.thread_ts, files }),
    });
    return { files };
  },
  'users.info': (args) => {
    const member = world.workspace.members.get(required(args, 'user'));
    if (!member) {
      throw new Refusal('user_not_found');
    }
    return { user: userOutput(member) };
  },
  'conversations.open': (args) => {
    const channel = channelForApp(world, required(args, 'users'));
    return { channel: { id: channel.id } };
  },
  'conversations.info': (args) => {
    const channel = channelForApp(world, required(args, 'channel'));
    needScope(world, INFO_SCOPES[channel.kind]);
    return { channel: channelOutput(channel) };
  },
  'conversations.replies': (args) => {
    const channel = channelForApp(world, required(args, 'channel'));
    needScope(world, HISTORY_SCOPES[channel.kind]);
    const ts = required(args, 'ts');
    const { thread_ts: threadTs = ts } = world.messages.find(channel.id, ts) ?? {};
    const thread = world.messages.inThread(channel.id, threadTs);
    if (thread.length === 0) {
      throw new Refusal('thread_not_found');
    }
    return page(thread, args);
  },
  'conversations.history': (args) => {
    const channel = channelForApp(world, required(args, 'channel'));
    needScope(world, HISTORY_SCOPES[channel.kind]);
    const roots = world.messages
      .inChannel(channel.id)
      .filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts);
    return page(roots.toReversed(), args);
  },
  'reactions.add': (args) => {
    const name = required(args, 'name');
    const message = messageForApp(world, required(args, 'channel'), required(args, 'timestamp'));
    addReaction(world, message, name, BOT_USER);
    return {};
  },
});

/** @throws Refusal when this person reacted so already */
export function addReaction(
  world: World,
  message: SlackMessage,
  name: string,
  user: string,
): SlackMessage {
  const { reactions = [] } = message;
  const users = reactions.find((reaction) => reaction.name === name)?.users ?? [];
  if (users.includes(user)) {
    throw new Refusal('already_reacted');
  }
  const others = reactions.filter((reaction) => reaction.name !== name);
  return world.messages.change(message, {
    reactions: [...others, { name, users: [...users, user] }],
  });
}

function needScope(world: World, needed: string): void {
  if (!world.scopes.has(needed)) {
    throw missingScope(world, needed);
  }
}

const userOutput = (member: Member): Fields => ({
  is_bot: false,
  is_admin: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_stranger: member.team_id !== TEAM.id,
  deleted: false,
  real_name: member.name,
  ...member,
});

const channelOutput = ({ id, name, kind, members }: Channel): Fields =>
  present({
    id,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: kind === 'im',
    is_private: kind !== 'public',
    is_member: members.has(BOT_USER),
    num_members: members.size,
  });

/** A page of messages between `oldest` and `latest`; `cursor` is the index of the next one. */
function page(messages: readonly SlackMessage[], args: Fields): Fields {
  const limit = Number(args.limit ?? 100);
  const start = Number(args.cursor ?? 0);
  const oldest = textIn(args.oldest) ?? '';
  const latest = textIn(args.latest) ?? '9';
  const isInside = (ts: string): boolean =>
    isTrue(args.inclusive) ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
  const inside = messages.filter(({ ts }) => isInside(ts));
  const end = start + limit;
  const hasMore = end < inside.length;
  return {
    messages: inside.slice(start, end).map((message) => ({
      ...wireMessage(message),
      ...(isTrue(args.include_all_metadata) && message.metadata
        ? { metadata: message.metadata }
        : {}),
    })),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(end) : '' },
  };
}
