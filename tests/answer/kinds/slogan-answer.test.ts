import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

test.each([
  ['“3+2+1”指的是什么', ['新材料、生物医药、智能制造', '金融科技、高端物流、新经济']],
  ['“333”是什么意思', ['纺织丝绸、沙发家具、电子电器', '商贸物流、文化旅游、医养健康']],
  ['周村的“333”现代产业体系包括哪些', ['高端装备制造、新能源新材料、新一代信息技术']],
  ['“四强”产业指什么', ['新材料、智能装备、新医药、电子信息']],
  ['“五大中心”指什么', ['加工制造、研发设计、物流分拨、检测维修、售后服务']],
])('what a slogan counts is told by the sentence that names it: %s', async (question, said) => {
  const { answer } = await real.ask(question);
  for (const words of said) expect(answer).toContain(words);
});

test.each([
  ['淄博“四强”产业2024年增加值各自涨了百分之几？', '7.3%'],
  ['应急那章说的“三支队伍”是哪三支？', '应急救援'],
  ['周村四区两带里的“四区”分别是哪块地、干什么', '大学城科创区'],
])(
  'where more is asked than what the slogan counts, that is answered: %s',
  async (question, said) => {
    expect((await real.ask(question)).answer).toContain(said);
  },
);

test('a document whose title is written with quotation marks is known by it', async () => {
  const { kind, answer } = await real.ask('淄博高新区“十四五”规划有哪几章');
  expect(kind).toBe('outline');
  expect(answer).toContain('第三章');
});
