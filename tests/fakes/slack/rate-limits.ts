import type { Clock } from './moments.ts';

const MINUTE_MS = 60_000;

/** Calls a minute by Slack's tiers; "several hundred" posts a minute for a workspace. */
const TIERS = { one: 1, two: 20, three: 50, four: 100, posting: 300, status: 600 } as const;

const TIER_OF: Readonly<Record<string, keyof typeof TIERS>> = {
  'apps.connections.open': 'one',
  'auth.teams.list': 'two',
  'chat.postMessage': 'posting',
  'chat.update': 'three',
  'chat.delete': 'three',
  'chat.unfurl': 'three',
  'chat.postEphemeral': 'four',
  'chat.startStream': 'two',
  'chat.stopStream': 'two',
  'chat.appendStream': 'four',
  'conversations.replies': 'three',
  'conversations.history': 'three',
  'conversations.info': 'three',
  'conversations.open': 'three',
  'files.info': 'four',
  'files.getUploadURLExternal': 'four',
  'files.completeUploadExternal': 'four',
  'users.info': 'four',
  'views.open': 'four',
  'views.push': 'four',
  'views.update': 'four',
  'views.publish': 'four',
  'agents.sessions.setStatus': 'three',
  'agents.sessions.rename': 'three',
  'assistant.threads.setStatus': 'status',
  'assistant.threads.setSuggestedPrompts': 'three',
  'assistant.threads.setTitle': 'three',
  'functions.completeSuccess': 'three',
  'functions.completeError': 'three',
  'reactions.add': 'three',
};

export interface RateLimitOptions {
  /** All limits times this: 10 allows ten times as much. Default 1, as Slack has them. */
  readonly scale?: number;
  /** Calls a minute of single methods, in place of their tier. */
  readonly perMinute?: Readonly<Record<string, number>>;
  /** Posts a second in one channel. Default 1. */
  readonly postsPerSecondPerChannel?: number;
}

/** Counts calls over sliding windows. */
export class RateLimits {
  readonly #options: RateLimitOptions;
  readonly #clock: Clock;
  readonly #seen = new Map<string, number[]>();

  constructor(options: RateLimitOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** Seconds to wait when this call is one too many; nothing when it may go on, and then it is counted. */
  retryAfter(method: string, channel: unknown): number | undefined {
    const scale = this.#options.scale ?? 1;
    const tier = TIER_OF[method];
    const perMinute = this.#options.perMinute?.[method] ?? (tier ? TIERS[tier] * scale : undefined);
    const perSecond = (this.#options.postsPerSecondPerChannel ?? 1) * scale;
    const limits = [
      ...(perMinute === undefined ? [] : [{ key: method, ms: MINUTE_MS, max: perMinute }]),
      ...(method === 'chat.postMessage' && typeof channel === 'string'
        ? [{ key: `posts in ${channel}`, ms: 1_000, max: perSecond }]
        : []),
    ];
    const waits = limits.map(({ key, ms, max }) => this.#wait(key, ms, max)).filter((ms) => ms > 0);
    if (waits.length > 0) {
      return Math.ceil(Math.max(...waits) / 1_000);
    }
    for (const { key } of limits) {
      this.#seen.get(key)?.push(this.#clock());
    }
    return undefined;
  }

  /** Milliseconds until one more is allowed; 0 when it is now. */
  #wait(key: string, windowMs: number, max: number): number {
    const now = this.#clock();
    const recent = (this.#seen.get(key) ?? []).filter((at) => now - at < windowMs);
    this.#seen.set(key, recent);
    const oldest = recent[Math.floor(recent.length - max)];
    return recent.length < max || oldest === undefined ? 0 : Math.max(oldest + windowMs - now, 1);
  }
}
