import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Outbox } from '../delivery/outbox.ts';
import type { Identity } from '../transport/sign-in.ts';

export interface HomeTeamsOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly identity: Pick<Identity, 'teamId' | 'enterpriseId'>;
  readonly nowMs: () => number;
}

const pageSchema = z.object({
  teams: z.array(z.object({ id: z.string() })).default([]),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

const PAGE = 1_000;
const MOST_PAGES = 20;
const LOOK_UP_WITHIN_MS = 5_000;
/** A workspace that joins an organisation is known this much later at most. */
const BELIEVED_MS = 60_000;

/** The workspaces that installed us: one, or where a whole organisation did, all of it. */
export class HomeTeams {
  readonly #options: HomeTeamsOptions;
  #teams: ReadonlySet<string>;
  #untilMs = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;

  constructor(options: HomeTeamsOptions) {
    this.#options = options;
    const { teamId, enterpriseId } = options.identity;
    this.#teams = new Set(enterpriseId === null ? [teamId] : [teamId, enterpriseId]);
  }

  /** Rejects where Slack does not say. */
  async has(teamId: string): Promise<boolean> {
    const { identity, nowMs } = this.#options;
    if (this.#teams.has(teamId) || identity.enterpriseId === null) return this.#teams.has(teamId);
    if (nowMs() >= this.#untilMs) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
    return this.#teams.has(teamId);
  }

  async #ask(): Promise<void> {
    const { client, outbox, identity, nowMs } = this.#options;
    const ids = [identity.teamId, identity.enterpriseId ?? identity.teamId];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const from = cursor === '' ? {} : { cursor };
      const answer = await outbox.send(
        'auth.teams.list',
        () => client.auth.teams.list({ limit: PAGE, ...from }),
        { giveUpAfterMs: LOOK_UP_WITHIN_MS },
      );
      const { teams, response_metadata } = pageSchema.parse(answer);
      ids.push(...teams.map(({ id }) => id));
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    this.#teams = new Set(ids);
    this.#untilMs = nowMs() + BELIEVED_MS;
  }
}
