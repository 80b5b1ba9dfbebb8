/** Who and what channels there are. */

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly team_id: string;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  /** A guest of several channels; with `is_ultra_restricted` of one. */
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly deleted?: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly members: Set<string>;
  isArchived?: boolean;
  /** The only ones who may write there, where a workspace restricts that. */
  postedInBy?: ReadonlySet<string>;
}

export interface ChannelOptions {
  readonly id: string;
  readonly name?: string;
  readonly kind?: 'public' | 'private';
  readonly members: readonly string[];
}

export const TEAM = { id: 'T1', name: '淄博规划', domain: 'zibo-plans' } as const;
export const OTHER_TEAM = 'T2';
export const APP_ID = 'A1';
export const BOT_USER = 'UBOT';
export const BOT_ID = 'BBOT';

/** Two colleagues, an admin, a guest, somebody of another company, and another app's bot. */
export const defaultMembers: readonly Member[] = [
  { id: 'U1', name: '林晓', team_id: TEAM.id },
  { id: 'U2', name: '赵敏', team_id: TEAM.id },
  { id: 'UADMIN', name: '孙立', team_id: TEAM.id, is_admin: true },
  { id: 'UGUEST', name: '来客', team_id: TEAM.id, is_restricted: true },
  { id: 'UOTHER', name: '外单位', team_id: OTHER_TEAM },
  { id: 'UROBOT', name: '提醒', team_id: TEAM.id, is_bot: true },
];

const EVERYBODY = [...defaultMembers.map(({ id }) => id)];

/** C1, C2 public and G1 private with the bot; C9 public and G9 private without. */
export const defaultChannels: readonly ChannelOptions[] = [
  { id: 'C1', name: '规划', members: [...EVERYBODY, BOT_USER] },
  { id: 'C2', name: '统计', members: [...EVERYBODY, BOT_USER] },
  { id: 'G1', name: '领导', kind: 'private', members: ['U1', 'UADMIN', BOT_USER] },
  { id: 'C9', name: '闲聊', members: EVERYBODY },
  { id: 'G9', name: '人事', kind: 'private', members: EVERYBODY },
];

export class Workspace {
  readonly members = new Map<string, Member>();
  readonly channels = new Map<string, Channel>();

  constructor(members: readonly Member[], channels: readonly ChannelOptions[]) {
    const bot: Member = { id: BOT_USER, name: '有据', team_id: TEAM.id, is_bot: true };
    for (const member of [...members, bot]) {
      this.members.set(member.id, member);
    }
    for (const channel of channels) {
      this.addChannel(channel);
    }
  }

  addChannel({ id, name = id, kind = 'public', members }: ChannelOptions): Channel {
    const channel: Channel = { id, name, kind, members: new Set(members) };
    this.channels.set(id, channel);
    return channel;
  }

  /** @throws when there is nobody of that id: a slip of the test */
  member(id: string): Member {
    const member = this.members.get(id);
    if (!member) {
      throw new Error(`Nobody in this workspace has the id ${id}`);
    }
    return member;
  }

  /** @throws when there is none of that id: a slip of the test */
  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel) {
      throw new Error(`No channel in this workspace has the id ${id}`);
    }
    return channel;
  }

  /** Where a person and the app write to each other; made on first use. */
  directChannel(userId: string): Channel {
    const id = `D${this.member(userId).id.slice(1)}`;
    return (
      this.channels.get(id) ??
      this.#addDirect({ id, name: id, kind: 'im', members: new Set([userId, BOT_USER]) })
    );
  }

  #addDirect(channel: Channel): Channel {
    this.channels.set(channel.id, channel);
    return channel;
  }
}

export const isGuest = (member: Member): boolean =>
  member.is_restricted === true || member.is_ultra_restricted === true;
