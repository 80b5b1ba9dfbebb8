import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnswerContext, evidenceFor } from '../../../src/answer/answer-question.ts';
import { finish } from '../../../src/answer/finish.ts';
import { propose } from '../../../src/answer/propose.ts';
import { buildIndex } from '../../../src/indexing/build-index.ts';
import { openIndex } from '../../../src/indexing/open-index.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import { contextOf } from '../../real-index.ts';

const PLANS_DIR = join(import.meta.dirname, '../../corpora/plans');
const PLANS = ['fujian', 'chongqing', 'shanxi', 'henan', 'xinjiang'];

let folder: string;
let index: PlanIndex;
let context: AnswerContext;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'youju-kinds-'));
  for (const plan of PLANS) {
    const file = `${plan}-2026-report.txt`;
    copyFileSync(join(PLANS_DIR, file), join(folder, file));
  }
  const places = { seedsDir: folder, indexDir: join(folder, 'index') };
  await buildIndex(places);
  index = await openIndex(places);
  context = contextOf(index);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

/** What could be answered: every candidate with its claims that are proven. */
async function answersTo(question: string): Promise<readonly string[]> {
  const evidence = await evidenceFor(question, context);
  const candidates = await propose(evidence);
  return candidates.flatMap((candidate) => finish(question, candidate, evidence, '')?.answer ?? []);
}

test.each([
  ['福建对台要打造哪几个融合示范样板', ['共3项', '社会融合', '经济融合', '情感融合']],
  ['山西能源科技创新的九条路径，请逐条列出', ['共9项', '碳捕集', '现代煤化工']],
  ['河南建设全国统一大市场循环枢纽，要建哪四类枢纽', ['物流通道枢纽', '产业链接枢纽']],
  ['重庆15件民生实事列一下', ['老旧小区改造600个', '反诈工作站100个', '渝邻汇']],
  ['福建的报告是谁念的', ['报告人省长']],
  ['郑州航空港那边今年有什么安排', ['航空港']],
  [
    '河南和新疆2026年一般公共预算收入增速目标相比谁高',
    ['预算收入增长10%左右', '预算收入增长4%左右'],
  ],
  ['重庆这份报告一共几大块、各讲啥', ['工作回顾', '2026年工作安排', '多措并举扩大内需']],
  ['重庆在教育上今年怎么打算', ['办好人民满意的教育']],
  ['福建城镇新增就业：去年实打实多少，今年定多少', ['54.58万人', '50万人', '相差4.58万人']],
])('%s: one candidate says %j', async (question, words) => {
  const answers = await answersTo(question);
  expect(answers.some((answer) => words.every((word) => answer.includes(word)))).toBe(true);
});

test('a clause of a list of aims says that it is aimed at', async () => {
  const answers = await answersTo('河南2026年一般公共预算收入增长目标');
  expect(answers.some((answer) => /目标是：[^。]*预算收入增长4%左右/u.test(answer))).toBe(true);
});

test('what is asked of the head of a document is said alone', async () => {
  const answers = await answersTo('福建2026年的政府工作报告是谁作的');
  expect(answers.some((answer) => answer.includes('报告人') && !answer.includes('日期'))).toBe(
    true,
  );
});
