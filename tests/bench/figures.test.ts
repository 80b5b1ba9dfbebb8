import { describe, expect, test } from 'vitest';
import { perturbFigures } from '../../bench/figures.ts';

describe('figures change, their length and point stay', () => {
  test.each([
    ['达到461.1亿元', /^达到[1-9]{3}\.[1-9]亿元$/u],
    ['（2）常住人口城镇化率（%） 65.6 75 —— 预期性', /（%） [1-9]{2}\.[1-9] [1-9]{2} —— 预期性$/u],
    ['78.42，女', /^[1-9]{2}\.[1-9]{2}，女$/u],
    ['0.17', /^0\.[1-9]{2}$/u],
  ])('%s', (text, expected) => {
    const perturbed = perturbFigures(text, 1);
    expect(perturbed).toMatch(expected);
    expect(perturbed).not.toBe(text);
  });
});

describe('numbers that are no figures stay', () => {
  test.each([
    '2025年、2035 年远景目标、1995年前',
    '2021 年 6 月 17 日',
    '发文日期: | 2021-07-15 |',
    '（21）、(18)地表水',
    '1．坚持结构优化',
    '1. 加快高能级创新平台建设',
    '注:1.单位地区生产总值',
    '专栏 12 重点项目',
    '图1、表2、第41章',
    '— 31 —',
    '5G、PM2.5、4A级、“3510”发展目标',
    '川政发〔2021〕2 号',
    '3 岁以下婴幼儿',
  ])('%s', (text) => {
    expect(perturbFigures(text, 1)).toBe(text);
  });
});

test('the same seed gives the same figures, another seed others', () => {
  const text = '新增造林绿化 38461 亩';
  expect(perturbFigures(text, 1)).toBe(perturbFigures(text, 1));
  expect(perturbFigures(text, 1)).not.toBe(perturbFigures(text, 2));
});
