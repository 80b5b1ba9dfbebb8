import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orderClaim } from '../../../src/answer/kinds/order-claim.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import { openRealIndex } from '../../real-index.ts';
import { samplePassage, sampleQuery } from '../../retrieve/sample-query.ts';

let index: PlanIndex;
beforeAll(async () => {
  index = await openRealIndex();
});
afterAll(() => index.close());

const query = sampleQuery({ content: '粮食 总产' });
const placed = (label: string, text: string) => ({
  label,
  claim: { text, proofs: [{ passage: samplePassage({ text }), quote: text }] },
  asking: { query, index },
});

describe('figures set in order', () => {
  test('from the highest to the lowest, with what lies between', () => {
    const claim = orderClaim([
      placed('东省', '粮食总产486.5亿斤。'),
      placed('西省', '粮食总产量1350.97亿斤。'),
    ]);
    expect(claim?.text).toBe('由高到低：西省 ＞ 东省。最高与最低相差864.47亿斤（计算所得）。');
    expect(claim?.computed).toEqual([
      { value: '864.47', how: 'difference', from: ['1350.97', '486.5'] },
    ]);
  });

  test('of shares the difference is in points', () => {
    const claim = orderClaim([placed('东省', '增长5.6%。'), placed('西省', '增长3.6%。')]);
    expect(claim?.text).toContain('相差2个百分点');
  });

  test('of different scales by their worth', () => {
    const claim = orderClaim([placed('东省', '达9800万人。'), placed('西省', '达1.2亿人。')]);
    expect(claim?.text).toMatch(/西省 ＞ 东省/u);
    expect(claim?.computed).toBeUndefined();
  });

  test.each([
    ['one of them says none', ['粮食总产486.5亿斤。', '粮食再获丰收。']],
    ['they count different things', ['新建5所。', '新建300公里。']],
    ['one is a growth and one a level', ['总产增长5%。', '总产占全国5%。']],
    ['one is of a year and one of several', ['增长5%。', '年均增长6%。']],
    ['all that is said is a year', ['2025年完成。', '2024年完成。']],
  ])('not where %s', (_why, [one = '', other = '']) => {
    expect(orderClaim([placed('东省', one), placed('西省', other)])).toBeUndefined();
  });
});
