import { describe, expect, test } from 'vitest';
import type { IndicatorGroup } from '../../../../src/app.ts';
import { compare, MAX_COLUMNS } from '../../../../src/channels/web/comparing/comparison.ts';
import {
  type ComparisonQuery,
  comparisonParameters,
  readComparisonQuery,
} from '../../../../src/channels/web/comparing/comparison-query.ts';
import type { DocumentInfo, Indicator } from '../../../../src/model.ts';
import { sampleIndicator } from '../../../sample-indicator.ts';
import { sampleInfo } from '../../sample-document.ts';

const EVERYTHING = readComparisonQuery({});

const group = (...rows: Indicator[]): IndicatorGroup => ({
  name: rows[0]?.name ?? '',
  category: rows[0]?.group ?? null,
  rows,
  near: [],
});
const documentsOf = (...ids: string[]): DocumentInfo[] => ids.map((id) => ({ ...sampleInfo, id }));

const GROUPS = [
  group(sampleIndicator('a', '城镇化率'), sampleIndicator('b', '城镇化率')),
  group(sampleIndicator('a', '粮食产量', { unit: '万吨', group: '安全保障', property: '约束性' })),
  group(sampleIndicator('b', '森林覆盖率', { group: '绿色生态', property: '约束性' })),
];

const namesFor = (query: Partial<ComparisonQuery>): string[] =>
  compare(GROUPS, documentsOf('a', 'b', 'none'), { ...EVERYTHING, ...query }).lines.map(
    (line) => line.group.name,
  );

describe('comparing', () => {
  test('has a column for each document with indicators, also where it lacks one', () => {
    const { shown, lines } = compare(GROUPS, documentsOf('a', 'b', 'none'), EVERYTHING);
    expect(shown.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(lines.map(({ cells }) => cells.map(({ rows }) => rows.length))).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
    ]);
  });

  test('finds by name, unit and category, each word of the search', () => {
    expect(namesFor({ text: '城镇' })).toEqual(['城镇化率']);
    expect(namesFor({ text: '万吨' })).toEqual(['粮食产量']);
    expect(namesFor({ text: '森林 生态' })).toEqual(['森林覆盖率']);
    expect(namesFor({ text: '没有' })).toEqual([]);
    expect(namesFor({ category: '安全保障' })).toEqual(['粮食产量']);
    expect(namesFor({ property: '约束性' })).toEqual(['粮食产量', '森林覆盖率']);
  });

  test('leaves out what no chosen document has', () => {
    expect(namesFor({ documentIds: ['a'] })).toEqual(['城镇化率', '粮食产量']);
    expect(namesFor({ documentIds: ['unknown'] })).toHaveLength(3);
  });

  test('orders by name, unit or property', () => {
    expect(namesFor({ sort: 'name' })).toEqual(['城镇化率', '粮食产量', '森林覆盖率']);
    expect(namesFor({ sort: 'unit' })).toEqual(['城镇化率', '森林覆盖率', '粮食产量']);
    expect(namesFor({ sort: 'property' })).toEqual(['城镇化率', '粮食产量', '森林覆盖率']);
  });

  test('shows no more columns than one can read, until some are chosen', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `d${at}`);
    const groups = [group(...ids.map((id) => sampleIndicator(id, '城镇化率')))];
    const shownFor = (documentIds: string[]): number =>
      compare(groups, documentsOf(...ids), { ...EVERYTHING, documentIds }).shown.length;
    expect(shownFor([])).toBe(MAX_COLUMNS);
    expect(shownFor(ids)).toBe(9);
  });
});

describe('the address', () => {
  test('is read and written alike', () => {
    const query = readComparisonQuery({ q: ' 城镇 ', document: ['a', 'b'], sort: 'name' });
    expect(query).toEqual({
      text: '城镇',
      category: '',
      property: '',
      documentIds: ['a', 'b'],
      sort: 'name',
    });
    const parameters = comparisonParameters(query);
    expect(parameters.toString()).toBe('q=%E5%9F%8E%E9%95%87&document=a&document=b&sort=name');
  });

  test('of no form of ours means what is said least', () => {
    const odd = { q: { a: 1 }, sort: 'toString', document: [{}, ''], category: ['x', 'y'] };
    expect(readComparisonQuery(odd)).toEqual({ ...EVERYTHING, category: 'x' });
  });
});
