import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { YoujuError } from './errors.ts';
import { Secret } from './secret.ts';

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The project's folder, whether this runs from src/ or from dist/. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const secret = z.string().transform((value) => new Secret(value));
/** Says which token was put where, without showing it. */
const slackToken = (prefix: string) =>
  z
    .string()
    .refine((token) => token.startsWith(prefix), {
      error: ({ input }) => `应以 ${prefix} 开头${kindOfToken(String(input))}`,
    })
    .transform((value) => new Secret(value))
    .optional();
const kindOfToken = (token: string): string => {
  const prefix = /^(?:xoxb|xapp|xoxp|xoxe)-/u.exec(token)?.[0];
  return prefix ? `，现在填的是 ${prefix} 开头的另一种令牌` : '';
};
const webAddress = z
  .url({ protocol: /^https?$/u, error: '应是 http:// 或 https:// 开头的网址' })
  .transform((url) => url.replace(/\/+$/u, ''));
const days = (byDefault: number) =>
  z
    .string()
    .regex(/^[1-9]\d*$/u, '应是不小于 1 的整数')
    .transform(Number)
    .default(byDefault);
/** Names apart by commas or spaces; empty where none is given. */
const names = z
  .string()
  .transform((list) => list.split(/[\s,，]+/u).filter(Boolean))
  .default([]);
const yesOrNo = (byDefault: 'true' | 'false') =>
  z
    .enum(['true', 'false'], { error: '应是 true 或 false' })
    .default(byDefault)
    .transform((value) => value === 'true');
const PROXY =
  /^(?:loopback|linklocal|uniquelocal|[\d.]+(?:\/\d{1,2})?|[\da-f:.]*:[\da-f:.]*(?:\/\d{1,3})?)$/iu;
const proxies = z
  .string()
  .default('loopback')
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine(
    (all) => all.every((each) => PROXY.test(each) && isAddress(each)),
    '应是用逗号分开的地址，例如 loopback 或 10.0.0.2,10.1.0.0/16',
  );
const isAddress = (proxy: string): boolean =>
  !/[.:]/u.test(proxy) || isIP(proxy.replace(/\/.*$/u, '')) !== 0;
const folder = (name: string) =>
  z
    .string()
    .default(join(ROOT, name))
    .transform((path) => resolve(path));

const environmentSchema = z.object({
  YOUJU_HOST: z.string().default('127.0.0.1'),
  YOUJU_PORT: z
    .string()
    .regex(/^\d+$/u, '应是 0 到 65535 的整数')
    .transform(Number)
    .refine((port) => port <= 65_535, '应是 0 到 65535 的整数')
    .default(3000),
  YOUJU_PUBLIC_URL: webAddress.optional(),
  YOUJU_AUTH_HEADER: z
    .string()
    .regex(/^[\w-]+$/u, '应是请求头的名字，例如 X-Forwarded-User')
    .transform((name) => name.toLowerCase())
    .optional(),
  YOUJU_TRUSTED_PROXY: proxies,
  YOUJU_PASSWORD: z
    .string()
    .min(8, '应不少于 8 个字符')
    .transform((value) => new Secret(value))
    .optional(),
  YOUJU_REQUESTS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,9}$/u, '应是整数，0 表示不限')
    .transform(Number)
    .default(600),
  YOUJU_SEEDS_DIR: folder('seeds'),
  YOUJU_INDEX_DIR: folder('index'),
  YOUJU_STATE_DIR: folder('.youju'),
  YOUJU_CONVERSATION_DAYS: days(30),
  YOUJU_FEEDBACK_DAYS: days(365),
  YOUJU_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `应是 ${LOG_LEVELS.join('、')} 之一` })
    .default('info'),
  YOUJU_CHAT_MODEL: z.string().optional(),
  YOUJU_EMBEDDING_MODEL: z.string().optional(),
  YOUJU_ALLOW_TRACING: yesOrNo('false'),
  YOUJU_EVENT_DAYS: days(30),
  YOUJU_SLACK_TRANSPORT: z.enum(['socket', 'http'], { error: '应是 socket 或 http' }).optional(),
  YOUJU_SLACK_TEAMS: names,
  YOUJU_SLACK_CHANNELS: names,
  YOUJU_SLACK_USERS: names,
  YOUJU_SLACK_ADMINS: names,
  YOUJU_SLACK_GUESTS: yesOrNo('true'),
  YOUJU_SLACK_DIRECT_MESSAGES: yesOrNo('true'),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  SLACK_BOT_TOKEN: slackToken('xoxb-'),
  SLACK_APP_TOKEN: slackToken('xapp-'),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_API_URL: webAddress.optional(),
});

/** Who may read the pages, and how much. At most one way to sign in is set. */
export interface WebConfig {
  /** Header in which a proxy that signs people in says who asks, in lower case; null where none does. */
  readonly authHeader: string | null;
  /** Whose word about who asks is taken: addresses, networks, or names of such as loopback. */
  readonly trustedProxies: readonly string[];
  /** Shared by all who may read. */
  readonly password: Secret | null;
  /** From one address; 0 for any number. */
  readonly requestsPerMinute: number;
}

/** Everything that can be set from outside; what is unset and has no default is null. Folders are absolute. */
export interface Config {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What links start with; no slash at its end. */
  readonly publicUrl: string;
  /** Whether that address was set, so that people elsewhere can follow a link. */
  readonly hasPublicUrl: boolean;
  readonly web: WebConfig;
  readonly seedsDir: string;
  readonly indexDir: string;
  /** What cannot be rebuilt: threads, feedback, events. */
  readonly stateDir: string;
  /** How long a conversation is remembered after its last turn. */
  readonly conversationDays: number;
  /** How long what people said of answers is kept. */
  readonly feedbackDays: number;
  readonly logLevel: LogLevel;
  /** An endpoint that speaks OpenAI's language. Used only where a model is named. */
  readonly openai: {
    readonly apiKey: Secret | null;
    readonly baseUrl: string | null;
    readonly chatModel: string | null;
    readonly embeddingModel: string | null;
  };
  readonly slack: {
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
  };
  /** How long it is remembered that a question was answered. */
  readonly eventDays: number;
}

/** Throws CONFIG_INVALID that names every variable at fault. An empty variable counts as unset. */
export function loadConfig(env: Environment): Config {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
  const parsed = environmentSchema.safeParse(set);
  const problems = [
    ...unknownNames(set),
    ...(parsed.success ? [] : parsed.error.issues.map(toProblem)),
    ...(parsed.success ? slackProblems(parsed.data) : []),
    ...(set.YOUJU_AUTH_HEADER && set.YOUJU_PASSWORD
      ? ['YOUJU_AUTH_HEADER 和 YOUJU_PASSWORD 只能设置一个']
      : []),
    ...(set.YOUJU_ALLOW_TRACING === 'true' ? [] : tracingSwitches(set)),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new YoujuError('CONFIG_INVALID', `配置有误：${problems.join('；')}。`);
  }
  return toConfig(parsed.data);
}

const toProblem = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')} ${message}`;

function unknownNames(env: Environment): string[] {
  const known = Object.keys(environmentSchema.shape);
  return Object.keys(env)
    .filter((name) => name.startsWith('YOUJU_') && !known.includes(name))
    .map((name) => `没有 ${name} 这个变量，是否想写 ${closest(name, known)}`);
}

/** Any of these makes LangChain send questions to a third party. */
const TRACING_SWITCHES = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
];

const tracingSwitches = (env: Environment): string[] =>
  TRACING_SWITCHES.filter((name) => env[name]?.toLowerCase() === 'true').map(
    (name) =>
      `${name}=true 会把问题和答案发送到 LangSmith，请去掉它，或设置 YOUJU_ALLOW_TRACING=true 表示同意`,
  );

/** Where to get what is missing. */
const SLACK_NEEDS = {
  SLACK_BOT_TOKEN: '缺少 SLACK_BOT_TOKEN（应用设置 OAuth & Permissions 页，xoxb- 开头）',
  SLACK_APP_TOKEN:
    '缺少 SLACK_APP_TOKEN（Basic Information 页的 App-Level Tokens，xapp- 开头，权限 connections:write）',
  SLACK_SIGNING_SECRET: '缺少 SLACK_SIGNING_SECRET（Basic Information 页的 App Credentials）',
} as const;

type ParsedEnvironment = z.infer<typeof environmentSchema>;

function slackTransport(env: ParsedEnvironment): 'socket' | 'http' | null {
  const isSet = env.SLACK_BOT_TOKEN ?? env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
  if (isSet === undefined) return null;
  const isHttp = env.SLACK_APP_TOKEN === undefined && env.SLACK_SIGNING_SECRET !== undefined;
  return env.YOUJU_SLACK_TRANSPORT ?? (isHttp ? 'http' : 'socket');
}

/** What the chosen way of receiving events still lacks. */
function slackProblems(env: ParsedEnvironment): string[] {
  const transport = slackTransport(env);
  if (transport === null) return [];
  const needed = transport === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
  return (['SLACK_BOT_TOKEN', needed] as const)
    .filter((name) => env[name] === undefined)
    .map((name) => SLACK_NEEDS[name]);
}

function toConfig(env: ParsedEnvironment): Config {
  return {
    host: env.YOUJU_HOST,
    port: env.YOUJU_PORT,
    publicUrl: env.YOUJU_PUBLIC_URL ?? localUrl(env.YOUJU_HOST, env.YOUJU_PORT),
    hasPublicUrl: env.YOUJU_PUBLIC_URL !== undefined,
    web: {
      authHeader: env.YOUJU_AUTH_HEADER ?? null,
      trustedProxies: env.YOUJU_TRUSTED_PROXY,
      password: env.YOUJU_PASSWORD ?? null,
      requestsPerMinute: env.YOUJU_REQUESTS_PER_MINUTE,
    },
    seedsDir: env.YOUJU_SEEDS_DIR,
    indexDir: env.YOUJU_INDEX_DIR,
    stateDir: env.YOUJU_STATE_DIR,
    conversationDays: env.YOUJU_CONVERSATION_DAYS,
    feedbackDays: env.YOUJU_FEEDBACK_DAYS,
    logLevel: env.YOUJU_LOG_LEVEL,
    openai: {
      apiKey: env.OPENAI_API_KEY ?? null,
      baseUrl: env.OPENAI_BASE_URL ?? null,
      chatModel: env.YOUJU_CHAT_MODEL ?? null,
      embeddingModel: env.YOUJU_EMBEDDING_MODEL ?? null,
    },
    slack: {
      botToken: env.SLACK_BOT_TOKEN ?? null,
      appToken: env.SLACK_APP_TOKEN ?? null,
      signingSecret: env.SLACK_SIGNING_SECRET ?? null,
      apiUrl: env.SLACK_API_URL ?? null,
      transport: slackTransport(env),
      teams: env.YOUJU_SLACK_TEAMS,
      channels: env.YOUJU_SLACK_CHANNELS,
      users: env.YOUJU_SLACK_USERS,
      admins: env.YOUJU_SLACK_ADMINS,
      guestsMayAsk: env.YOUJU_SLACK_GUESTS,
      hasDirectMessages: env.YOUJU_SLACK_DIRECT_MESSAGES,
    },
    eventDays: env.YOUJU_EVENT_DAYS,
  };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/iu;

/** Everybody on the network can open the pages, and nobody has to sign in. */
export const isOpenToNetwork = ({ host, web }: Config): boolean =>
  !LOOPBACK.test(host) && web.authHeader === null && web.password === null;

/** An address of all interfaces is none a browser can go to. */
function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Variables of a `.env` file; none where there is no such file. */
export const readEnvFile = (file: string): Environment =>
  existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
