import type { Config } from '../../../config.ts';
import type { Surface } from './question.ts';

/** What Slack knows of who asks. */
export interface Person {
  readonly id: string;
  readonly teamId: string;
  /** Whether their workspace installed us, or their organisation. */
  readonly isOfHome: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
}

export interface AccessRequest {
  readonly person: Person;
  readonly channelId: string;
  readonly surface: Surface;
}

type AccessRules = Pick<
  Config['slack'],
  'teams' | 'channels' | 'users' | 'guestsMayAsk' | 'hasDirectMessages'
>;

/** Where an answer is seen in a channel, or can be shared into it. */
const IN_CHANNELS: ReadonlySet<Surface> = new Set([
  'mention',
  'follow-up',
  'command',
  'message-shortcut',
]);

const allows = (list: readonly string[], id: string): boolean =>
  list.length === 0 || list.includes(id);

/** Why a question must not be answered, for the person; undefined where it may. */
export function denialOf(
  { person, channelId, surface }: AccessRequest,
  rules: AccessRules,
): string | undefined {
  if (person.isBot) return '这里只回答人提的问题。';
  if (rules.teams.length > 0 ? !rules.teams.includes(person.teamId) : !person.isOfHome)
    return '抱歉，有据只回答本工作区成员的提问。';
  if (person.isGuest && !rules.guestsMayAsk)
    return '抱歉，访客账号不能向有据提问，请找正式成员代问。';
  if (!allows(rules.users, person.id))
    return surface === 'step'
      ? '抱歉，这里只回答名单里的人，不知道是谁启动的工作流不能提问（YOUJU_SLACK_USERS）。'
      : '抱歉，您还不在可以提问的名单里，请找管理员开通（YOUJU_SLACK_USERS）。';
  if (surface === 'direct' && !rules.hasDirectMessages)
    return '抱歉，这里不收私信提问，请在频道里提到我，或用 /plan 提问。';
  const isDirect = channelId.startsWith('D');
  if (IN_CHANNELS.has(surface) && !isDirect && !allows(rules.channels, channelId))
    return '抱歉，这个频道没有开通有据，请到已开通的频道提问。';
  return undefined;
}
