import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../src/parse/glossary.ts';
import { infoOf, parseText } from './documents.ts';

function termsOf(text: string) {
  const { document, passages } = parseText(text, infoOf('plan.txt', text));
  return glossaryOf(document, passages).map((entry) => ({
    ...entry,
    passage: passages.find(({ id }) => id === entry.passageId)?.text ?? null,
  }));
}

describe('the words a document explains', () => {
  it('reads the numbered terms of an annex', () => {
    const text =
      '一、总体安排\n抓好落实，确保全年目标任务顺利完成，奋力谱写新篇章。\n附件\n名词解释\n1.“双一流”：世界一流大学和一流学科。\n2.GEP核算：生态产品的货币价值之和。';
    expect(termsOf(text)).toMatchObject([
      { term: '“双一流”', definition: '世界一流大学和一流学科。', lines: [5, 5] },
      { term: 'GEP核算', definition: '生态产品的货币价值之和。', lines: [6, 6] },
    ]);
    expect(termsOf(text)[1]?.passage).toContain('生态产品的货币价值之和');
  });

  it('reads terms over their text, and terms that are not numbered', () => {
    const numbered =
      '一、总体安排\n抓好落实，确保全年目标任务顺利完成，奋力谱写新篇章。\n注释\n［1］四库：\n水库、粮库、钱库、碳库。\n［2］三资：\n资金、资产、资源。';
    expect(termsOf(numbered)).toMatchObject([
      { term: '四库', definition: '水库、粮库、钱库、碳库。' },
      { term: '三资', definition: '资金、资产、资源。' },
    ]);
    const plain =
      '一、总体安排\n抓好落实，确保全年目标任务顺利完成，奋力谱写新篇章。\n名词解释\n数字孪生：物理对象的数字模型。\n碳达峰是指二氧化碳排放量达到历史最高值。';
    expect(termsOf(plain)).toMatchObject([
      { term: '数字孪生', definition: '物理对象的数字模型。' },
      { term: '碳达峰', definition: '是指二氧化碳排放量达到历史最高值。' },
    ]);
  });

  it('reads what a regulation means by its own words', () => {
    const text =
      '第一章　总则\n第一条　为规范管理，制定本办法。\n第二条　本办法所称保障房，是指限定面积的住房。';
    expect(termsOf(text)).toMatchObject([
      { term: '保障房', definition: '是指限定面积的住房。', lines: [3, 3] },
    ]);
  });

  it('takes no list with colons for a glossary', () => {
    expect(termsOf('一、主要任务\n1.农业：稳定面积。\n2.工业：扩大产能。')).toEqual([]);
  });
});
