import { z } from 'zod';
import type { Secret } from '../secret.ts';
import { secret, webAddress } from './fields.ts';

/** An endpoint that speaks OpenAI's language. Asked only where a model is named. */
export interface OpenAiConfig {
  readonly apiKey: Secret | null;
  readonly baseUrl: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
}

export const openAiFields = {
  YOUJU_CHAT_MODEL: z.string().optional(),
  YOUJU_EMBEDDING_MODEL: z.string().optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
};

type OpenAiEnvironment = z.infer<z.ZodObject<typeof openAiFields>>;

export const toOpenAiConfig = (env: OpenAiEnvironment): OpenAiConfig => ({
  apiKey: env.OPENAI_API_KEY ?? null,
  baseUrl: env.OPENAI_BASE_URL ?? null,
  chatModel: env.YOUJU_CHAT_MODEL ?? null,
  embeddingModel: env.YOUJU_EMBEDDING_MODEL ?? null,
});
