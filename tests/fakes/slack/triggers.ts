import type { Clock } from './moments.ts';
import { Refusal } from './refusal.ts';

const LIFETIME_MS = 3_000;

interface Trigger {
  readonly user: string;
  /** The modal the person acted in, if any: the only place to push onto. */
  readonly viewId: string | undefined;
  readonly atMs: number;
  isUsed: boolean;
}

/** Permissions to show a person a modal: once, and for a few seconds. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>();
  readonly #clock: Clock;
  readonly #mint: (prefix: string) => string;
  readonly #lifetimeMs: number;

  constructor(clock: Clock, mint: (prefix: string) => string, lifetimeMs = LIFETIME_MS) {
    this.#clock = clock;
    this.#mint = mint;
    this.#lifetimeMs = lifetimeMs;
  }

  mint(user: string, viewId?: string): string {
    const id = `${this.#mint('')}.1.fake`;
    this.#triggers.set(id, { user, viewId, atMs: this.#clock(), isUsed: false });
    return id;
  }

  /** @throws Refusal when unknown, used or too old */
  exchange(id: string): { readonly user: string; readonly viewId: string | undefined } {
    const trigger = this.#triggers.get(id);
    if (!trigger) {
      throw new Refusal('invalid_trigger_id');
    }
    if (trigger.isUsed) {
      throw new Refusal('exchanged_trigger_id');
    }
    if (this.#clock() - trigger.atMs > this.#lifetimeMs) {
      throw new Refusal('expired_trigger_id');
    }
    trigger.isUsed = true;
    return trigger;
  }

  /** Drops those too old to be of use, so that a long run does not grow. */
  forgetBefore(atMs: number): void {
    for (const [id, trigger] of this.#triggers) {
      if (trigger.atMs < atMs) {
        this.#triggers.delete(id);
      }
    }
  }
}
