import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerContext, evidenceFor } from '../../../src/answer/answer-question.ts';
import type { Candidate } from '../../../src/answer/draft.ts';
import { propose } from '../../../src/answer/propose.ts';
import { isVerbatim } from '../../../src/answer/quotes.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import { contextOf, openRealIndex } from '../../real-index.ts';

let index: PlanIndex;
let context: AnswerContext;
beforeAll(async () => {
  index = await openRealIndex();
  context = contextOf(index);
});
afterAll(() => index.close());

const proposed = async (question: string): Promise<readonly Candidate[]> =>
  propose(await evidenceFor(question, context));
const textOf = ({ claims }: Candidate): string => claims.map(({ text }) => text).join('\n');

/** Whether some candidate of that way says all the words. */
async function proposes(question: string, way: Candidate['way'], words: readonly string[]) {
  const candidates = (await proposed(question)).filter((candidate) => candidate.way === way);
  return candidates.some((candidate) => words.every((word) => textOf(candidate).includes(word)));
}

describe('what is proposed', () => {
  test.each([
    ['淄川区2025年城镇化率目标是多少', 'row', ['75%', '65.6%']],
    ['三个区2025年城镇化率目标谁最高', 'sides', ['由高到低', '淄川区']],
    ['淄川规划分几章', 'headings', ['共14部分', '第一章', '第十四章']],
    ['高新区规划第三章讲什么', 'headings', ['数字赋能']],
    ['淄川的约束性指标有哪些', 'rows', ['约束性指标共']],
    ['淄川2023年任务里区商务局牵头哪些', 'duty', ['区商务局共', '牵头']],
    ['淄博市2025年推动有效投资主要抓什么', 'section', ['投资']],
    ['川政发〔2021〕2号 哪天印发的', 'fact', ['2021']],
  ] as const)('%s: by way of %s', async (question, way, words) => {
    expect(await proposes(question, way, words)).toBe(true);
  });

  test('quotes its passages word for word, whatever its kind', async () => {
    const candidates = [
      ...(await proposed('淄川养老怎么安排')),
      ...(await proposed('周村和淄川的旅游收入目标比一比')),
    ];
    const loose = candidates
      .flatMap(({ claims }) => claims.flatMap(({ proofs }) => proofs))
      .filter(({ passage, quote }) => !isVerbatim(quote, passage));
    expect(loose.map(({ quote }) => quote)).toEqual([]);
  });
});
