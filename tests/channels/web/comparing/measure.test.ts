import { expect, test } from 'vitest';
import {
  growthOf,
  placesOf,
  rowsWithTarget,
  whyNotComparable,
} from '../../../../src/channels/web/comparing/measure.ts';
import type { Indicator } from '../../../../src/model.ts';

const row = (changes: Partial<Indicator>): Indicator => ({
  documentId: 'a',
  number: 1,
  name: '粮食产量',
  unit: '万吨',
  group: null,
  baseYear: 2020,
  targetYear: 2025,
  base: '20',
  target: '25',
  change: null,
  property: null,
  note: null,
  tableTitle: '主要指标',
  lines: [1, 1],
  page: null,
  passageId: 'a',
  ...changes,
});

test('amounts grow by per cent, shares by points, and only plain numbers are reckoned with', () => {
  expect(growthOf(row({}))?.text).toBe('增长25%');
  expect(growthOf(row({ unit: '％', base: '65.6', target: '75' }))?.text).toBe('增加9.4个百分点');
  expect(growthOf(row({ base: '20', target: '19' }))?.text).toBe('下降5%');
  for (const changes of [{ target: '25以上' }, { base: '——' }, { base: '0' }, { target: null }])
    expect(growthOf(row(changes))).toBeUndefined();
});

test('what has another unit or another year cannot be compared, and has no place', () => {
  expect(whyNotComparable([row({}), row({ unit: '万 吨' })])).toBeUndefined();
  expect(whyNotComparable([row({}), row({ unit: '亿斤' })])).toContain('单位不同');
  expect(whyNotComparable([row({}), row({ targetYear: 2030 })])).toContain('目标年不同');
  expect(placesOf([row({}), row({ unit: '亿斤' })]).size).toBe(0);
  const rows = [row({}), row({ target: '30' }), row({ target: '——' }), row({ target: '25' })];
  expect(rows.map((each) => placesOf(rows).get(each))).toEqual([2, 1, undefined, 2]);
  expect(rowsWithTarget(rows)).toHaveLength(3);
});
