import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupIndicators, groupsNamed } from '../../../src/answer/kinds/indicator-groups.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Indicator } from '../../../src/model.ts';
import { openRealIndex } from '../../real-index.ts';
import { sampleIndicator } from '../../sample-indicator.ts';

const row = (documentId: string, name: string, unit: string | null = '%', number = 1): Indicator =>
  sampleIndicator(documentId, name, { unit, number });

const namesOf = (rows: readonly Indicator[]): string[] => rows.map(({ name }) => name);

describe('names of indicators', () => {
  test.each([
    ['常住人口城镇化率', '城镇化率'],
    ['全社会研发(R&D)经费投入占GDP比重', '全社会研发经费投入占地区生产总值比重'],
    ['“四新”经济占GDP比重', '“四新”经济占 GDP 比重'],
    ['每千人口拥有3岁以下婴幼儿托位数', '每千人人口拥有 3 岁以下婴幼儿托位数'],
    ['万人高价值发明专利拥有量', '每万人口高价值发明专利拥有量'],
    ['居民人均可支配收入增长', '居民人均可支配收入增长速度'],
    ['单位地区生产总值能源消耗降低', '单位 GDP 能耗下降'],
    ['空气质量优良天数比率', '空气质量优良天数比例'],
    ['每千人拥有执业（助理）医师数', '每千人拥有执业(助理)医生数'],
  ])('%s is %s', (name, other) => {
    expect(groupIndicators([row('a', name), row('b', other)])).toHaveLength(1);
  });

  test.each([
    ['常住人口城镇化率', '户籍人口城镇化率'],
    ['地区生产总值', '人均地区生产总值'],
    ['地区生产总值', '地区生产总值增长速度'],
    ['每千人拥有执业医师数', '每千人拥有执业（助理）医师数'],
    ['地表水好于三类水体比例', '地表水达到或好于Ⅲ类水体比例'],
    ['粮食综合生产能力', '能源综合生产能力'],
    ['城镇登记失业率', '城镇调查失业率'],
    ['单位GDP能耗下降', '单位GDP二氧化碳排放下降'],
  ])('%s is not %s', (name, other) => {
    expect(groupIndicators([row('a', name), row('b', other)])).toHaveLength(2);
  });
});

describe('units', () => {
  test.each([
    ['个', '件'],
    ['万吨标准煤', '万吨标煤'],
    ['人', '名'],
    ['％', '%'],
  ])('%s and %s measure the same', (unit, other) => {
    expect(groupIndicators([row('a', '甲', unit), row('b', '甲', other)])).toHaveLength(1);
  });

  test.each([
    ['亿元', '%'],
    ['万吨', '吨'],
    [null, '%'],
  ])('%s and %s are kept apart, and each knows of the other', (unit, other) => {
    const groups = groupIndicators([row('a', '粮食产量', unit), row('b', '粮食产量', other)]);
    expect(groups.map(({ rows }) => rows.map((each) => each.unit))).toEqual([[unit], [other]]);
    expect(groups.map(({ near }) => near.map((each) => each.unit))).toEqual([[other], [unit]]);
  });
});

describe('a group', () => {
  test('is called what most tables call it', () => {
    const rows = [row('a', '城镇化率'), row('b', '常住人口城镇化率'), row('c', '常住人口城镇化率')];
    expect(groupIndicators(rows)[0]?.name).toBe('常住人口城镇化率');
  });

  test('keeps both rows of a document that prints it twice', () => {
    const [group] = groupIndicators([row('a', '森林覆盖率'), row('a', '森林覆盖率', '%', 9)]);
    expect(group?.rows.map(({ number }) => number)).toEqual([1, 9]);
  });

  test('knows what is called nearly the same, unless one document tells them apart', () => {
    const doctors = row('a', '每千人拥有执业医师数');
    const assistants = row('b', '每千人拥有执业（助理）医师数');
    const nearOf = (rows: readonly Indicator[]) =>
      groupIndicators(rows).map(({ near }) => namesOf(near));
    expect(nearOf([doctors, assistants])).toEqual([[assistants.name], [doctors.name]]);
    expect(nearOf([doctors, { ...assistants, documentId: 'a' }])).toEqual([[], []]);
    expect(nearOf([row('a', '粮食综合生产能力'), row('b', '能源综合生产能力')])).toEqual([[], []]);
  });

  test('is found by any of its names', () => {
    const groups = groupIndicators([row('a', '城镇化率'), row('b', '森林覆盖率', '%', 2)]);
    expect(groupsNamed(groups, '常住人口 城镇化率').map(({ name }) => name)).toEqual(['城镇化率']);
    expect(groupsNamed(groups, '没有这一项')).toEqual([]);
  });
});

describe('the three real tables', () => {
  let index: PlanIndex;
  beforeAll(async () => {
    index = await openRealIndex();
  });
  afterAll(() => index.close());

  test('hold 63 rows: 19 indicators that all have, and two that each are two things', () => {
    const groups = groupIndicators(index.indicators);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(63);
    expect(groups.filter(({ rows }) => rows.length === 3)).toHaveLength(19);
    expect(
      groups
        .filter(({ rows }) => rows.length < 3)
        .map(({ rows, near }) => [rows[0]?.name, rows.length, near.length]),
    ).toEqual([
      ['每千人拥有执业(助理)医生数', 2, 1],
      ['每千人拥有执业医师数', 1, 2],
      ['地表水达到或好于Ⅲ类水体比例', 2, 1],
      ['地表水好于三类水体比例', 1, 2],
    ]);
  });

  test('never stand twice in one group', () => {
    for (const { rows } of groupIndicators(index.indicators))
      expect(new Set(rows.map(({ documentId }) => documentId)).size).toBe(rows.length);
  });
});
