import { setTimeout } from 'node:timers/promises';
import type { Desk } from './desk.ts';
import { recoverQuestions } from './recover-questions.ts';

const LOOK_EVERY_MS = 30_000;

/** Looks at once and from time to time for answers that are still owed and nobody is working on. */
export function watchOwed(desk: Desk, lookEveryMs = LOOK_EVERY_MS): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  const { log } = desk.options;
  const watching = (async () => {
    while (!signal.aborted) {
      try {
        const count = await recoverQuestions(desk);
        if (count > 0) log.info({ count }, 'took up owed answers');
      } catch (error) {
        log.error({ err: error }, 'owed answers could not be read');
      }
      // Closing is the only way a pause ends early.
      await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}
