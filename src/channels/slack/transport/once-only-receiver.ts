import type { App as BoltApp, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from '../../../log.ts';
import { isReadable } from './readable-body.ts';

/**
 * A question is noted durably when it is admitted, and comes again as a repetition; what happened so long ago that
 * nobody waits any more is late; anything else may come twice.
 */
export type Admission = 'question' | 'repetition' | 'late' | 'other';

/** Wraps a transport so that every event passes `admit` before Bolt acknowledges it; what nobody could read goes no further. */
export class OnceOnlyReceiver implements Receiver {
  readonly #inner: Receiver;
  readonly #admit: (body: unknown) => Admission;
  readonly #log: Logger;

  constructor(inner: Receiver, admit: (body: unknown) => Admission, log: Logger) {
    this.#inner = inner;
    this.#admit = admit;
    this.#log = log;
  }

  init(app: BoltApp): void {
    const processEvent = async (event: ReceiverEvent): Promise<void> => {
      if (!isReadable(event.body)) {
        this.#log.warn('a message of Slack of no known shape was left out');
        // Sent again it would be no better.
        return event.ack();
      }
      const admission = this.#admit(event.body);
      if (admission === 'repetition' || admission === 'late') return event.ack();
      const kept = onceAcknowledged(admission === 'question' ? this.#keeping(event) : event);
      await app.processEvent(kept);
      // What nobody acted on, or failed and was said to whom it concerns, would only fail again.
      await kept.ack();
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

  /** Bolt drops what it cannot acknowledge, as where the connection has just broken. */
  #keeping(event: ReceiverEvent): ReceiverEvent {
    const ack: ReceiverEvent['ack'] = async (response) => {
      try {
        await event.ack(response);
      } catch (error) {
        this.#log.info(
          { err: error },
          'a question could not be acknowledged, and is answered all the same',
        );
      }
    };
    return { ...event, ack };
  }
}

/** Who checks something first may acknowledge before whoever acts on it; Slack hears the first word only. */
function onceAcknowledged(event: ReceiverEvent): ReceiverEvent {
  let acknowledged: Promise<void> | undefined;
  const ack: ReceiverEvent['ack'] = (response) => {
    acknowledged ??= event.ack(response);
    return acknowledged;
  };
  return { ...event, ack };
}
