import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../../app.ts';
import type { Secret } from '../../secret.ts';
import { NOBODY } from '../nobody.ts';
import { isFromSlack, type SlackCaller, slackCaller } from './slack-identity.ts';

export interface SignInOptions {
  readonly token: Secret | null;
  /** Slack's signing secret; null where Slack is not set up for it. */
  readonly slackSecret: Secret | null;
  /** Why somebody may not use us in Slack, for them; undefined where they may. */
  readonly slackDenial: (caller: SlackCaller) => Promise<string | undefined>;
  readonly nowMs: () => number;
}

export type SignedIn = { readonly viewer: Viewer } | { readonly refusal: string };

const SIGN_IN = '请先登录：在 Authorization 里写 Bearer 和维护人员给您的令牌。';
const NOT_SIGNED = '这个请求没有 Slack 的有效签名。';

/** Who asks over HTTP, and what they may therefore see. */
export class SignIn {
  readonly #options: SignInOptions;

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** @param reader who asks as the pages know them; undefined where the pages do not let them in as they are */
  async viewerOf(
    { headers }: IncomingMessage,
    body: Buffer,
    reader: Viewer | undefined,
  ): Promise<SignedIn> {
    const { token, slackSecret, slackDenial, nowMs } = this.#options;
    if (headers.authorization !== undefined && token !== null)
      return isToken(headers.authorization, token) ? { viewer: NOBODY } : { refusal: SIGN_IN };
    if (slackSecret !== null && isFromSlack(headers)) {
      const caller = slackCaller(headers, body, slackSecret, nowMs());
      if (caller === undefined) return { refusal: NOT_SIGNED };
      const denial = await slackDenial(caller);
      if (denial !== undefined) return { refusal: denial };
      return { viewer: { person: caller.userId, groups: [], channel: null } };
    }
    const isNamed = reader !== undefined && reader !== NOBODY;
    const isOpen = reader === NOBODY && token === null && slackSecret === null;
    return isNamed || isOpen ? { viewer: reader } : { refusal: SIGN_IN };
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isToken = (authorization: string, token: Secret): boolean =>
  timingSafeEqual(digest(authorization), digest(`Bearer ${token.reveal()}`));
