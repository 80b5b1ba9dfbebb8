import { describe, expect, test } from 'vitest';
import { absenceOf } from '../../src/answer/absence.ts';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import type { DocumentInfo } from '../../src/model.ts';
import type { Scope } from '../../src/understand/query.ts';

const documentOf = (text: string): DocumentInfo => documentInfo({ entry: { file: 'x.txt' }, text });
const HUNAN = documentOf('2026年湖南省政府工作报告\n一、回顾\n');
const UNKNOWN = documentOf('今天开会，研究了几件事。\n');

const asking = (absentRegions: readonly string[], rest: Partial<Scope> = {}): Scope => ({
  documentIds: [],
  preferredIds: [],
  regions: [],
  isLoose: false,
  regionNames: [],
  absentRegions,
  parts: [],
  places: [],
  everyRegion: false,
  ...rest,
});

describe('that there is no document of a place', () => {
  test('is said of a place that none is of', () => {
    expect(absenceOf(asking(['浙江']), [HUNAN])).toBe('现有文件里没有浙江的规划或计划。');
  });

  test('is not said while the place of a document is unknown', () => {
    expect(absenceOf(asking(['浙江']), [HUNAN, UNKNOWN])).toBeUndefined();
  });

  test('is not said of a place that a title names', () => {
    const plan = { ...HUNAN, title: '长沙都市圈发展规划', region: '湖南省' };
    expect(absenceOf(asking(['长沙']), [plan])).toBeUndefined();
  });

  test('of a city names the province that has one', () => {
    expect(absenceOf(asking(['长沙']), [HUNAN])).toBe('现有文件里没有专门讲长沙的，只有湖南省的。');
  });

  test('needs no saying where the question names the province as well', () => {
    const scope = asking(['长沙'], { documentIds: ['x'], parts: ['长沙'] });
    expect(absenceOf(scope, [HUNAN])).toBeUndefined();
  });
});
