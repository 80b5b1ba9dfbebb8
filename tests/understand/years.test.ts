import { describe, expect, test } from 'vitest';
import { speaksOf, type YearsSaid, yearsIn } from '../../src/understand/years.ts';

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
