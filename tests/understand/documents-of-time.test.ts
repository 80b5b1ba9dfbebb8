import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import type { DocumentInfo } from '../../src/model.ts';
import { documentsOfTime } from '../../src/understand/documents-of-time.ts';
import { yearsIn } from '../../src/understand/years.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

const THIS_YEAR = 2026;

const document = (id: string, period: readonly [number, number] | null, title = id): DocumentInfo =>
  sampleInfo({ id, title, period });

const chosen = (question: string, ...documents: readonly DocumentInfo[]): string[] =>
  documentsOfTime(documents, yearsIn(question), THIS_YEAR).map(({ id }) => id);

describe('of a report and an old plan', () => {
  const plan = document('十五计划', [2001, 2005]);
  const report = document('2026年报告', [2026, 2026]);

  test.each([
    ['2026年的目标', ['2026年报告']],
    ['2025年完成了多少', ['2026年报告']],
    ['“十四五”期间增长多少', ['2026年报告']],
    ['“十五五”的目标', ['2026年报告']],
    ['今年的目标', ['2026年报告']],
    ['2005年的目标', ['十五计划']],
    ['“十五”期间的目标', ['十五计划']],
    ['“九五”期间增长多少', ['十五计划']],
    ['目标是多少', ['十五计划', '2026年报告']],
    ['1970年的产量', ['十五计划', '2026年报告']],
  ])('%s: %j', (question, expected) => {
    expect(chosen(question, plan, report)).toEqual(expected);
  });
});

test('a plan of five years and the tasks of one of them both speak of that year', () => {
  const plan = document('十四五规划', [2021, 2025]);
  const tasks = document('2023年任务', [2023, 2023]);
  expect(chosen('2023年', plan, tasks)).toEqual(['十四五规划', '2023年任务']);
  expect(chosen('2020年', plan, tasks)).toEqual(['十四五规划']);
});

test('two plans: each of its own years, and of the year it names for later', () => {
  const ninth = document('九五', [1996, 2000], '“九五”计划和2010年远景目标纲要');
  const eleventh = document('十一五', [2006, 2010], '第十一个五年规划纲要');
  expect(chosen('2000年的目标', ninth, eleventh)).toEqual(['九五']);
  expect(chosen('2005年的水平', ninth, eleventh)).toEqual(['十一五']);
  expect(chosen('2010年的目标', ninth, eleventh)).toEqual(['九五', '十一五']);
});

test('a document of no known years is not ruled out', () => {
  const undated = document('意见', null);
  const report = document('2026年报告', [2026, 2026]);
  expect(chosen('2010年', undated, report)).toEqual(['意见']);
  expect(chosen('2026年', undated, report)).toEqual(['意见', '2026年报告']);
});

describe('published texts of one place', () => {
  const published = (file: string): DocumentInfo => {
    const text = readFileSync(join(import.meta.dirname, '../corpora/plans', file), 'utf8');
    return documentInfo({ entry: { file }, text });
  };
  const ofYunnan = [published('yunnan-10fyp.txt'), published('yunnan-2026-report.txt')];
  const ofCountry = [published('national-9fyp.txt'), published('national-11fyp.txt')];

  test.each([
    ['2026年粮食产量目标', ofYunnan, ['yunnan-2026-report']],
    ['去年粮食产量', ofYunnan, ['yunnan-2026-report']],
    ['“十五”期间年均增长', ofYunnan, ['yunnan-10fyp']],
    ['到2005年的目标', ofYunnan, ['yunnan-10fyp']],
    ['“九五”末的目标', ofCountry, ['national-9fyp']],
    ['2008年以后怎么做', ofCountry, ['national-11fyp']],
  ])('%s', (question, documents, expected) => {
    expect(chosen(question, ...documents)).toEqual(expected);
  });
});
