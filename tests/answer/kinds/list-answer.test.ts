import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

const FIVE_PARKS = [
  '淄川经济开发区',
  '淄博建陶产业创新示范园',
  '淄川新材料园区',
  '山东省高端装备制造产业园区',
  '耐火材料产业创新示范园',
];
const EIGHT_CLUSTERS = [
  '汽车及零部件',
  '高端装备和精密智造',
  '生物医药',
  '新材料',
  '绿色建材',
  '新能源',
  '纺织服装',
  '激光设备',
];

describe('lists are complete', () => {
  test.each([
    ['淄川的五大园区有哪些', FIVE_PARKS],
    ['淄川要培育壮大哪五大园区', FIVE_PARKS],
    ['淄川的八大优势产业集群都有哪些？', EIGHT_CLUSTERS],
    [
      '高新区食品药品安全要开展的四大行动具体是哪几个？',
      ['农村假冒伪劣食品整治', '校园食品安全守护', '餐饮质量安全提升', '虚假宣传专项治理'],
    ],
    ['周村发展的“三大战略”是哪三个', ['工业强区', '生态立区', '商贸文旅兴区']],
    [
      '周村打算跟哪几所大学共建校城融合研发中心',
      ['上海交通大学', '北京理工大学', '大连理工大学', '江南大学'],
    ],
    ['哪几种大气污染物要搞总量指标倍量替代？', ['二氧化硫', '氮氧化物', '颗粒物', '挥发性有机物']],
    ['周村应急物资储备按哪四句原则来管？', ['重点采购', '集中存放', '统一调度', '集中使用']],
    ['高新区自己觉得短板在哪', ['经济规模', '转型升级', '创新动能']],
    ['2025年淄博全市主要预期目标列一下', ['5%以上', '2%以上', '5.5%', '5.5万']],
  ])('%s', async (question, members) => {
    const { answer, outcome } = await real.ask(question);
    expect(outcome).toBe('answered');
    const missing = members.filter((member) => !answer.includes(member));
    expect(missing).toEqual([]);
  });

  test('the parts of a section come in its order, proven by its own headings', async () => {
    const answer = await real.ask('淄川的八大优势产业集群都有哪些？');
    expect(answer.kind).toBe('list');
    const places = EIGHT_CLUSTERS.map((name) => answer.answer.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(answer.citations[0]?.quote.split('……')).toHaveLength(8);
  });

  test('a list said to have eight members is never one of another length', async () => {
    const { answer } = await real.ask('淄川的五大优势产业集群有哪些');
    expect(EIGHT_CLUSTERS.every((name) => answer.includes(name))).toBe(false);
  });
});

describe('what stands behind a slogan', () => {
  const PARTS = ['活力区', '先行区', '示范区', '主窗口'];

  test.each(['高新区“三区一窗口”指什么？', '“三区一窗口”是哪三区、哪一窗口'])(
    '%s',
    async (question) => {
      const answer = await real.ask(question);
      expect(answer.kind).toBe('list');
      expect(answer.claims).toHaveLength(4);
      for (const part of PARTS) expect(answer.answer).toContain(part);
      expect(citedDocuments(answer)).toEqual(['zibo-hitech-14fyp']);
    },
  );

  test('the same without quotation marks', async () => {
    const { answer } = await real.ask('高新区三区一窗口是什么');
    for (const part of PARTS) expect(answer).toContain(part);
  });

  test('周村四区两带: all six', async () => {
    const { answer } = await real.ask('周村四区两带里的“四区”分别是哪块地、干什么');
    const parts = ['大学城科创区', '绿色生态先行区', '鲁商文化示范区', '新兴产业集聚区'];
    for (const part of parts) expect(answer).toContain(part);
  });

  test('a slogan the named document does not have is not taken from another one', async () => {
    const answer = await real.ask('周村“三区一窗口”是什么');
    expect(citedDocuments(answer)).not.toContain('zibo-hitech-14fyp');
  });
});
