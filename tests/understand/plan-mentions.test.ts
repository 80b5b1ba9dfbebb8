import { describe, expect, test } from 'vitest';
import { planMentions } from '../../src/understand/plan-mentions.ts';
import { sampleInfo } from '../retrieve/sample-query.ts';

const plan = (id: string, period: readonly [number, number]) =>
  sampleInfo({ id, period, kind: 'five-year-plan' });

const documents = [
  plan('ninth', [1996, 2000]),
  plan('tenth', [2001, 2005]),
  plan('eleventh', [2006, 2010]),
  sampleInfo({ id: 'report', period: [2006, 2006], kind: 'work-report' }),
];

const named = (question: string): string[] =>
  planMentions(question, documents).map(({ documentId }) => documentId);

describe('a plan called by its number', () => {
  test.each([
    ['九五计划里进出口总额定的是多少', ['ninth']],
    ['十一五规划纲要有几篇', ['eleventh']],
    ['十一五里，哪个要求高', ['eleventh']],
    ['九五想让城里人均住到多少平米', ['ninth']],
    ['污水处理九五和十一五差多远', ['ninth', 'eleventh']],
    ['十五时期的就业目标', ['tenth']],
  ])('%s', (question, ids) => {
    expect(named(question)).toEqual(ids);
  });

  test.each([
    ['十五个项目是哪些'],
    ['增长百分之九五'],
    ['十五五时期的目标'],
    ['2015年的目标'],
    ['十五年来'],
  ])('%s names none', (question) => {
    expect(named(question)).toEqual([]);
  });

  test('a number that several plans have names none of them', () => {
    const plans = [plan('one', [2021, 2025]), plan('other', [2021, 2025])];
    expect(planMentions('十四五规划的目标', plans)).toEqual([]);
  });
});
