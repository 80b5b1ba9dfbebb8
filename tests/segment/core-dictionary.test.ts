import { expect, test } from 'vitest';
import { coreDictionary } from '../../src/segment/core-dictionary.ts';

const core = (dictionary: string): string =>
  Buffer.from(coreDictionary(Buffer.from(dictionary))).toString();

test('keeps frequent words and names of places and bodies', () => {
  expect(
    core('中国 100 ns\n龚诗嘉 3 nr\n淄川区 6 ns\n区政府 4 nt\n发展 10 vn\n一剪梅 9 nz\n'),
  ).toBe('中国 100 ns\n淄川区 6 ns\n区政府 4 nt\n发展 10 vn\n');
});

test('keeps a last line without line break, and reads nothing into an empty dictionary', () => {
  expect(core('中国 100 ns')).toBe('中国 100 ns');
  expect(core('')).toBe('');
});
