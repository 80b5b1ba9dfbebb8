import { expect, test } from 'vitest';
import { citedWords } from '../../src/answer/cited-words.ts';

const TEXT = '全区生产总值达到461.1亿元，年均增长 2.1%；𠮷祥村新增就业3万人。';

test.each([
  ['全区生产总值达到461.1亿元', '0-14'],
  ['年均增长2.1%', '14-20'],
  ['新增就业3万人', '24-31'],
  ['全区……3万人', '0-2,28-31'],
  ['𠮷祥村', '20-24'],
])('%s is letters %s', (quote, words) => {
  expect(citedWords(TEXT, quote)).toBe(words);
});

test('all of a text is not worth a word', () => {
  expect(citedWords(TEXT, TEXT)).toBeUndefined();
  expect(citedWords('前言', '前　　言')).toBeUndefined();
});

test('what is not in the text, or has no letters, has no place', () => {
  expect(citedWords(TEXT, '全市')).toBeUndefined();
  expect(citedWords(TEXT, '3万人……全区')).toBeUndefined();
  expect(citedWords(TEXT, '——')).toBeUndefined();
});
