import { setTimeout } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { refusalOf } from './sign-in.ts';

type SocketModeClient = SocketModeReceiver['client'];

export interface SocketConnectionOptions {
  readonly client: SocketModeClient;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** From 0 to 1, for the spread of repeated attempts. */
  readonly random: () => number;
  /** A connection that Slack does not greet within this is given up. */
  readonly greetedWithinMs: number;
}

interface Connection {
  /** Resolves when it is over. */
  readonly lost: Promise<void>;
}

/** Opening connections is limited to about one a second. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Closing waits for the other side, which may be gone. */
const CLOSE_WITHIN_MS = 2_000;

/**
 * Keeps one socket to Slack. The package's own reconnecting dies of a failed attempt and waits five seconds
 * after every refresh, so it is switched off and done here: at once after a connection that worked, with
 * growing pauses after one that did not.
 */
export class SocketConnection {
  readonly #options: SocketConnectionOptions;
  readonly #closing = new AbortController();
  #connectedMs: number | null = null;
  #kept: Promise<void> = Promise.resolve();

  constructor(options: SocketConnectionOptions) {
    this.#options = options;
  }

  /** Milliseconds since events can arrive; null while they cannot. */
  get ageMs(): number | null {
    return this.#connectedMs === null ? null : this.#options.nowMs() - this.#connectedMs;
  }

  /** Resolves when connected, or when the first attempt failed in a way that may pass. Throws SLACK_REFUSED. */
  async open(): Promise<void> {
    let connection: Connection | undefined;
    try {
      connection = await this.#connect();
    } catch (error) {
      const refusal = refusalOf(error, 'SLACK_APP_TOKEN');
      if (refusal) throw refusal;
      this.#options.log.warn(failureDetails(error), 'no connection to Slack yet');
    }
    this.#kept = this.#keep(connection);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    // Not while it is being opened: the package would hold the process for another half a minute.
    if (this.#connectedMs !== null) await this.#drop();
    await this.#kept;
    if (this.#connectedMs !== null) await this.#drop();
  }

  async #keep(first: Connection | undefined): Promise<void> {
    let connection = first;
    let failures = connection ? 0 : 1;
    while (!this.#closing.signal.aborted) {
      try {
        await connection?.lost;
        if (this.#closing.signal.aborted) return;
        if (failures > 0) await this.#pause(failures);
        connection = await this.#connect();
        failures = 0;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        connection = undefined;
        failures += 1;
        // A token that was revoked may be given back: as long as we run, we try.
        this.#options.log.warn(
          { ...failureDetails(error), failures },
          'could not connect to Slack',
        );
      }
    }
  }

  /** Resolves once Slack has greeted us. */
  async #connect(): Promise<Connection> {
    const { client, log, nowMs, greetedWithinMs } = this.#options;
    const settled = new AbortController();
    const greeting = setTimeout(greetedWithinMs, undefined, { signal: settled.signal }).then(
      async () => {
        await this.#drop();
        throw new Error(`Slack did not greet us within ${greetedWithinMs} ms`);
      },
      () => undefined,
    );
    try {
      const connected = client.start();
      await Promise.race([connected, greeting.then(() => connected)]);
    } finally {
      settled.abort();
    }
    this.#connectedMs = nowMs();
    log.info('connected to Slack');
    const lost = new Promise<void>((resolve) => {
      client.once('disconnected', () => {
        this.#connectedMs = null;
        log.info('connection to Slack ended');
        resolve();
      });
    });
    return { lost };
  }

  /** Bounded, as the package waits for a close that may never come. */
  async #drop(): Promise<void> {
    const settled = new AbortController();
    const bound = setTimeout(CLOSE_WITHIN_MS, undefined, { signal: settled.signal });
    await Promise.race([this.#options.client.disconnect(), bound]);
    settled.abort();
    await bound.catch(() => undefined);
  }

  async #pause(failures: number): Promise<void> {
    const { random } = this.#options;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    const spreadMs = pauseMs * (0.75 + random() / 2);
    await setTimeout(spreadMs, undefined, { signal: this.#closing.signal });
  }
}
