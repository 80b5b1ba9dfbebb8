import { describe, expect, test } from 'vitest';
import {
  has,
  holdsEvidence,
  isHonest,
  namesChapter,
  plain,
  standsIn,
  statedNumbers,
} from '../../src/evaluate/matching.ts';
import type { Computed } from '../../src/model.ts';
import { sampleCitation } from './sample-golden.ts';

describe('text made plain', () => {
  test.each([
    ['养老床位\n 3000 张', '养老床位3000张'],
    ['养老\n— 31 —\n床位', '养老床位'],
    ['养老[bookmark: _GoBack]床位', '养老床位'],
    ['65.6 | 75 ｜ 预期性', '65.675预期性'],
    ['ＧＤＰ２４．４１％', 'GDP24.41%'],
    ['\ufeff养老\u200b床位', '养老床位'],
  ])('%j → %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });
});

describe('whether a quote stands in its seed', () => {
  const seed = plain('到2025年，养老床位\n达到 3000 张。新建小学5所。');

  test.each([
    ['养老床位达到3000张', true],
    ['养老床位……新建小学5所', true],
    ['养老床位...新建小学5所', true],
    ['养老床位达到4000张', false],
    ['养老床位……新建中学5所', false],
    ['', false],
    ['……', false],
  ])('%j: %s', (quote, expected) => {
    expect(standsIn(seed, quote)).toBe(expected);
  });

  test('of a seed there is not, nothing stands', () => {
    expect(standsIn(undefined, '养老床位')).toBe(false);
  });
});

describe('whether a passage holds evidence', () => {
  test.each([
    ['养老床位达到 3000 张。', '养老床位达到3000张', true],
    ['老床位达到 3000 张。', '养老床位达到3000张', true],
    ['床位3000张。', '养老床位达到3000张', false],
    ['', '养老床位', false],
  ])('%j, %s: %s', (passage, evidence, expected) => {
    expect(holdsEvidence(passage, evidence)).toBe(expected);
  });
});

describe('numbers an answer states', () => {
  test.each([
    ['养老床位3000张。[1][2]', ['3000']],
    ['达到24.41%[1,2]', ['24.41']],
    ['1. 建园\n2、修路5公里', ['5']],
    ['（1）建园\n(2)修路', []],
    ['2.5万人', ['2.5']],
    ['2025 年，3 000 张', ['2025', '3000']],
  ])('%j → %j', (answer, numbers) => {
    expect(statedNumbers(answer)).toEqual(numbers);
  });
});

describe('whether a value follows from its operands', () => {
  test.each<[Computed, boolean]>([
    [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }, true],
    [{ value: '9.4', how: 'difference', from: ['65.6', '75'] }, true],
    [{ value: '9.5', how: 'difference', from: ['75', '65.6'] }, false],
    [{ value: '140.6', how: 'sum', from: ['75', '65.6'] }, true],
    [{ value: '1.14', how: 'ratio', from: ['75', '65.6'] }, true],
    [{ value: '2', how: 'ratio', from: ['75', '65.6'] }, false],
    [{ value: '3', how: 'count', from: [] }, true],
    [{ value: '5', how: 'difference', from: ['75', '80'] }, false],
  ])('%j: %s', (computed, expected) => {
    expect(isHonest(computed, '目标75%（2020年为65.6%）')).toBe(expected);
  });
});

describe('names', () => {
  test.each([
    ['第一章 民生', true],
    ['第一章 民生 > 第二节 养老', false],
    ['第三编 > 第一章 民生', true],
    ['第九章；第一章 民生', true],
    ['第二章 民生', false],
  ])('chapter %s: %s', (chapter, expected) => {
    expect(namesChapter(sampleCitation(), chapter)).toBe(expected);
  });

  test.each([
    ['GDP 5.5 %', 'gdp5.5%', true],
    ['养老床位', '托育', false],
  ])('%s has %s: %s', (text, wanted, expected) => {
    expect(has(text, wanted)).toBe(expected);
  });
});
