import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from './real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('what the documents do not say', () => {
  /** Those who learn the judge weigh each against answers lost: of the kinds most must be refused. */
  const UNSAID = [
    // whether a plan came about
    '淄川2023年6家水泥熟料企业超低排放改造后来都改完了吗',
    // whether a target was met, with the city’s figure beside it
    '淄川2023年170家高企的目标后来达到了没有',
    // a part of which only the whole is given
    '高新区2025年女性人均预期寿命多少岁',
    // another thing that is measured alike
    '抽水蓄能装机有多少万千瓦',
    // an area of something else
    '周村区供热面积是多少',
    // a figure of the whole city
    '周村古商城2024年游客增长百分之多少',
    // what the figures of a name stand for
    '淄博“3510”发展目标里3、5、10各代表什么',
  ];

  test('is mostly refused', async () => {
    const answered: string[] = [];
    for (const question of UNSAID)
      if ((await real.ask(question)).outcome !== 'not-found') answered.push(question);
    expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(UNSAID.length / 2);
  });
});

describe('what they do say', () => {
  test.each([
    [
      'whether a plan came about',
      '周村古商城创5A后来评上了没',
      'passage',
      '成功创建全市首家国家5A级景区',
    ],
    ['what a thing is measured at', '2025年新型储能装机规模要到多少万千瓦', 'passage', '100万千瓦'],
    ['the last year of a period', '周村十四五末旅游总收入要达到多少', 'passage', '60亿元'],
    ['a part that is given', '淄川2025年女性人均预期寿命多少岁', 'indicator', '86.19'],
    [
      'in prose, though the table has its growth',
      '高新区2025年GDP目标是多少',
      'passage',
      '570亿元',
    ],
  ] as const)('%s is offered: %s', async (_what, question, kind, said) => {
    expect((await real.offered(question, kind, [said])).citations).not.toEqual([]);
  });
});
