import { describe, expect, test } from 'vitest';
import { holdsNumber, numbersIn, unprovenFigures } from '../../src/answer/figures.ts';

const CITED =
  '到 2025 年（2020 年基期），常住人口城镇化率达到75%，森林覆盖率保持并稳定在 24.41%以上，培育八大产业集群，引进高校毕业生 8000 人，' +
  '产值突破1,200亿元，R&D经费占ＧＤＰ比重３．１％，三年内建成十二个园区，增长1.5—2倍。';

describe('figures of a claim that what it cites does not hold', () => {
  test.each([
    ['2025年目标75%'],
    ['森林覆盖率24.41%以上'],
    ['引进8000人'],
    ['研发经费占比3.1%'],
    ['研发经费占比３．１％'],
    ['八大产业集群'],
    ['十二个园区'],
    ['增长1.5到2倍'],
    ['没有数字'],
    ['一个园区'],
    [''],
  ])('none in %j', (claim) => {
    expect(unprovenFigures(claim, CITED, [])).toEqual([]);
  });

  test.each([
    ['2025年目标76%', ['76']],
    ['2026年目标75%', ['2026']],
    ['2035年目标75%', ['2035']],
    ['森林覆盖率24.4%', ['24.4']],
    ['森林覆盖率4.41%', ['4.41']],
    ['森林覆盖率24%', ['24']],
    ['森林覆盖率41%', ['41']],
    ['引进800人', ['800']],
    ['引进80000人', ['80000']],
    ['引进8人', ['8']],
    ['研发经费占比31%', ['31']],
    ['九大产业集群', ['九大']],
    ['二十个园区', ['二十个']],
    ['十三个园区', ['十三个']],
    ['三十亿元', ['三十亿']],
    ['目标75%，2020年为65.6%', ['65.6']],
    ['到2025年建成5所，投资3亿', ['5', '3']],
  ])('%s: %j', (claim, figures) => {
    expect(unprovenFigures(claim, CITED, [])).toEqual(figures);
  });

  test('what our own code worked out needs no document', () => {
    expect(unprovenFigures('相差9.4个百分点', CITED, ['9.4'])).toEqual([]);
    expect(unprovenFigures('相差9.5个百分点', CITED, ['9.4'])).toEqual(['9.5']);
  });

  test('nothing is proven by an empty citation', () => {
    expect(unprovenFigures('目标75%', '', [])).toEqual(['75']);
  });

  test('a number with separators is one number', () => {
    expect(unprovenFigures('产值突破200亿元', CITED, [])).toEqual(['200']);
  });

  test('figures in neighbouring cells are not one figure', () => {
    expect(unprovenFigures('达到65.675%', '（2）城镇化率（%） 65.6 75', [])).toEqual(['65.675']);
    expect(unprovenFigures('达到75%', '（2）城镇化率（%） 65.6 75', [])).toEqual([]);
  });

  test('a Chinese quantity is not proven by a number of something else', () => {
    expect(unprovenFigures('三大集群', '第三节 产业', [])).toEqual(['三大']);
  });

  test('a Chinese quantity inside a longer one is another quantity', () => {
    expect(unprovenFigures('两个园区、十个园区', CITED, [])).toEqual(['两个', '十个']);
  });
});

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
