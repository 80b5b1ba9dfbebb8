import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerContext } from '../../../src/answer/answer-question.ts';
import { parseGolden } from '../../../src/evaluate/golden.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import { HONEST_FILE, readStored } from '../../fakes/openai/honest-model.ts';
import { contextOf, openRealIndex } from '../../real-index.ts';
import { playHonest } from './play-honest.ts';

const SET = 'training/seeds.jsonl';
const FILE = join(import.meta.dirname, '../../golden', SET);
const QUESTIONS = new Map(
  parseGolden(readFileSync(FILE, 'utf8'), SET).map((golden) => [golden.id, golden]),
);
/** Of the seeds; those of other documents are measured by `npm run bench:model`. */
const STORED = readStored(HONEST_FILE).filter(({ id }) => QUESTIONS.has(id));

let index: PlanIndex;
let plain: AnswerContext;
beforeAll(async () => {
  index = await openRealIndex();
  plain = contextOf(index);
});
afterAll(() => index.close());

test('an honest model finds in the evidence what it needs, and nearly all it says near the text is shown', async ({
  annotate,
}) => {
  const counts = { stored: 0, told: 0, shown: 0 };
  for (const { id, plain: sayings } of STORED) {
    const golden = QUESTIONS.get(id);
    if (!golden || sayings.length === 0) continue;
    const { stored, told, answer } = await playHonest(golden, sayings, plain);
    counts.stored += stored;
    counts.told += told;
    counts.shown += answer.model === undefined ? 0 : answer.claims.length;
  }
  await annotate(JSON.stringify(counts));
  expect(counts.stored).toBeGreaterThan(30);
  expect(counts.told / counts.stored).toBeGreaterThanOrEqual(0.9);
  expect(counts.shown / counts.told).toBeGreaterThanOrEqual(0.7);
}, 300_000);
