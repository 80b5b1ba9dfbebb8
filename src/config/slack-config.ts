import { z } from 'zod';
import { Secret } from '../secret.ts';
import { names, secret, webAddress, yesOrNo } from './fields.ts';

export interface SlackConfig {
  readonly botToken: Secret | null;
  /** For Socket Mode. */
  readonly appToken: Secret | null;
  /** For requests over HTTP. */
  readonly signingSecret: Secret | null;
  /** Another root of the Web API. */
  readonly apiUrl: string | null;
  /** How events come in; null where Slack is not set up. */
  readonly transport: 'socket' | 'http' | null;
  /** Who may ask; an empty list of teams is the bot's own team, of the others everybody. */
  readonly teams: readonly string[];
  readonly channels: readonly string[];
  readonly users: readonly string[];
  /** Besides the admins of the workspace. */
  readonly admins: readonly string[];
  readonly guestsMayAsk: boolean;
  readonly hasDirectMessages: boolean;
}

const kindOfToken = (token: string): string => {
  const prefix = /^(?:xoxb|xapp|xoxp|xoxe)-/u.exec(token)?.[0];
  return prefix ? `，现在填的是 ${prefix} 开头的另一种令牌` : '';
};

/** Says which token was put where, without showing it. */
const slackToken = (prefix: string) =>
  z
    .string()
    .refine((token) => token.startsWith(prefix), {
      error: ({ input }) => `应以 ${prefix} 开头${kindOfToken(String(input))}`,
    })
    .transform((value) => new Secret(value))
    .optional();

export const slackFields = {
  YOUJU_SLACK_TRANSPORT: z.enum(['socket', 'http'], { error: '应是 socket 或 http' }).optional(),
  YOUJU_SLACK_TEAMS: names,
  YOUJU_SLACK_CHANNELS: names,
  YOUJU_SLACK_USERS: names,
  YOUJU_SLACK_ADMINS: names,
  YOUJU_SLACK_GUESTS: yesOrNo('true'),
  YOUJU_SLACK_DIRECT_MESSAGES: yesOrNo('true'),
  SLACK_BOT_TOKEN: slackToken('xoxb-'),
  SLACK_APP_TOKEN: slackToken('xapp-'),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_API_URL: webAddress.optional(),
};

type SlackEnvironment = z.infer<z.ZodObject<typeof slackFields>>;

export const toSlackConfig = (env: SlackEnvironment): SlackConfig => ({
  botToken: env.SLACK_BOT_TOKEN ?? null,
  appToken: env.SLACK_APP_TOKEN ?? null,
  signingSecret: env.SLACK_SIGNING_SECRET ?? null,
  apiUrl: env.SLACK_API_URL ?? null,
  transport: transportOf(env),
  teams: env.YOUJU_SLACK_TEAMS,
  channels: env.YOUJU_SLACK_CHANNELS,
  users: env.YOUJU_SLACK_USERS,
  admins: env.YOUJU_SLACK_ADMINS,
  guestsMayAsk: env.YOUJU_SLACK_GUESTS,
  hasDirectMessages: env.YOUJU_SLACK_DIRECT_MESSAGES,
});

function transportOf(env: SlackEnvironment): SlackConfig['transport'] {
  const isSet = env.SLACK_BOT_TOKEN ?? env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  if (isSet === undefined) return null;
  const isHttp = env.SLACK_APP_TOKEN === undefined && env.SLACK_SIGNING_SECRET !== undefined;
  return env.YOUJU_SLACK_TRANSPORT ?? (isHttp ? 'http' : 'socket');
}

/** Where to get what is missing. */
const NEEDS = {
  SLACK_BOT_TOKEN: '缺少 SLACK_BOT_TOKEN（应用设置 OAuth & Permissions 页，xoxb- 开头）',
  SLACK_APP_TOKEN:
    '缺少 SLACK_APP_TOKEN（Basic Information 页的 App-Level Tokens，xapp- 开头，权限 connections:write）',
  SLACK_SIGNING_SECRET: '缺少 SLACK_SIGNING_SECRET（Basic Information 页的 App Credentials）',
} as const;

/** What the chosen way of receiving events still lacks. */
export function slackProblems(env: SlackEnvironment): string[] {
  const transport = transportOf(env);
  if (transport === null) return [];
  const needed = transport === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
  return (['SLACK_BOT_TOKEN', needed] as const)
    .filter((name) => env[name] === undefined)
    .map((name) => NEEDS[name]);
}
