import { describe, expect, test } from 'vitest';
import { askedYears, speaksOf, type YearsSaid, yearsIn } from '../../src/understand/years.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

describe('years a text speaks of', () => {
  test.each([
    ['到2025年建成', [2025], []],
    ['2020年和2025年', [2020, 2025], []],
    ['2021-2025年', [2021, 2025], [[2021, 2025]]],
    ['2021—2025年', [2021, 2025], [[2021, 2025]]],
    ['2021至2025年', [2021, 2025], [[2021, 2025]]],
    ['2020 → 2025', [2020, 2025], [[2020, 2025]]],
    ['1998年建区', [1998], []],
    ['24年', [2024], []],
    ['十三五末', [2020], []],
    ['十三五时期', [], [[2016, 2020]]],
    ['十四五', [], [[2021, 2025]]],
    ['十五五', [], [[2026, 2030]]],
    ['“十五”期间', [], [[2001, 2005]]],
    ['“十五”计划末', [2005], []],
    ['九五时期', [], [[1996, 2000]]],
    ['十五个项目', [], []],
    ['十五年', [], []],
    ['十二五末', [2015], []],
    ['“十四五”末', [2025], []],
    ['“十四五”规划期末', [2025], []],
    ['“十四五”时期末', [2025], []],
    ['十四五收官之年', [2025], []],
    ['十四五最后一年', [2025], []],
    ['十三五末，到十四五', [2020], [[2021, 2025]]],
    ['没有年份', [], []],
    ['12025个', [], []],
    ['20251件', [], []],
    ['24年以内', [], []],
    ['2000平方米', [2000], []],
    ['受教育年限11.91年', [], []],
    ['3年', [], []],
  ])('%s → %j %j', (text, years, periods) => {
    const said = yearsIn(text);
    expect(said.years).toEqual(years);
    expect(said.periods).toEqual(periods);
  });

  test.each([
    ['现在有多少', true],
    ['目前', true],
    ['将来', false],
  ])('%s speaks of now: %s', (text, now) => {
    expect(yearsIn(text).now).toBe(now);
  });
});

describe('whether a text can speak of a year', () => {
  const of = (years: number[], periods: [number, number][] = []): YearsSaid => ({
    years,
    periods,
    now: false,
  });

  test.each([
    [of([]), 2025, true],
    [of([2025]), 2025, true],
    [of([2020]), 2025, false],
    [of([], [[2021, 2025]]), 2021, true],
    [of([], [[2021, 2025]]), 2025, true],
    [of([], [[2021, 2025]]), 2020, false],
    [of([2020], [[2021, 2025]]), 2023, true],
  ])('%j of %i: %s', (said, year, expected) => {
    expect(speaksOf(said, year)).toBe(expected);
  });
});

describe('a year counted from this one', () => {
  const report = sampleInfo({ period: [2026, 2026], kind: 'work-report' });

  test('is counted from the document of a single year, else by the clock', () => {
    expect(askedYears(yearsIn('去年'), 2027, report)).toEqual([2025]);
    expect(askedYears(yearsIn('去年'), 2027, sampleInfo())).toEqual([2026]);
    expect(askedYears(yearsIn('2020年和今年'), 2027)).toEqual([2020, 2027]);
  });

  test.each([
    ['九五计划要把城镇失业率压在多少以内', [], [[1996, 2000]]],
    ['“九五”末人口多少', [2000], []],
    ['那十一五规划呢', [], [[2006, 2010]]],
    ['九五折', [], []],
  ])('%s → %j %j', (text, years, periods) => {
    expect(yearsIn(text).years).toEqual(years);
    expect(yearsIn(text).periods).toEqual(periods);
  });
});
