import { describe, expect, it } from 'vitest';
import { clausesIn } from '../../src/parse/clause-runs.ts';

describe('what a paragraph counts up', () => {
  it.each([
    ['主要做了：一是稳增长，扩投资。二是促改革。三是惠民生。', ['稳增长', '促改革', '惠民生']],
    ['一要压实责任；二要加强督导。', ['压实责任', '加强督导']],
    ['原则如下：第一，坚持党的领导。第二，坚持人民至上。', ['坚持党的领导', '坚持人民至上']],
    ['包括：（1）铁路；（2）公路；（3）民航。', ['铁路', '公路', '民航']],
    ['包括①铁路、②公路。', ['铁路', '公路']],
    ['首先，打好基础。其次，补齐短板。', ['打好基础', '补齐短板']],
  ])('%s', (text, titles) => {
    expect(clausesIn(text).map(({ title }) => title)).toEqual(titles);
  });

  it('knows where each stands and what it says', () => {
    const text = '今年抓好两件事：一是修路，改善出行；二是办学。';
    const [first, second] = clausesIn(text);
    expect(first).toEqual({
      number: '一是',
      title: '修路',
      text: '一是修路，改善出行；',
      offset: 8,
    });
    expect(text.slice(second?.offset)).toBe(second?.text);
  });

  it.each([
    '这是一要务，也是二要义。',
    '一是一，二是二三。',
    '增长5.5%，其中（2）项下降。',
    '没有列举。',
  ])('finds nothing in %s', (text) => expect(clausesIn(text)).toEqual([]));
});
