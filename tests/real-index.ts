import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { AnswerContext } from '../src/answer/answer-question.ts';
import { YoujuError } from '../src/errors.ts';
import { buildIndex } from '../src/indexing/build-index.ts';
import { currentGeneration } from '../src/indexing/generations.ts';
import { openIndex } from '../src/indexing/open-index.ts';
import type { PlanIndex } from '../src/indexing/plan-index.ts';
import { loadSynonyms } from '../src/understand/load-synonyms.ts';

export const REAL_SEEDS_DIR = join(import.meta.dirname, '../seeds');
export const PUBLIC_URL = 'http://plans.test';

/** Built once a run: whoever comes second waits for the first. */
export async function buildRealIndex(): Promise<string> {
  const indexDir = inject('realIndexDir');
  while (currentGeneration(indexDir) === undefined) {
    try {
      await buildIndex({ seedsDir: REAL_SEEDS_DIR, indexDir });
    } catch (error) {
      if (!(error instanceof YoujuError && error.code === 'INDEX_LOCKED')) throw error;
      await setTimeout(50);
    }
  }
  return indexDir;
}

/** To be closed by the test file that opens it. */
export const openRealIndex = async (): Promise<PlanIndex> =>
  openIndex({ seedsDir: REAL_SEEDS_DIR, indexDir: await buildRealIndex() });

/**
 * What answers stand on, with the wordings shipped and those people edit and a clock that stands still. The likeliest
 * candidate is always given: how sure it must be is learnt and measured on question sets, and tests of all else hold
 * whatever was learnt.
 */
export const contextOf = (index: PlanIndex): AnswerContext => ({
  index,
  synonyms: loadSynonyms(REAL_SEEDS_DIR),
  publicUrl: PUBLIC_URL,
  nowMs: () => 0,
  now: () => new Date('2026-11-20T08:00:00Z'),
  caution: 0,
});
