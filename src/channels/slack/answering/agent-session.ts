import type { webApi } from '@slack/bolt';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Outbox } from '../delivery/outbox.ts';

export interface SessionPlace {
  readonly channelId: string;
  readonly threadTs: string;
  readonly userId: string;
}

export interface SessionOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly log: Logger;
}

const MAX_TITLE_CHARS = 60;
/** A sign that comes later than the answer is none. */
const SIGN_WITHIN_MS = 2_000;
/** Left at work, a session shows so for an hour. */
const END_WITHIN_MS = 60_000;

/** The state of one agent conversation: at work with its title, then ready again. Never fails. */
export class AgentSession {
  readonly #options: SessionOptions;
  readonly #place: SessionPlace;

  constructor(options: SessionOptions, place: SessionPlace) {
    this.#options = options;
    this.#place = place;
  }

  begin(title: string): Promise<void> {
    const name = Array.from(title.replace(/\s+/gu, ' ')).slice(0, MAX_TITLE_CHARS).join('');
    const { userId } = this.#place;
    const more = { initiator_user_id: userId, ...(name === '' ? {} : { title: name }) };
    return this.#set({ status: 'processing', ...more }, SIGN_WITHIN_MS);
  }

  end(): Promise<void> {
    return this.#set({ status: 'active' }, END_WITHIN_MS);
  }

  async #set(
    state: Pick<webApi.AgentsSessionsSetStatusArguments, 'status' | 'title' | 'initiator_user_id'>,
    giveUpAfterMs: number,
  ): Promise<void> {
    const { client, outbox, log } = this.#options;
    const { channelId, threadTs } = this.#place;
    try {
      await outbox.send(
        'agents.sessions.setStatus',
        () =>
          client.agents.sessions.setStatus({
            channel_id: channelId,
            thread_ts: threadTs,
            ...state,
          }),
        { giveUpAfterMs },
      );
    } catch (error) {
      log.warn(
        { ...failureDetails(error), status: state.status },
        'agent session state could not be set',
      );
    }
  }
}
