import { expect, test } from 'vitest';
import { parseUserWords, renderUserWords } from '../../src/segment/user-words.ts';

test('reads words with or without frequency and tag, in any spacing, without comments', () => {
  const words = parseUserWords(
    '# 地名\n淄川区 ns\r\n建陶\t20\n\n  Ｒ＆Ｄ经费  n # 英文小写\nC# 12 nz\n专精特新 0 n\n',
  );
  expect(words).toEqual([
    { word: '淄川区', frequency: 1000, tag: 'ns' },
    { word: '建陶', frequency: 20, tag: 'n' },
    { word: 'r&d经费', frequency: 1000, tag: 'n' },
    { word: 'c#', frequency: 12, tag: 'nz' },
    { word: '专精特新', frequency: 1000, tag: 'n' },
  ]);
});

test('writes three fields a line, single spaces between them', () => {
  expect(renderUserWords(parseUserWords('建陶\n淄川区 5 ns'))).toBe('建陶 1000 n\n淄川区 5 ns\n');
});

test('a word that stands twice is what it was called last', () => {
  expect(renderUserWords(parseUserWords('建陶 nz\n淄川区 ns\n建陶 5 n\n'))).toBe(
    '建陶 5 n\n淄川区 1000 ns\n',
  );
});
