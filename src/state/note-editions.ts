import type { Config } from '../config.ts';
import { YoujuError } from '../errors.ts';
import type { BuildOutcome } from '../indexing/build-index.ts';
import { changedEditions } from '../indexing/changed-editions.ts';
import type { Subscriptions } from './subscriptions.ts';

/**
 * Notes what is new for those who subscribed, from the generation that was noted last: what an ingest that was killed
 * did not note the next one does. The index is good without it: why it failed is returned for the person.
 */
export function noteEditions(
  { indexDir }: Pick<Config, 'indexDir'>,
  { replaced, generation }: BuildOutcome,
  subscriptions: Subscriptions,
): string | undefined {
  try {
    const followed = subscriptions.followed();
    if (followed === undefined || followed === generation) return undefined;
    const editions =
      changedEditions(indexDir, followed, generation) ??
      (replaced === undefined ? [] : changedEditions(indexDir, replaced, generation));
    subscriptions.note(editions ?? [], generation);
    return undefined;
  } catch (error) {
    if (!(error instanceof YoujuError && error.code === 'STATE_UNUSABLE')) throw error;
    return `改了什么没有记下，订阅的人这次收不到通知：${error.message}`;
  }
}
