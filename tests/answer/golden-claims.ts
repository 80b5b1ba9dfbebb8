import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftClaim } from '../../src/answer/draft.ts';
import { converse } from '../../src/conversation/converse.ts';
import { parseGolden } from '../../src/evaluate/golden.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Answer } from '../../src/model.ts';
import { contextOf } from '../real-index.ts';

const GOLDEN = join(import.meta.dirname, '../golden');

/** The claims of an answer with what they cite, as they were before they were put together. */
export const claimsOf = ({ claims, citations }: Answer, index: PlanIndex): DraftClaim[] =>
  claims.map(({ citations: marks, ...claim }) => ({
    ...claim,
    proofs: marks.flatMap((n) => {
      const { passageId = '', quote = '' } = citations[n - 1] ?? {};
      const passage = index.passage(passageId);
      return passage ? [{ passage, quote }] : [];
    }),
  }));

export interface GoldenClaim {
  readonly claim: DraftClaim;
  readonly answer: Answer;
  /** Up to the question. */
  readonly turns: readonly string[];
}

/** Each claim that every second golden question is answered with offline, once. */
export async function goldenClaims(index: PlanIndex): Promise<GoldenClaim[]> {
  const context = contextOf(index);
  const found = new Map<string, GoldenClaim>();
  for (const file of ['questions.jsonl', 'second.jsonl']) {
    const golden = parseGolden(readFileSync(join(GOLDEN, file), 'utf8'), file);
    for (const { question = '', turns = [question] } of golden.filter((_, at) => at % 2 === 0)) {
      const { answer } = await converse(turns.at(-1) ?? '', context, { turns: turns.slice(0, -1) });
      for (const claim of claimsOf(answer, index)) found.set(claim.text, { claim, answer, turns });
    }
  }
  return [...found.values()];
}
