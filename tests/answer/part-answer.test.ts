import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from './real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('a part that every plan has', () => {
  test.each([
    ['高新区的发展目标有哪些', 'zibo-hitech-14fyp', ['综合实力跃上新台阶', '民生建设取得新成绩']],
    [
      '淄川区五年规划的主要目标是什么',
      'zichuan-14fyp',
      ['经过 5 年努力奋斗', '努力建设全国资源枯竭城市转型发展示范区'],
    ],
    ['高新区规划的指导思想是什么', 'zibo-hitech-14fyp', ['高举中国特色社会主义伟大旗帜']],
    ['淄川规划的基本原则有哪些', 'zichuan-14fyp', ['坚持底线思维']],
    ['高新区的战略定位是什么', 'zibo-hitech-14fyp', ['高技术和新经济活力区']],
    ['高新区2035年远景目标是什么', 'zibo-hitech-14fyp', ['高科技园区']],
  ])('is told as its heading divides it: %s', async (question, documentId, said) => {
    const { answer, citations } = await real.ask(question);
    for (const words of said) expect(answer).toContain(words);
    expect([...new Set(citations.map((citation) => citation.documentId))]).toEqual([documentId]);
  });

  test('is not taken for what is asked of a thing', async () => {
    const { answer } = await real.ask('淄川区养老服务的发展目标是什么');
    expect(answer).toContain('养老');
  });

  test('does not stand for a heading of two parts', async () => {
    expect((await real.ask('淄博市2025年主要预期目标有哪些')).answer).toContain('5.5%左右');
  });
});
