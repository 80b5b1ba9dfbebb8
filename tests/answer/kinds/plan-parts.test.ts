import { describe, expect, test } from 'vitest';
import { partTypeOf } from '../../../src/answer/kinds/plan-parts.ts';
import { sampleInfo } from '../../retrieve/sample-query.ts';

const REPORT = sampleInfo({ kind: 'work-report', period: [2026, 2026] });
const PLAN = sampleInfo({ period: [2021, 2025] });

describe('what a part of a plan does', () => {
  test.each([
    ['一、2025年工作回顾', REPORT, 'review'],
    ['一、2024年国民经济和社会发展计划执行情况', REPORT, 'review'],
    ['二、“十五五”时期主要目标任务', REPORT, 'horizon'],
    ['三、2026年重点工作', REPORT, 'year'],
    ['四、加强政府自身建设', REPORT, 'self'],
    ['第一章 “十三五”时期发展成就', PLAN, 'review'],
    ['第二节 主要目标', PLAN, 'horizon'],
    ['第三章 加快产业升级', PLAN, undefined],
  ] as const)('%s', (heading, document, type) => {
    expect(partTypeOf(heading, document)).toBe(type);
  });
});
