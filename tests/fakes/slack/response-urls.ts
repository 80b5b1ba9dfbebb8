import type { Clock } from './moments.ts';
import { Refusal } from './refusal.ts';

const LIFETIME_MS = 30 * 60_000;
const MAX_USES = 5;

/** An address the app may answer one interaction at. */
export interface ResponseUrl {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly createdMs: number;
  /** What `replace_original` and `delete_original` mean: the app's message that was acted on. */
  readonly original?: { readonly ts: string; readonly isEphemeral: boolean };
  uses: number;
}

export class ResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();
  readonly #clock: Clock;
  readonly #mint: (prefix: string) => string;

  constructor(clock: Clock, mint: (prefix: string) => string) {
    this.#clock = clock;
    this.#mint = mint;
  }

  mint(user: string, channel: string, original?: ResponseUrl['original']): ResponseUrl {
    const url: ResponseUrl = {
      id: this.#mint('R'),
      user,
      channel,
      createdMs: this.#clock(),
      uses: 0,
      ...(original ? { original } : {}),
    };
    this.#urls.set(url.id, url);
    return url;
  }

  /** @throws Refusal when there is no such address, it is too old or used up */
  use(id: string): ResponseUrl {
    const url = this.#urls.get(id);
    if (!url) {
      throw new Refusal('invalid_url');
    }
    if (this.#clock() - url.createdMs > LIFETIME_MS) {
      throw new Refusal('expired_url');
    }
    if (url.uses >= MAX_USES) {
      throw new Refusal('used_url');
    }
    url.uses += 1;
    return url;
  }

  /** Drops those of before a time, so that a long run does not grow. */
  forgetBefore(atMs: number): void {
    for (const [id, { createdMs }] of this.#urls) {
      if (createdMs < atMs) {
        this.#urls.delete(id);
      }
    }
  }
}
