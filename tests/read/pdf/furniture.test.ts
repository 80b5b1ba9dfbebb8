import { describe, expect, test } from 'vitest';
import { isPageNumber } from '../../../src/read/pdf/furniture.ts';

describe('a page number', () => {
  test.each([
    '3',
    '— 3 —',
    '－ 2 －',
    '-12-',
    '·2·',
    '3/13',
    '3 / 13',
    '第 3 页 共 13 页',
    '第3页',
    '第3页，共13页',
    '第三页',
    '【3】',
    'Page 3 of 13',
    'iv',
  ])('is told by its dress: %s', (text) => expect(isPageNumber(text)).toBe(true));

  test.each(['2025年', '第三章', '3.5%', '一、总体要求', '附件 1', '第 3 页的说明'])(
    'is not what says anything: %s',
    (text) => expect(isPageNumber(text)).toBe(false),
  );
});
