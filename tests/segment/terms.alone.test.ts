import { describe, expect, test } from 'vitest';
import { createJiebaSegmenter } from '../../src/segment/jieba-segmenter.ts';
import type { Segmenter } from '../../src/segment/segmenter.ts';
import { normalise, termsOf } from '../../src/segment/terms.ts';

const jieba = createJiebaSegmenter('');

/** Knows no word: what is left are the pairs. */
const wordless: Segmenter = {
  id: 'wordless',
  words: (text) => Array.from(text),
  tagged: (text) => Array.from(text, (word) => ({ word, tag: 'x' })),
};

describe('normalise', () => {
  test('unifies full-width forms, case and compatibility characters', () => {
    expect(normalise('Ｒ＆Ｄ经费２４．４１％ ＧＤＰ PM２．５')).toBe('r&d经费24.41% gdp pm2.5');
  });

  test('drops characters nobody sees', () => {
    expect(normalise('城\u200b镇\ufeff化\u202e率\u00ad')).toBe('城镇化率');
  });

  test('changes nothing a second time', () => {
    const once = normalise('Ⅲ类水体①“十四五”…㎡ İ');
    expect(normalise(once)).toBe(once);
  });
});

describe('termsOf', () => {
  test('gives words and the pairs that are not words', () => {
    const terms = termsOf('城镇化率', jieba);
    expect(terms).toEqual(expect.arrayContaining(['城镇', '城镇化', '镇化', '化率']));
    expect(terms.filter((term) => term === '城镇')).toHaveLength(1);
  });

  test.each([
    ['5G基站', '5g'],
    ['R&D经费', 'r&d'],
    ['PM2.5浓度', 'pm2.5'],
    ['达到461.1亿元', '461.1'],
    ['增长24.41%以上', '24.41'],
    ['1.4万户', '1.4'],
    ['1. 推进', '1'],
    ['二、Ⅲ类', 'iii'],
  ])('keeps what is not Han whole: %s → %s', (text, term) => {
    expect(termsOf(text, jieba)).toContain(term);
  });

  test('keeps the end of a sentence out of a number', () => {
    expect(termsOf('2021.', jieba)).toEqual(['2021']);
    expect(termsOf('R&', jieba)).toEqual(['r']);
  });

  test('drops single Han characters unless they stand alone', () => {
    expect(termsOf('区', jieba)).toEqual(['区']);
    expect(termsOf('的中国', jieba)).not.toContain('的');
  });

  test('finds a word whose cut depends on its neighbours', () => {
    const inPassage = termsOf('建立白名单制度', jieba);
    const asked = termsOf('白名单', jieba);
    expect(asked.filter((term) => inPassage.includes(term))).toEqual(asked);
  });

  test('takes characters outside the basic plane as one', () => {
    expect(termsOf('𠮷林市', wordless)).toEqual(['𠮷林', '林市']);
    expect(termsOf('𠮷', wordless)).toEqual(['𠮷']);
  });

  test('repeats what the text repeats', () => {
    expect(termsOf('5g，5G', wordless)).toEqual(['5g', '5g']);
  });

  test.each(['', '，。！', '\u200b', '%&.'])('finds nothing in %j', (text) => {
    expect(termsOf(text, jieba)).toEqual([]);
  });

  test('cuts any text that means the same alike', () => {
    expect(termsOf('ＧＤＰ增长５．５％', jieba)).toEqual(termsOf('gdp增长5.5%', jieba));
  });
});
