import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from '../real-answers.ts';

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
    ['高新区十四五主要目标', 'zibo-hitech-14fyp', ['综合实力跃上新台阶']],
    ['淄川“十三五”取得了哪些成就', 'zichuan-14fyp', ['461.1 亿元', '双招双引']],
    ['淄博2024年计划执行情况怎么样', 'zibo-2025-plan', ['4884.1亿元']],
    ['高新区面临哪些机遇和挑战', 'zibo-hitech-14fyp', ['新一轮科技革命', '贸易保护主义']],
  ])('is told as its heading divides it: %s', async (question, documentId, said) => {
    const { answer, citations } = await real.ask(question);
    for (const words of said) expect(answer).toContain(words);
    expect([...new Set(citations.map((citation) => citation.documentId))]).toEqual([documentId]);
  });

  test.each([
    ['周村“十四五”的发展目标有哪些', ['区域融合发展实现突破', '人民生活水平明显提升']],
    ['周村规划的基本原则有哪些', ['坚持党的全面领导', '坚持系统观念']],
    ['周村“十三五”取得了哪些成绩', ['综合实力稳步提升', '党的建设全面加强']],
    ['周村的发展定位是什么', ['“张周同城化”先行示范区', '高质量发展先行区']],
  ])('is told as it begins where the headings are lost: %s', async (question, said) => {
    const { answer } = await real.ask(question);
    for (const words of said) expect(answer).toContain(words);
  });

  test('ends with its paragraph where the next one is another part', async () => {
    const { answer } = await real.ask('周村的指导思想是什么');
    expect(answer).toContain('高举中国特色社会主义伟大旗帜');
    expect(answer).not.toContain('坚持系统观念');
  });

  test('is not taken for what is asked of a thing', async () => {
    const { answer } = await real.ask('淄川区养老服务的发展目标是什么');
    expect(answer).toContain('养老');
  });

  test('does not stand for a heading of two parts', async () => {
    expect((await real.ask('淄博市2025年主要预期目标有哪些')).answer).toContain('5.5%左右');
  });
});
