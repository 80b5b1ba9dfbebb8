import { describe, expect, test } from 'vitest';
import { askedUnit } from '../../src/understand/asked-unit.ts';

describe('whether a text holds a figure of the kind asked for', () => {
  test.each([
    ['几所小学', '新建小学5所。', true],
    ['几所小学', '新建两所小学。', true],
    ['几所小学', '新建小学，投资5亿元。', false],
    ['多少亿', '产值达到300亿元。', true],
    ['多少亿', '产值增长300%。', false],
    ['多少亿美元', '进出口总额四千亿美元。', true],
    ['多少平方米', '人均住房九平方米。', true],
    ['占比多少', '提高到百分之五。', true],
  ])('%j: %s %s', (question, text, holds) => {
    const unit = askedUnit(question);
    expect((unit?.loose ?? unit?.figure)?.test(text)).toBe(holds);
  });

  test('none is asked for', () => {
    expect(askedUnit('有什么安排')).toBeUndefined();
  });
});
