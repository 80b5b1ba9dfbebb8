import { describe, expect, test } from 'vitest';
import type { Segmenter } from '../../src/segment/segmenter.ts';
import { wordBorders } from '../../src/understand/concepts.ts';
import { parseSynonyms, type SynonymFound, synonymsIn } from '../../src/understand/synonyms.ts';

const anywhere = (): boolean => true;
const wordings = (found: readonly SynonymFound[]): string[] =>
  found.map(({ synonym }) => synonym.everyday);
const pairs = (...everyday: string[]) =>
  parseSynonyms(everyday.map((wording) => `${wording}\t公文说法`).join('\n'));

describe('the file people edit', () => {
  test('everyday, official wordings, weight', () => {
    expect(parseSynonyms('ＧＤＰ\t地区生产总值|“生产总值”\t0.9\n老人\t老年人')).toEqual([
      { everyday: 'gdp', official: ['地区生产总值', '生产总值'], weight: 0.9 },
      { everyday: '老人', official: ['老年人'], weight: 0.6 },
    ]);
  });

  test('remarks, blank lines and line ends of any system are no synonyms', () => {
    expect(parseSynonyms('# 说明\r\n\r\n   \r\n老人\t老年人\t1\r\n')).toEqual([
      { everyday: '老人', official: ['老年人'], weight: 1 },
    ]);
  });

  test('weight 0 is a weight', () => {
    expect(parseSynonyms('老人\t老年人\t0')[0]?.weight).toBe(0);
  });

  test('an empty wording between bars is none', () => {
    expect(parseSynonyms('老人\t老年人||老年群体|')[0]?.official).toEqual(['老年人', '老年群体']);
  });

  test('an empty file has none', () => {
    expect(parseSynonyms('')).toEqual([]);
  });
});

describe('a table beside the one that ships', () => {
  const shipped = '老人\t老年人\t0.7\n孩子\t儿童\n';

  test('adds wordings, to known ones too', () => {
    expect(parseSynonyms(shipped, '老人\t老龄|老年人\n娃\t儿童')).toEqual([
      { everyday: '老人', official: ['老年人', '老龄'], weight: 0.7 },
      { everyday: '孩子', official: ['儿童'], weight: 0.6 },
      { everyday: '娃', official: ['儿童'], weight: 0.6 },
    ]);
  });

  test('gives another weight, 0 to do without one', () => {
    expect(parseSynonyms(shipped, '老人\t\t0')[0]).toEqual({
      everyday: '老人',
      official: ['老年人'],
      weight: 0,
    });
  });
});

describe('everyday wordings in a text', () => {
  test.each([
    ['城里人收入', ['城里', '城里人'], ['城里人']],
    ['人均gdp多少', ['gdp', '人均gdp'], ['人均gdp']],
    ['gdp和gdp', ['gdp'], ['gdp', 'gdp']],
    ['老人看病', ['看病', '老人'], ['老人', '看病']],
    ['上学难看病贵', ['上学难', '学难看', '看病贵'], ['上学难', '看病贵']],
    ['没有一个', ['老人'], []],
  ])('%s of %j: %j', (text, everyday, expected) => {
    expect(wordings(synonymsIn(text, pairs(...everyday), anywhere))).toEqual(expected);
  });

  test('none overlap, and each knows where it stands', () => {
    const found = synonymsIn('城里人和城里', pairs('城里', '城里人', '人和'), anywhere);
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 6],
    ]);
    for (const { synonym, start, end } of found)
      expect('城里人和城里'.slice(start, end)).toBe(synonym.everyday);
  });

  test('a stretch that is only pieces of other words is none', () => {
    expect(synonymsIn('大学城里', pairs('城里'), () => false)).toEqual([]);
  });
});

describe('borders of words', () => {
  const cutAs = (...words: string[]): Segmenter => ({
    id: 'cut',
    words: () => words,
    tagged: () => words.map((word) => ({ word, tag: 'n' })),
  });

  test.each([
    ['大学城里的学校', ['大学城', '里', '的', '学校'], '城里', false],
    ['城里的学校', ['城里', '的', '学校'], '城里', true],
    ['城里的学校', ['城', '里', '的', '学校'], '城里', true],
    ['老人家', ['老人家'], '老人', false],
    ['找不着活干', ['找', '不', '着活', '干'], '不着活', true],
  ])('%s: %s %s %s', (text, words, wording, expected) => {
    const isWhole = wordBorders(text, cutAs(...words));
    const at = text.indexOf(wording);
    expect(isWhole(at, at + wording.length)).toBe(expected);
  });
});
