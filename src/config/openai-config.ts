import { z } from 'zod';
import type { Secret } from '../secret.ts';
import { count, secret, webAddress, yesOrNo } from './fields.ts';

/** An endpoint that speaks OpenAI's language. Asked only where a model is named. */
export interface OpenAiConfig {
  readonly apiKey: Secret | null;
  readonly baseUrl: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
  /** Longest a question waits for a model before it is answered without. */
  readonly answerSeconds: number;
  readonly tokensPerAnswer: number;
  /** What a model is given to read of the documents for one question, in characters. */
  readonly evidenceChars: number;
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
}

export const openAiFields = {
  YOUJU_CHAT_MODEL: z.string().optional(),
  YOUJU_EMBEDDING_MODEL: z.string().optional(),
  YOUJU_MODEL_SECONDS: count(45),
  YOUJU_MODEL_TOKENS_PER_ANSWER: count(4_000),
  YOUJU_EVIDENCE_CHARS: count(8_000),
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
  YOUJU_RERANK: yesOrNo('false'),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
};

type OpenAiEnvironment = z.infer<z.ZodObject<typeof openAiFields>>;

export const toOpenAiConfig = (env: OpenAiEnvironment): OpenAiConfig => ({
  apiKey: env.OPENAI_API_KEY ?? null,
  baseUrl: env.OPENAI_BASE_URL ?? null,
  chatModel: env.YOUJU_CHAT_MODEL ?? null,
  embeddingModel: env.YOUJU_EMBEDDING_MODEL ?? null,
  answerSeconds: env.YOUJU_MODEL_SECONDS,
  tokensPerAnswer: env.YOUJU_MODEL_TOKENS_PER_ANSWER,
  evidenceChars: env.YOUJU_EVIDENCE_CHARS,
  tokensPerDay: env.YOUJU_MODEL_TOKENS_PER_DAY,
  concurrency: env.YOUJU_MODEL_CONCURRENCY,
  chatPrice: env.YOUJU_CHAT_PRICE ?? null,
  embeddingPrice: env.YOUJU_EMBEDDING_PRICE ?? null,
  rerank: env.YOUJU_RERANK,
});

/** A model needs an address; the key alone means OpenAI's own, and an endpoint of one's own may need no key. */
export const modelProblems = (env: Readonly<Record<string, string | undefined>>): string[] =>
  env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined
    ? []
    : ['YOUJU_CHAT_MODEL', 'YOUJU_EMBEDDING_MODEL']
        .filter((name) => env[name] !== undefined)
        .map(
          (name) =>
            `设置了 ${name}，还要设置 OPENAI_API_KEY；接口不要密钥（如 Ollama）时，设置 OPENAI_BASE_URL`,
        );
