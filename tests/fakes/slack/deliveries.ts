import type { Fields } from './fields.ts';

/** How Slack hands something to the app: over a WebSocket, or as a signed request. */
export interface Transport {
  send(parcel: Parcel): Promise<Receipt>;
  close(): Promise<void>;
}

export type ParcelKind = 'events_api' | 'slash_commands' | 'interactive';

export interface Parcel {
  readonly kind: ParcelKind;
  readonly payload: Fields;
  readonly acceptsResponse: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

export type Receipt =
  | { readonly acknowledged: true; readonly payload: unknown; readonly status?: number }
  | {
      readonly acknowledged: false;
      /** In Slack's words where it has some: http_timeout, http_error, connection_failed. */
      readonly reason: string;
      readonly status?: number;
      /** The app asked for no more tries (`x-slack-no-retry`). */
      readonly isFinal?: boolean;
    };

export interface Attempt {
  readonly atMs: number;
  readonly latencyMs: number;
  readonly receipt: Receipt;
}

/** One thing sent to the app, with every try. */
export interface Delivery {
  /** Event id, or our own number where Slack has none. */
  readonly id: string;
  readonly kind: ParcelKind;
  readonly payload: Fields;
  readonly attempts: readonly Attempt[];
}

/** What became of it in the end. */
export interface Ack {
  readonly id: string;
  readonly acknowledged: boolean;
  /** What the app answered with: slash text, response_action, options. */
  readonly payload: unknown;
  /** From sending to answer, of the last try. */
  readonly latencyMs: number;
  readonly attempts: number;
  readonly reason?: string;
  readonly status?: number;
}

export interface RedeliveryOptions {
  /** How long Slack waits for an ack. */
  readonly ackTimeoutMs: number;
  /** Waiting before each further try; as many tries as there are numbers. Slack: at once, 1 and 5 minutes. */
  readonly delaysMs: readonly number[];
}

export const defaultRedeliveryOptions: RedeliveryOptions = {
  ackTimeoutMs: 3_000,
  delaysMs: [20, 200, 1_000],
};

interface Kept {
  readonly id: string;
  readonly kind: ParcelKind;
  readonly payload: Fields;
  readonly attempts: Attempt[];
}

/** Sends, counts, and sends again. */
export class Deliveries {
  #kept: Kept[] = [];
  readonly #delaysMs: readonly number[];
  readonly #transport: Transport;
  readonly #changed: () => void;
  readonly #waits = new Map<NodeJS.Timeout, () => void>();
  #count = 0;
  readonly #closing = new AbortController();

  constructor(transport: Transport, delaysMs: readonly number[], changed: () => void) {
    this.#transport = transport;
    this.#delaysMs = delaysMs;
    this.#changed = changed;
  }

  get all(): readonly Delivery[] {
    return this.#kept;
  }

  /** An event: tried again until it is acknowledged or the tries are used up. */
  async sendEvent(payload: Fields): Promise<Ack> {
    const kept = this.#keep('events_api', payload, String(payload.event_id));
    let last = await this.#try(kept, true);
    for (const [index, delayMs] of this.#delaysMs.entries()) {
      const { receipt } = last;
      if (receipt.acknowledged || receipt.isFinal === true || this.#closing.signal.aborted) {
        break;
      }
      await this.#wait(delayMs);
      last = await this.#try(kept, true, { attempt: index + 1, reason: receipt.reason });
    }
    return ackOf(kept, last);
  }

  /** A command, click or submission: a person waits, nothing is tried again. */
  async sendOnce(kind: ParcelKind, payload: Fields, acceptsResponse = true): Promise<Ack> {
    const kept = this.#keep(kind, payload, `I${++this.#count}`);
    return ackOf(kept, await this.#try(kept, acceptsResponse));
  }

  /**
   * Sends an event once more, as Slack does when it did not see the ack.
   * @throws when no such event was ever sent
   */
  async redeliver(eventId: string, reason = 'http_timeout'): Promise<Ack> {
    const kept = this.#kept.find(({ id }) => id === eventId);
    if (!kept) {
      throw new Error(`No event ${eventId} was sent, so none can be sent again`);
    }
    const retry = { attempt: kept.attempts.length, reason };
    return ackOf(kept, await this.#try(kept, true, retry));
  }

  /** Drops what was sent before a time, so that a long run does not grow. */
  forgetBefore(atMs: number): void {
    this.#kept = this.#kept.filter(({ attempts }) => (attempts.at(-1)?.atMs ?? atMs) >= atMs);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const [timer, goOn] of this.#waits) {
      clearTimeout(timer);
      goOn();
    }
    await this.#transport.close();
  }

  #keep(kind: ParcelKind, payload: Fields, id: string): Kept {
    const kept: Kept = { id, kind, payload, attempts: [] };
    this.#kept.push(kept);
    return kept;
  }

  async #try(kept: Kept, acceptsResponse: boolean, retry?: Parcel['retry']): Promise<Attempt> {
    const atMs = Date.now();
    const start = performance.now();
    const receipt: Receipt = this.#closing.signal.aborted
      ? { acknowledged: false, reason: 'closed' }
      : await this.#transport.send({
          kind: kept.kind,
          payload: kept.payload,
          acceptsResponse,
          ...(retry ? { retry } : {}),
        });
    const attempt: Attempt = { atMs, latencyMs: performance.now() - start, receipt };
    kept.attempts.push(attempt);
    this.#changed();
    return attempt;
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const goOn = (): void => {
        this.#waits.delete(timer);
        resolve();
      };
      const timer = setTimeout(goOn, delayMs);
      this.#waits.set(timer, goOn);
    });
  }
}

function ackOf({ id, attempts }: Kept, { receipt, latencyMs }: Attempt): Ack {
  return {
    id,
    acknowledged: receipt.acknowledged,
    payload: receipt.acknowledged ? receipt.payload : undefined,
    latencyMs,
    attempts: attempts.length,
    ...(receipt.acknowledged ? {} : { reason: receipt.reason }),
    ...(receipt.status === undefined ? {} : { status: receipt.status }),
  };
}
