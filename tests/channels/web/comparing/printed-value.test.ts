import { describe, expect, test } from 'vitest';
import {
  numberOf,
  readPrinted,
  sayPrinted,
} from '../../../../src/channels/web/comparing/printed-value.ts';

describe('a cell of an indicator table', () => {
  test.each([
    ['75', 'number', 75],
    ['65.6', 'number', 65.6],
    ['15%', 'number', 15],
    ['-1.2', 'number', -1.2],
    ['1,200', 'number', 1200],
    ['４．５', 'number', 4.5],
    ['4.5以内', 'inexact', 4.5],
    ['4.5 以内', 'inexact', 4.5],
    ['7左右', 'inexact', 7],
    ['24.41%以上', 'inexact', 24.41],
    ['保持并稳定在 25以上', 'inexact', 25],
    ['——', 'not-set', undefined],
    ['男性78.42，女性 85.99', 'words', undefined],
    ['完成市下达任务', 'words', undefined],
    ['与地区生产总值增长同步', 'words', undefined],
    ['[4.08]', 'words', undefined],
    ['3—5', 'words', undefined],
    ['', 'words', undefined],
  ])('%j is %s, drawn as %s', (cell, kind, number) => {
    const value = readPrinted(cell);
    expect([value.kind, numberOf(value)]).toEqual([kind, number]);
  });

  test('is said as printed, an empty one as empty', () => {
    expect(['24.41以上', '——', '—', null].map((cell) => sayPrinted(readPrinted(cell)))).toEqual([
      '24.41以上',
      '原文为“——”',
      '原文为“—”',
      '原文此格缺失',
    ]);
  });
});
