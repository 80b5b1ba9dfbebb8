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
  /** Who may add, correct and remove documents: names as the proxy gives them, or group:NAME. */
  readonly editors: readonly string[];
  /** Header in which the proxy says which groups a person is in, in lower case; null where it says none. */
  readonly groupsHeader: string | null;
  /** Shared by all editors, where no proxy signs people in. */
  readonly editorPassword: Secret | null;
}

/** Whether anybody may change documents from the pages. */
export const hasEditors = ({ editors, editorPassword }: WebConfig): boolean =>
  editors.length > 0 || editorPassword !== null;

const headerName = z
  .string()
  .regex(/^[\w-]+$/u, '应是请求头的名字，例如 X-Forwarded-User')
  .transform((name) => name.toLowerCase());

const password = z
  .string()
  .min(8, '应不少于 8 个字符')
  .transform((value) => new Secret(value));

const PROXY =
  /^(?:loopback|linklocal|uniquelocal|[\d.]+(?:\/\d{1,2})?|[\da-f:.]*:[\da-f:.]*(?:\/\d{1,3})?)$/iu;
const isAddress = (proxy: string): boolean =>
  !/[.:]/u.test(proxy) || isIP(proxy.replace(/\/.*$/u, '')) !== 0;

export const webFields = {
  YOUJU_AUTH_HEADER: headerName.optional(),
  YOUJU_GROUPS_HEADER: headerName.optional(),
  YOUJU_EDITORS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    ),
  YOUJU_EDITOR_PASSWORD: password.optional(),
  YOUJU_TRUSTED_PROXY: z
    .string()
    .default('loopback')
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine(
      (all) => all.every((each) => PROXY.test(each) && isAddress(each)),
      '应是用逗号分开的地址，例如 loopback 或 10.0.0.2,10.1.0.0/16',
    ),
  YOUJU_PASSWORD: password.optional(),
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
  editors: env.YOUJU_EDITORS,
  groupsHeader: env.YOUJU_GROUPS_HEADER ?? null,
  editorPassword: env.YOUJU_EDITOR_PASSWORD ?? null,
});

export function webProblems(env: WebEnvironment): string[] {
  const hasProxy = env.YOUJU_AUTH_HEADER !== undefined;
  return [
    ...(hasProxy && env.YOUJU_PASSWORD !== undefined
      ? ['YOUJU_AUTH_HEADER 和 YOUJU_PASSWORD 只能设置一个']
      : []),
    ...(hasProxy && env.YOUJU_EDITOR_PASSWORD !== undefined
      ? ['设了 YOUJU_AUTH_HEADER 就用 YOUJU_EDITORS 写明谁能编辑，不用 YOUJU_EDITOR_PASSWORD']
      : []),
    ...(!hasProxy && env.YOUJU_GROUPS_HEADER !== undefined
      ? ['YOUJU_GROUPS_HEADER 要与 YOUJU_AUTH_HEADER 一起设置']
      : []),
  ];
}
