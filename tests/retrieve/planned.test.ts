import { describe, expect, test } from 'vitest';
import { plannedAsked, plannedUnder } from '../../src/retrieve/planned.ts';
import { sampleInfo, sampleQuery } from './sample-query.ts';

const REPORT = sampleInfo({ period: [2026, 2026] });

describe('what part of a plan a heading opens', () => {
  test.each([
    ['一、2025年工作回顾', -1],
    ['一、2025年和“十四五”时期主要成就', -1],
    ['二、2025年国民经济和社会发展计划执行情况', -1],
    ['三、2026年重点工作', 1],
    ['二、“十五五”时期主要目标任务', 1],
    ['四、2026年', 1],
    ['第一章 2025年的底子', -1],
    ['第三章 生态环境', 0],
  ])('%s: %i', (heading, sign) => {
    expect(plannedUnder([heading], REPORT)).toBe(sign);
  });

  test('is told by the heading below where the outermost says nothing', () => {
    expect(plannedUnder(['第一章 总论', '第二节 发展目标'], REPORT)).toBe(1);
  });
});

describe('what a question asks for', () => {
  test('is told by its wording first', () => {
    expect(plannedAsked(sampleQuery({ planned: 'result' }), [2026], REPORT)).toBe(-1);
  });

  test('else by the years asked against those of the document', () => {
    expect(plannedAsked(sampleQuery(), [2025], REPORT)).toBe(-1);
    expect(plannedAsked(sampleQuery(), [2026], REPORT)).toBe(1);
    expect(plannedAsked(sampleQuery(), [2025, 2026], REPORT)).toBe(0);
    expect(plannedAsked(sampleQuery(), [], REPORT)).toBe(0);
    expect(plannedAsked(sampleQuery(), [2025], undefined)).toBe(0);
  });
});
