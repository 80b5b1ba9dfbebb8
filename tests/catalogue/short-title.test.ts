import { describe, expect, test } from 'vitest';
import { fullTitle, shortTitle } from '../../src/catalogue/short-title.ts';

type Period = readonly [number, number] | null;

describe('a title that does not say whose it is', () => {
  test.each<[string, string | null, Period, string]>([
    ['政府工作报告', '贵州省', [2026, 2026], '贵州省2026年政府工作报告'],
    ['2026年政府工作报告', '云南省', [2026, 2026], '云南省2026年政府工作报告'],
    ['政府工作报告', '全国', [2025, 2025], '2025年政府工作报告'],
    ['政府工作报告', null, [2025, 2025], '2025年政府工作报告'],
    ['重点工作任务清单', '桓台县', [2024, 2024], '桓台县2024年重点工作任务清单'],
    [
      '国民经济和社会发展第十四个五年规划纲要',
      '桓台县',
      [2021, 2025],
      '桓台县国民经济和社会发展第十四个五年规划纲要',
    ],
    ['促进消费若干措施', '桓台县', null, '桓台县促进消费若干措施'],
  ])('%s of %s', (title, region, period, expected) => {
    expect(fullTitle({ title, region, period })).toBe(expected);
  });

  test('says it in its short title too', () => {
    const title = '重点工作任务清单';
    expect(shortTitle({ title, region: '桓台县', period: [2024, 2024], kind: 'task-list' })).toBe(
      '桓台县2024年重点工作任务清单',
    );
  });
});

test.each<[string, string | null, Period]>([
  ['安徽省政府工作报告', '安徽省', [2026, 2026]],
  ['2026年安徽省政府工作报告', '安徽省', [2026, 2026]],
  ['国务院2025年立法工作计划', '全国', [2025, 2025]],
  ['意见', null, null],
])('%s stays as printed', (title, region, period) => {
  expect(fullTitle({ title, region, period })).toBe(title);
});
