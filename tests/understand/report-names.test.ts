import { expect, test } from 'vitest';
import { reportMentions, reportNames } from '../../src/understand/report-names.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

test.each([
  ['2003年报告定的增长目标', '2003年报告', [2003]],
  ['2020年政府工作报告中,2019年的产值', '2020年政府工作报告', [2020]],
  ['2025年广东省政府工作报告里的就业目标', '2025年广东省政府工作报告', [2025]],
  ['85年那份报告讲了啥', '85年那份报告', [1985]],
  ['1991年计划报告承认的困难', '1991年计划报告', [1991]],
  [
    '2003、2006、2011三份政府工作报告的目标',
    '2003、2006、2011三份政府工作报告',
    [2003, 2006, 2011],
  ],
])('%s: %s', (flat, said, years) => {
  expect(reportNames(flat, ['广东省'])).toMatchObject([{ said, years }]);
});

test.each(['2025年要发布多少份报告', '2025年新增就业多少', '报告了几起事故'])(
  '%s names no report',
  (flat) => {
    expect(reportNames(flat, [])).toEqual([]);
  },
);

test('a year means a report only where no other is of it', () => {
  const report = (id: string, year: number) =>
    sampleInfo({ id, title: id, kind: 'work-report', period: [year, year] });
  const asked = reportNames('2003年报告', []);
  const named = (...documents: ReturnType<typeof report>[]): string[] =>
    reportMentions(asked, documents).map(({ documentId }) => documentId);
  expect(named(report('a', 2003), report('b', 2006))).toEqual(['a']);
  expect(named(report('a', 2003), report('b', 2003))).toEqual([]);
});
