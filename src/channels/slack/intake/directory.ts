import { setTimeout } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Outbox } from '../delivery/outbox.ts';
import type { Person } from './access.ts';

/** What Slack says of somebody. */
type Listed = Omit<Person, 'isOfHome'>;

const userSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_admin: z.boolean().default(false),
    is_owner: z.boolean().default(false),
  }),
});

/** How long what Slack said of a person is believed. */
const BELIEVED_MS = 10 * 60_000;
const MOST_PEOPLE = 5_000;
const LOOK_UP_WITHIN_MS = 5_000;

interface Known {
  readonly untilMs: number;
  readonly person: Promise<Listed>;
}

/** Who people are, asked of Slack and remembered for a while. */
export class Directory {
  readonly #client: webApi.WebClient;
  readonly #outbox: Outbox;
  readonly #nowMs: () => number;
  readonly #known = new Map<string, Known>();

  constructor(client: webApi.WebClient, outbox: Outbox, nowMs: () => number) {
    this.#client = client;
    this.#outbox = outbox;
    this.#nowMs = nowMs;
  }

  /** Rejects where Slack does not say in time; what it says later is there for the next question. */
  person(userId: string, teamId: string): Promise<Listed> {
    return within(LOOK_UP_WITHIN_MS, this.#personFor(userId, teamId));
  }

  #personFor(userId: string, teamId: string): Promise<Listed> {
    const known = this.#known.get(userId);
    if (known && known.untilMs > this.#nowMs()) return known.person;
    const person = this.#lookUp(userId, teamId);
    if (this.#known.size >= MOST_PEOPLE) this.#known.clear();
    this.#known.set(userId, { untilMs: this.#nowMs() + BELIEVED_MS, person });
    person.catch(() => this.#known.delete(userId));
    return person;
  }

  async #lookUp(userId: string, teamId: string): Promise<Listed> {
    const answer = await this.#outbox.send(
      'users.info',
      () => this.#client.users.info({ user: userId }),
      { giveUpAfterMs: LOOK_UP_WITHIN_MS },
    );
    const { user } = userSchema.parse(answer);
    return {
      id: user.id,
      teamId: user.team_id ?? teamId,
      isGuest: user.is_restricted || user.is_ultra_restricted || user.is_stranger,
      isBot: user.is_bot,
      isAdmin: user.is_admin || user.is_owner,
    };
  }
}

/** A call that hangs is waited for much longer than a person waits for a sign. */
async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const settled = new AbortController();
  const { signal } = settled;
  const late = setTimeout(limitMs, undefined, { signal }).then(() => {
    throw new Error(`Slack did not answer within ${limitMs} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
    await late.catch(() => undefined);
  }
}
