import { setTimeout } from 'node:timers/promises';
import { reasonOf } from './failure-reason.ts';
import { verdictOn } from './verdict.ts';

export interface OutboxOptions {
  readonly nowMs: () => number;
  /** From 0 to 1, for the spread of repeated attempts. */
  readonly random: () => number;
  /** Hears of every attempt that failed: method and reason. */
  readonly onFailure: (method: string, reason: string) => void;
}

/** Slack wants no call of a method before this. */
interface Pause {
  readonly untilMs: number;
  readonly error: unknown;
}

export interface SendOptions<Result> {
  /** Looks whether an attempt that seemed to fail went through after all. */
  readonly find?: () => Promise<Result | undefined>;
  /** Attempts after this are not made; milliseconds from the first. */
  readonly giveUpAfterMs?: number;
  /** Not tried again where the first try may have been done. */
  readonly isOnce?: boolean;
  /** A channel takes one post a second. */
  readonly channelId?: string;
}

const GIVE_UP_AFTER_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 15_000;
/** Between two that come back after a pause. */
const APART_MS = 50;
/** A little more than Slack asks for, as its clock is not ours. */
const POST_EVERY_MS = 1_050;

/**
 * Sends to Slack until it went through: waits where a method is limited, tries again where a failure passes,
 * and looks first whether what failed was done. Rejects with the last error.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #pauses = new Map<string, Pause>();
  /** How many wait for the end of a method's pause. */
  readonly #waiting = new Map<string, number>();
  readonly #nextPostMs = new Map<string, number>();
  readonly #closing = new AbortController();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  async send<Result>(
    method: string,
    attempt: () => Promise<Result>,
    { find, giveUpAfterMs = GIVE_UP_AFTER_MS, isOnce = false, channelId }: SendOptions<Result> = {},
  ): Promise<Result> {
    const { nowMs, random, onFailure } = this.#options;
    const untilMs = nowMs() + giveUpAfterMs;
    for (let failures = 0; ; ) {
      if (channelId !== undefined) await this.#turnIn(channelId);
      await this.#pauseOf(method, untilMs);
      try {
        return await attempt();
      } catch (error) {
        onFailure(method, reasonOf(error));
        const { passes, afterMs } = verdictOn(error);
        if (this.#closing.signal.aborted || !passes || (isOnce && afterMs === undefined))
          throw error;
        if (afterMs === undefined) {
          const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
          failures += 1;
          if (nowMs() + pauseMs > untilMs) throw error;
          await this.#wait(pauseMs * (0.5 + random() / 2));
          const found = await find?.();
          if (found !== undefined) return found;
        } else {
          this.#pauses.set(method, { untilMs: nowMs() + afterMs, error });
          if (nowMs() + afterMs > untilMs) throw error;
        }
      }
    }
  }

  /** Tries nothing again from now on: what waits to be is rejected. */
  close(): void {
    this.#closing.abort();
  }

  #wait(ms: number): Promise<void> {
    return setTimeout(ms, undefined, { signal: this.#closing.signal });
  }

  /** Waits for the channel's next free second and takes it. */
  async #turnIn(channelId: string): Promise<void> {
    const nowMs = this.#options.nowMs();
    for (const [id, freeMs] of this.#nextPostMs) if (freeMs <= nowMs) this.#nextPostMs.delete(id);
    const turnMs = this.#nextPostMs.get(channelId) ?? nowMs;
    this.#nextPostMs.set(channelId, turnMs + POST_EVERY_MS);
    if (turnMs > nowMs) await this.#wait(turnMs - nowMs);
  }

  /** Rejects at once where it would take too long. */
  async #pauseOf(method: string, giveUpMs: number): Promise<void> {
    const { nowMs } = this.#options;
    for (;;) {
      const pause = this.#pauses.get(method);
      if (!pause || pause.untilMs <= nowMs()) return;
      if (pause.untilMs > giveUpMs) throw pause.error;
      const before = this.#waiting.get(method) ?? 0;
      this.#waiting.set(method, before + 1);
      try {
        // One after the other, who waits longest first, so that not everybody comes back at the same moment.
        await this.#wait(pause.untilMs - nowMs() + before * APART_MS);
      } finally {
        this.#waiting.set(method, (this.#waiting.get(method) ?? 1) - 1);
      }
    }
  }
}
