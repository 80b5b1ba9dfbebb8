import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('what a plan says of a theme', () => {
  test.each([
    ['淄川生态那章讲了些什么', 'zichuan-14fyp', ['科学精准治污', '生态文明建设']],
    ['高新区教育这块打算怎么干', 'zibo-hitech-14fyp', ['教育资源供给', '教育模式改革']],
    ['淄博2025年民生方面安排了哪几件大事', 'zibo-2025-plan', ['促进就业创业', '健康淄博']],
    ['2024年淄博生态环境搞得怎么样，总结一下', 'zibo-2025-plan', ['能源转型', '238天']],
    ['淄川2023年扩大内需有哪些举措', 'zichuan-2023-tasks', ['有效投资', '现代流通体系']],
    ['周村乡村振兴从哪几个方面抓', 'zhoucun-14fyp', ['推动产业振兴', '推动组织振兴']],
  ])('is told as its section is divided: %s', async (question, documentId, said) => {
    const answer = await real.ask(question);
    for (const words of said) expect(answer.answer).toContain(words);
    expect(citedDocuments(answer)).toEqual([documentId]);
  });

  test('is that of the year asked about', async () => {
    const past = await real.ask('淄博2024年民生保障做得怎么样，概括一下');
    expect(past.answer).toContain('社会保障扩面提标');
    const ahead = await real.ask('淄博2025年民生打算怎么抓，概括一下');
    expect(ahead.answer).toContain('促进就业创业');
  });

  test('does not stand for one thing in it', async () => {
    const { answer } = await real.ask('淄川生态这块森林覆盖率2025年要到多少');
    expect(answer).toContain('25以上');
    expect(answer).not.toContain('科学精准治污');
  });

  test('does not stand for the troubles a plan names', async () => {
    const { answer } = await real.ask('淄川规划讲了哪些短板，概括一下');
    expect(answer).toContain('大项目好项目不多');
  });
});
