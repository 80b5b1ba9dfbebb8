import { describe, expect, test } from 'vitest';
import { holdsNumber, numbersIn } from '../../src/answer/figures.ts';

describe('numbers as printed', () => {
  test.each([
    ['４６１．１ 亿元', ['461.1']],
    ['2020年为2.9%', ['2020', '2.9']],
    ['PM2.5', ['2.5']],
    ['无', []],
  ])('%s → %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  test.each([
    ['75', '达到75%', true],
    ['75', '175', false],
    ['75', '750', false],
    ['75', '75.5', false],
    ['75', '0.75', false],
    ['75', '75。5', true],
    ['75', '175和75', true],
    ['2.9', '12.9', false],
    ['2.9', '2.95', false],
    ['2.9', '2.9%', true],
    ['75', '', false],
  ])('%s stands whole in %j: %s', (number, flat, expected) => {
    expect(holdsNumber(flat, number)).toBe(expected);
  });
});
