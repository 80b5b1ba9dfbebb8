import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/channels/web/comparing/csv.ts';

const fieldOf = (text: string): string => toCsv([[text]]).slice(1, -2);

test('begins so that Excel reads it as UTF-8, and ends each line as the standard has it', () => {
  expect(
    toCsv([
      ['指标', '目标'],
      ['城镇化率', '75'],
    ]),
  ).toBe('\uFEFF指标,目标\r\n城镇化率,75\r\n');
});

test.each([
  ['a,b', '"a,b"'],
  ['他说“好”', '他说“好”'],
  ['say "yes"', '"say ""yes"""'],
  ['one\ntwo', '"one\ntwo"'],
  ['', ''],
])('%j is set as %j', (text, field) => {
  expect(fieldOf(text)).toBe(field);
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', ' =1', '＝1', '-cmd|calc'])(
  '%j is no formula any more',
  (text) => {
    expect(fieldOf(text)).toBe(`'${text}`);
  },
);

test.each(['-1.5', '+3', '-2%', '——', '[4.08]', '75'])('%j is no formula and stays', (text) => {
  expect(fieldOf(text)).toBe(text);
});
