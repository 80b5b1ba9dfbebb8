import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { count, folder, share, webAddress, yesOrNo } from './config/fields.ts';
import { type McpConfig, mcpFields, mcpProblems, toMcpConfig } from './config/mcp-config.ts';
import {
  modelProblems,
  type OpenAiConfig,
  openAiFields,
  toOpenAiConfig,
} from './config/openai-config.ts';
import {
  type SlackConfig,
  slackFields,
  slackProblems,
  toSlackConfig,
} from './config/slack-config.ts';
import { toWebConfig, type WebConfig, webFields, webProblems } from './config/web-config.ts';
import { YoujuError } from './errors.ts';

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const environmentSchema = z.object({
  YOUJU_HOST: z.string().default('127.0.0.1'),
  YOUJU_PORT: z
    .string()
    .regex(/^\d+$/u, '应是 0 到 65535 的整数')
    .transform(Number)
    .refine((port) => port <= 65_535, '应是 0 到 65535 的整数')
    .default(3000),
  YOUJU_PUBLIC_URL: webAddress.optional(),
  YOUJU_SEEDS_DIR: folder('seeds'),
  YOUJU_INDEX_DIR: folder('index'),
  YOUJU_STATE_DIR: folder('.youju'),
  YOUJU_CONVERSATION_DAYS: count(30),
  YOUJU_FEEDBACK_DAYS: count(365),
  YOUJU_KEEP_QUESTIONS: yesOrNo('false'),
  YOUJU_EVENT_DAYS: count(30),
  YOUJU_SHARE_DAYS: count(30),
  YOUJU_ACCESS: z
    .string()
    .transform((file) => resolve(file))
    .optional(),
  YOUJU_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `应是 ${LOG_LEVELS.join('、')} 之一` })
    .default('info'),
  YOUJU_CAUTION: share.optional(),
  YOUJU_ALLOW_TRACING: yesOrNo('false'),
  ...webFields,
  ...mcpFields,
  ...openAiFields,
  ...slackFields,
});

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
  readonly mcp: McpConfig;
  readonly seedsDir: string;
  readonly indexDir: string;
  /** What cannot be rebuilt: threads, feedback, events. */
  readonly stateDir: string;
  /** The file that says who may see which documents; null where all may see all. */
  readonly accessFile: string | null;
  /** How long a conversation is remembered after its last turn. */
  readonly conversationDays: number;
  /** How long what people said of answers is kept. */
  readonly feedbackDays: number;
  /** Whether the words of questions are kept for the report, without who asked them. */
  readonly keepsQuestions: boolean;
  readonly logLevel: LogLevel;
  /** The least chance, 0 to 1, at which an answer is given; null for the one chosen when the judge learnt. */
  readonly caution: number | null;
  readonly openai: OpenAiConfig;
  readonly slack: SlackConfig;
  /** How long it is remembered that a question was answered. */
  readonly eventDays: number;
  /** How long an answer that somebody shared can be opened. */
  readonly shareDays: number;
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
    ...(parsed.success
      ? [...webProblems(parsed.data), ...slackProblems(parsed.data), ...mcpProblems(parsed.data)]
      : []),
    ...(set.YOUJU_ALLOW_TRACING === 'true' ? [] : tracingSwitches(set)),
    ...modelProblems(set),
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

function toConfig(env: z.infer<typeof environmentSchema>): Config {
  return {
    host: env.YOUJU_HOST,
    port: env.YOUJU_PORT,
    publicUrl: env.YOUJU_PUBLIC_URL ?? localUrl(env.YOUJU_HOST, env.YOUJU_PORT),
    hasPublicUrl: env.YOUJU_PUBLIC_URL !== undefined,
    web: toWebConfig(env),
    mcp: toMcpConfig(env),
    seedsDir: env.YOUJU_SEEDS_DIR,
    indexDir: env.YOUJU_INDEX_DIR,
    stateDir: env.YOUJU_STATE_DIR,
    accessFile: env.YOUJU_ACCESS ?? null,
    conversationDays: env.YOUJU_CONVERSATION_DAYS,
    feedbackDays: env.YOUJU_FEEDBACK_DAYS,
    keepsQuestions: env.YOUJU_KEEP_QUESTIONS,
    logLevel: env.YOUJU_LOG_LEVEL,
    caution: env.YOUJU_CAUTION ?? null,
    openai: toOpenAiConfig(env),
    slack: toSlackConfig(env),
    eventDays: env.YOUJU_EVENT_DAYS,
    shareDays: env.YOUJU_SHARE_DAYS,
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
