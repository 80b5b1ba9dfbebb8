import { describe, expect, test } from 'vitest';
import { isVerbatim } from '../../src/answer/quotes.ts';
import { samplePassage } from '../retrieve/sample-query.ts';

const PASSAGE = samplePassage({
  text: '表 1 主要指标\n20. 加快交通基础设施建设。开工建设\n经十路东延，建成5公里。（区交通运输局牵头）',
  quotable: '20. 加快交通基础设施建设。开工建设\n经十路东延，建成5公里。（区交通运输局牵头）',
});

describe('a quote is word for word', () => {
  test.each([
    ['开工建设\n经十路东延'],
    ['开工建设经十路东延'],
    ['开工建设 经十路 东延'],
    ['20. 加快交通基础设施建设。……（区交通运输局牵头）'],
    ['20. 加快交通基础设施建设。……建成5公里。……（区交通运输局牵头）'],
    ['……建成5公里。'],
  ])('%j', (quote) => {
    expect(isVerbatim(quote, PASSAGE)).toBe(true);
  });

  test.each([
    ['建成6公里', 'another figure'],
    ['开工建设经十路西延', 'another word'],
    ['开工建设，经十路东延', 'another mark'],
    ['（区交通运输局牵头）……20. 加快交通基础设施建设。', 'the parts in another order'],
    ['建成5公里。……建成5公里。', 'one part twice'],
    ['建成5公里。…（区交通运输局牵头）', 'half an ellipsis'],
    ['主要指标', 'what is not to be quoted'],
    ['', 'nothing'],
    [' \n', 'only white space'],
    ['……', 'only an ellipsis'],
  ])('%j is not: %s', (quote) => {
    expect(isVerbatim(quote, PASSAGE)).toBe(false);
  });
});
