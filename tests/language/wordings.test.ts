import { describe, expect, test } from 'vitest';
import { AIMS, plannedIn } from '../../src/language/aims.ts';
import { FRAMING } from '../../src/language/framing.ts';
import { LEANINGS } from '../../src/language/leanings.ts';
import { QUESTION_WORDINGS } from '../../src/language/question-wordings.ts';
import { RELATIVE_YEARS, relativeYearsIn } from '../../src/language/relative-years.ts';
import { TELLING_WORDINGS, WHOLE_MESSAGES } from '../../src/language/small-talk.ts';
import { SPANS, spanIn } from '../../src/language/spans.ts';
import type { Wording } from '../../src/language/wordings.ts';

const TABLES: readonly (readonly [string, readonly Wording<unknown>[]])[] = [
  ['relative years', RELATIVE_YEARS],
  ['aims', AIMS],
  ['spans', SPANS],
  ['framing', FRAMING],
  ['leanings', LEANINGS],
  ['question wordings', QUESTION_WORDINGS],
  ['messages that are small talk', WHOLE_MESSAGES],
  ['wordings of small talk', TELLING_WORDINGS],
];

describe.each(TABLES)('each row of the table of %s', (_, table) => {
  test.each(table.map((row) => [row.like, row.unlike, row.says] as const))(
    'is in %s and not in %s',
    (like, unlike, says) => {
      expect(like).toMatch(new RegExp(says, 'u'));
      expect(unlike).not.toMatch(new RegExp(says, 'u'));
    },
  );
});

describe('whether a target or a result is asked', () => {
  test.each([
    ['今年规模以上工业增加值想涨多少', 'target'],
    ['森林覆盖率2025年要到多少', 'target'],
    ['2025年常住人口城镇化率目标是多少', 'target'],
    ['去年财政收入多少', 'result'],
    ['十三五新修了多少公里路', 'result'],
    ['周村十三五新增城镇就业多少人', null],
    ['去年定的目标是多少', null],
  ])('%s → %s', (question, planned) => expect(plannedIn(question)).toBe(planned));
});

describe('a year counted from this one', () => {
  test.each([
    ['今年和去年各多少', [0, -1]],
    ['去年比上年增长多少', [-1]],
    ['近年来', []],
  ])('%s → %j', (text, years) => expect(relativeYearsIn(text)).toEqual(years));
});

describe('the stretch of time a figure is of', () => {
  test.each([
    ['十四五期间建几所学校', 'years'],
    ['五年累计多少', 'years'],
    ['2024年累计多少', 'year'],
    ['今年多少', 'year'],
    ['有多少', null],
  ])('%s → %s', (text, span) => expect(spanIn(text)).toBe(span));
});
