import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../../../log.ts';

const LOOK_EVERY_MS = 30_000;

/** Does something at once and again after each pause. What goes wrong is logged and tried at the next time. */
export function fromTimeToTime(
  work: () => Promise<void>,
  log: Logger,
  everyMs = LOOK_EVERY_MS,
): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  const watching = (async () => {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.error({ err: error }, 'what is owed or to be told could not be read');
      }
      // Closing is the only way a pause ends early.
      await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}
