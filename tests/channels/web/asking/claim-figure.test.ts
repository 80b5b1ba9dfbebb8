import { expect, test } from 'vitest';
import type { IndicatorGroup } from '../../../../src/app.ts';
import { claimFigures } from '../../../../src/channels/web/asking/claim-figure.ts';
import type { Indicator } from '../../../../src/model.ts';
import { sampleAnswer } from '../../fake-app.ts';

const row = (changes: Partial<Indicator>): Indicator => ({
  documentId: 'sample-14fyp',
  number: 2,
  name: '常住人口城镇化率',
  unit: '%',
  group: '经济发展',
  baseYear: 2020,
  targetYear: 2025,
  base: '65.6',
  target: '75',
  change: '——',
  property: '预期性',
  note: null,
  tableTitle: '主要指标',
  lines: [26, 26],
  page: 3,
  passageId: 'urban',
  ...changes,
});

function figuresOf(text: string, changes: Partial<Indicator> = {}) {
  const only = row(changes);
  const groups: IndicatorGroup[] = [{ name: only.name, category: null, rows: [only], near: [] }];
  const answer = sampleAnswer({ claims: [{ text, citations: [1] }] });
  return claimFigures(answer, { indicators: () => groups });
}

test('the target that was asked for is set large, the base beside it', () => {
  const [figure] = figuresOf('样例区常住人口城镇化率：2025年目标75%（2020年为65.6%，预期性）。');
  expect(figure?.wanted).toEqual({ label: '2025年目标', value: '75', unit: '%' });
  expect(figure?.beside).toEqual([{ label: '2020年', value: '65.6', unit: '%' }]);
});

test('the base where that was asked for, and what was worked out after it', () => {
  const [figure] = figuresOf(
    '样例区常住人口城镇化率：2020年为65.6%（2025年目标75%，预期性）。相差9.4个百分点（计算所得）。',
  );
  expect(figure?.wanted.label).toBe('2020年');
  expect(figure?.rest).toBe('相差9.4个百分点（计算所得）。');
});

test('a rate is never shown as the target', () => {
  const [figure] = figuresOf(
    '样例区地区生产总值增长速度：2025年一栏为“——”，没有给出数值（2020年为2.1%，年均增速/[累计]栏为7左右，预期性）。',
    { name: '地区生产总值增长速度', base: '2.1', target: '——', change: '7 左右' },
  );
  expect(figure?.wanted).toEqual({ label: '年均增速/[累计]栏', value: '7 左右', unit: null });
});

test('a claim in other words than the row’s is left as it is', () => {
  expect(figuresOf('样例区的城镇化率到2025年要达到75%。')).toEqual([]);
  expect(figuresOf('2025年目标75%（2020年为65.6%）。')).toEqual([]);
});
