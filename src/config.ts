import { existsSync, readFileSync } from 'node:fs';
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

/** Sent in a header, which takes no other characters. */
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/u, '应是一串没有空格和汉字的字符')
  .transform((value) => new Secret(value));
const choice = z.enum(['true', 'false'], { error: '应是 true 或 false' });
const webAddress = z
  .url({ protocol: /^https?$/u, error: '应是 http:// 或 https:// 开头的网址' })
  .refine((url) => !/[?#]|\/\/[^/]*@/u.test(url), '不应带用户名、密码、? 或 #')
  .transform((url) => url.replace(/\/+$/u, ''));
const count = (byDefault: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/u, '应是不小于 1 的整数')
    .transform(Number)
    .default(byDefault);
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
  YOUJU_SEEDS_DIR: folder('seeds'),
  YOUJU_INDEX_DIR: folder('index'),
  YOUJU_STATE_DIR: folder('.youju'),
  YOUJU_CONVERSATION_DAYS: count(30),
  YOUJU_FEEDBACK_DAYS: count(365),
  YOUJU_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `应是 ${LOG_LEVELS.join('、')} 之一` })
    .default('info'),
  YOUJU_CHAT_MODEL: z.string().optional(),
  YOUJU_EMBEDDING_MODEL: z.string().optional(),
  YOUJU_MODEL_SECONDS: count(20),
  YOUJU_MODEL_TOKENS_PER_ANSWER: count(1_500),
  YOUJU_MODEL_TOKENS_PER_DAY: count(2_000_000),
  YOUJU_MODEL_CONCURRENCY: count(8),
  YOUJU_CHAT_PRICE: z
    .string()
    .regex(/^\d+(?:\.\d+)?,\d+(?:\.\d+)?$/u, '应是每百万个令牌的输入价和输出价，例如 0.5,2')
    .transform((prices) => prices.split(',').map(Number))
    .transform(([prompt = 0, completion = 0]) => ({ prompt, completion }))
    .optional(),
  YOUJU_EMBEDDING_PRICE: z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u, '应是每百万个令牌的价格，例如 0.5')
    .transform(Number)
    .optional(),
  YOUJU_RERANK: choice.default('false'),
  YOUJU_ALLOW_TRACING: choice.default('false'),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  SLACK_BOT_TOKEN: secret.optional(),
  SLACK_APP_TOKEN: secret.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_API_URL: webAddress.optional(),
});

/** Everything that can be set from outside; what is unset and has no default is null. Folders are absolute. */
export interface Config {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What links start with; no slash at its end. */
  readonly publicUrl: string;
  readonly seedsDir: string;
  readonly indexDir: string;
  /** What cannot be rebuilt: threads, feedback, events. */
  readonly stateDir: string;
  /** How long a conversation is remembered after its last turn. */
  readonly conversationDays: number;
  /** How long what people said of answers is kept. */
  readonly feedbackDays: number;
  readonly logLevel: LogLevel;
  /** An endpoint that speaks OpenAI's language. Asked only where a model is named. */
  readonly openai: {
    readonly apiKey: Secret | null;
    readonly baseUrl: string | null;
    readonly chatModel: string | null;
    readonly embeddingModel: string | null;
    /** Longest a question waits for a model before it is answered without. */
    readonly answerSeconds: number;
    readonly tokensPerAnswer: number;
    /** For answering; building an index does not count. */
    readonly tokensPerDay: number;
    /** Calls at once. */
    readonly concurrency: number;
    /** Of a million tokens, in whatever money; shown after an evaluation. */
    readonly chatPrice: { readonly prompt: number; readonly completion: number } | null;
    /** Of a million tokens, in whatever money; shown before passages are embedded. */
    readonly embeddingPrice: number | null;
    /** Whether the model may put what was found into another order. */
    readonly rerank: boolean;
  };
  readonly slack: {
    readonly botToken: Secret | null;
    /** For Socket Mode. */
    readonly appToken: Secret | null;
    /** For requests over HTTP. */
    readonly signingSecret: Secret | null;
    /** Another root of the Web API. */
    readonly apiUrl: string | null;
  };
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
    ...(set.YOUJU_ALLOW_TRACING === 'true' ? [] : tracingSwitches(set)),
    ...nowhereToAsk(set),
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

/** A model needs an address; the key alone means OpenAI's own, and an endpoint of one's own may need no key. */
const nowhereToAsk = (env: Environment): string[] =>
  env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined
    ? []
    : ['YOUJU_CHAT_MODEL', 'YOUJU_EMBEDDING_MODEL']
        .filter((name) => env[name] !== undefined)
        .map(
          (name) =>
            `设置了 ${name}，还要设置 OPENAI_API_KEY；接口不要密钥（如 Ollama）时，设置 OPENAI_BASE_URL`,
        );

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
      answerSeconds: env.YOUJU_MODEL_SECONDS,
      tokensPerAnswer: env.YOUJU_MODEL_TOKENS_PER_ANSWER,
      tokensPerDay: env.YOUJU_MODEL_TOKENS_PER_DAY,
      concurrency: env.YOUJU_MODEL_CONCURRENCY,
      chatPrice: env.YOUJU_CHAT_PRICE ?? null,
      embeddingPrice: env.YOUJU_EMBEDDING_PRICE ?? null,
      rerank: env.YOUJU_RERANK === 'true',
    },
    slack: {
      botToken: env.SLACK_BOT_TOKEN ?? null,
      appToken: env.SLACK_APP_TOKEN ?? null,
      signingSecret: env.SLACK_SIGNING_SECRET ?? null,
      apiUrl: env.SLACK_API_URL ?? null,
    },
  };
}

/** An address of all interfaces is none a browser can go to. */
function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Variables of a `.env` file; none where there is no such file. */
export const readEnvFile = (file: string): Environment =>
  existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
