import type { App as BoltApp, Receiver, ReceiverEvent } from '@slack/bolt';

/** Wraps a transport so that every event passes `admit` before Bolt acknowledges it. */
export class OnceOnlyReceiver implements Receiver {
  readonly #inner: Receiver;
  readonly #admit: (body: unknown) => boolean;

  /** `admit` notes the event durably and says whether it is to be handled, or was before. */
  constructor(inner: Receiver, admit: (body: unknown) => boolean) {
    this.#inner = inner;
    this.#admit = admit;
  }

  init(app: BoltApp): void {
    const processEvent = async (event: ReceiverEvent): Promise<void> => {
      if (this.#admit(event.body)) await app.processEvent(event);
      else await event.ack();
    };
    // The transport uses nothing of the app but this.
    const admitting: BoltApp = Object.assign(Object.create(app), { processEvent });
    this.#inner.init(admitting);
  }

  start(...args: Parameters<Receiver['start']>): Promise<unknown> {
    return this.#inner.start(...args);
  }

  stop(...args: Parameters<Receiver['stop']>): Promise<unknown> {
    return this.#inner.stop(...args);
  }
}
