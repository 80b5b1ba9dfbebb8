import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Hit } from '../../src/model.ts';
import { QuestionVectors } from '../../src/retrieve/question-vectors.ts';
import { retrieve } from '../../src/retrieve/retrieve.ts';
import { searchBeside } from '../../src/retrieve/search-beside.ts';
import { understand } from '../../src/understand/understand.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

let index: PlanIndex;
beforeAll(async () => {
  index = await openRealIndex();
});
afterAll(() => index.close());

async function find(
  question: string,
  wordings: readonly string[],
): Promise<{ literal: readonly Hit[]; widened: readonly Hit[] }> {
  const known = understandingOf(contextOf(index));
  const query = understand(question, known);
  const vectors = new QuestionVectors(index.embedder);
  const { hits: literal } = await retrieve(index, query, vectors);
  return { literal, widened: await searchBeside(index, query, literal, wordings, known, vectors) };
}

const idsOf = (hits: readonly Hit[]): string[] => hits.map(({ passage }) => passage.id);
const rankOf = (hits: readonly Hit[], words: string): number =>
  hits.findIndex(({ passage }) => passage.text.replace(/\s+/gu, '').includes(words)) + 1;

describe('searching in other wordings beside the question', () => {
  test('brings what the question alone does not, among the first', async () => {
    const { literal, widened } = await find('周村大街上有人忽然倒地没了气，靠什么抢回一条命？', [
      '自动体外除颤器急救设备布设',
    ]);
    const [before, after] = [literal, widened].map((hits) => rankOf(hits, '自动体外除颤器'));
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(before === 0 ? 10 : Number(before));
  });

  test('without other wordings leaves everything as it was', async () => {
    const { literal, widened } = await find('淄川养老床位', []);
    expect(widened).toBe(literal);
  });

  test('keeps what the question itself found, the best of it among the first', async () => {
    const { literal, widened } = await find('淄川区2025年常住人口城镇化率的目标是多少', [
      '动物园门票价格',
      '航天发射计划',
      '海洋渔业捕捞',
    ]);
    expect(idsOf(widened).slice(0, 8)).toEqual(expect.arrayContaining(idsOf(literal).slice(0, 3)));
    expect(idsOf(widened)[0]).toBe(idsOf(literal)[0]);
    expect(new Set(idsOf(widened)).size).toBe(widened.length);
    expect(idsOf(widened)).toEqual(expect.arrayContaining(idsOf(literal)));
  });

  test('never looks beyond the place the question names', async () => {
    const { widened } = await find('周村的老人怎么养老', [
      '淄川区养老服务',
      '高新区2035年养老目标',
      '淄博市养老床位',
    ]);
    const others = widened.filter(({ passage }) => passage.documentId !== 'zhoucun-14fyp');
    for (const { passage } of others)
      expect(`${passage.headingPath.join()}${passage.text}`).toContain('周村');
  });

  test('the year asked for stays the question’s own', async () => {
    const { widened } = await find('淄博2025年粮食产量', ['2024年粮食总产量']);
    const { widened: same } = await find('淄博2025年粮食产量', ['粮食总产量']);
    expect(idsOf(widened)).toEqual(idsOf(same));
  });
});
