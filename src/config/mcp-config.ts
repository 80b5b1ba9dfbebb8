import type { z } from 'zod';
import type { Secret } from '../secret.ts';
import { secret, yesOrNo } from './fields.ts';

/** How other assistants reach us over HTTP. */
export interface McpConfig {
  readonly isServed: boolean;
  /** What a program shows to be let in; null where programs sign in otherwise. */
  readonly token: Secret | null;
}

const MIN_TOKEN_CHARS = 16;

export const mcpFields = {
  YOUJU_MCP: yesOrNo('false'),
  YOUJU_MCP_TOKEN: secret
    .refine((token) => token.reveal().length >= MIN_TOKEN_CHARS, {
      error: `应不少于 ${MIN_TOKEN_CHARS} 个字符`,
    })
    .optional(),
};

type McpEnvironment = z.infer<z.ZodObject<typeof mcpFields>>;

export const toMcpConfig = (env: McpEnvironment): McpConfig => ({
  isServed: env.YOUJU_MCP || env.YOUJU_MCP_TOKEN !== undefined,
  token: env.YOUJU_MCP_TOKEN ?? null,
});

/** Whoever needs a password for the pages must need something here. */
export const mcpProblems = (
  env: McpEnvironment & {
    readonly YOUJU_PASSWORD?: unknown;
    readonly SLACK_SIGNING_SECRET?: unknown;
  },
): string[] =>
  env.YOUJU_MCP &&
  env.YOUJU_PASSWORD !== undefined &&
  env.YOUJU_MCP_TOKEN === undefined &&
  env.SLACK_SIGNING_SECRET === undefined
    ? ['网页要密码，打开 YOUJU_MCP 就还要设置 YOUJU_MCP_TOKEN']
    : [];
