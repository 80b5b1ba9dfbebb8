import { isIP } from 'node:net';
import { z } from 'zod';
import { Secret } from '../secret.ts';

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

const PROXY =
  /^(?:loopback|linklocal|uniquelocal|[\d.]+(?:\/\d{1,2})?|[\da-f:.]*:[\da-f:.]*(?:\/\d{1,3})?)$/iu;
const isAddress = (proxy: string): boolean =>
  !/[.:]/u.test(proxy) || isIP(proxy.replace(/\/.*$/u, '')) !== 0;

export const webFields = {
  YOUJU_AUTH_HEADER: z
    .string()
    .regex(/^[\w-]+$/u, '应是请求头的名字，例如 X-Forwarded-User')
    .transform((name) => name.toLowerCase())
    .optional(),
  YOUJU_TRUSTED_PROXY: z
    .string()
    .default('loopback')
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine(
      (all) => all.every((each) => PROXY.test(each) && isAddress(each)),
      '应是用逗号分开的地址，例如 loopback 或 10.0.0.2,10.1.0.0/16',
    ),
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
};

type WebEnvironment = z.infer<z.ZodObject<typeof webFields>>;

export const toWebConfig = (env: WebEnvironment): WebConfig => ({
  authHeader: env.YOUJU_AUTH_HEADER ?? null,
  trustedProxies: env.YOUJU_TRUSTED_PROXY,
  password: env.YOUJU_PASSWORD ?? null,
  requestsPerMinute: env.YOUJU_REQUESTS_PER_MINUTE,
});

export const webProblems = (env: WebEnvironment): string[] =>
  env.YOUJU_AUTH_HEADER !== undefined && env.YOUJU_PASSWORD !== undefined
    ? ['YOUJU_AUTH_HEADER 和 YOUJU_PASSWORD 只能设置一个']
    : [];
