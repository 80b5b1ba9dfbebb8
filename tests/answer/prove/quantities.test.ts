import { expect, test } from 'vitest';
import { compact } from '../../../src/answer/prove/compact-text.ts';
import { quantitiesIn } from '../../../src/answer/prove/quantities.ts';
import { readTable } from './claims.ts';

const read = (text: string): string =>
  quantitiesIn(compact(text))
    .map(({ kind, values, unit, bounds }) =>
      [kind, values.join('~'), unit, ...bounds.map((bound) => `{${bound}}`)]
        .filter(Boolean)
        .join(' '),
    )
    .join(' ; ');

test.each(readTable('quantities.tsv'))('%s reads as %s', (text = '', expected = '') => {
  expect(read(text)).toBe(expected);
});

test('quantities tell where they stand', () => {
  const text = compact('到 2025 年，不低于４．５％，三百二十亿元');
  expect(quantitiesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '2025年',
    '不低于4.5%',
    '三百二十亿元',
  ]);
});
