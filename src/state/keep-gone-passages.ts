import type { Config } from '../config.ts';
import { YoujuError } from '../errors.ts';
import type { BuildOutcome } from '../indexing/build-index.ts';
import { gonePassages } from '../indexing/gone-passages.ts';
import { FormerPassages } from './former-passages.ts';

/**
 * Remembers what a new index no longer has. The index is good without it: why it could not be kept is returned
 * for the person.
 */
export function keepGonePassages(
  { indexDir, stateDir }: Pick<Config, 'indexDir' | 'stateDir'>,
  { replaced, generation }: BuildOutcome,
): string | undefined {
  if (replaced === undefined) return undefined;
  const formerPassages = new FormerPassages({ stateDir });
  try {
    formerPassages.keep(gonePassages(indexDir, replaced, generation));
    return undefined;
  } catch (error) {
    if (!(error instanceof YoujuError && error.code === 'STATE_UNUSABLE')) throw error;
    return `改动前的段落没有记下，指向它们的旧链接会失效：${error.message}`;
  } finally {
    formerPassages.close();
  }
}
