import { beforeAll, describe, expect, test } from 'vitest';
import { createJiebaSegmenter } from '../../src/segment/jieba-segmenter.ts';
import type { Segmenter } from '../../src/segment/segmenter.ts';

describe('with words of our own', () => {
  let segmenter: Segmenter;

  beforeAll(() => {
    segmenter = createJiebaSegmenter('# 注\n孝妇河湿地 ns\n高品质民生\n');
    segmenter.words('');
  });

  test('cuts in search mode, overlapping words included', () => {
    expect(segmenter.words('经济开发区')).toEqual(
      expect.arrayContaining(['经济', '开发', '开发区']),
    );
  });

  test('knows them', () => {
    expect(segmenter.words('建设孝妇河湿地公园')).toContain('孝妇河湿地');
    expect(segmenter.tagged('孝妇河湿地')).toEqual([{ word: '孝妇河湿地', tag: 'ns' }]);
  });

  test('knows those that ship beside them', () => {
    expect(segmenter.words('发展新质生产力')).toContain('新质生产力');
  });

  test('survives any text', () => {
    expect(segmenter.words('')).toEqual([]);
    expect(segmenter.words('a\0b\ud800中国')).toContain('中国');
  });

  test('has an id that follows the words, not the comments', () => {
    expect(segmenter.id).toMatch(/^jieba-search-1:[0-9a-f]{12}$/u);
    const same = '孝妇河湿地   ns\n# 别的注\n\n高品质民生\n';
    expect(createJiebaSegmenter(same).id).toBe(segmenter.id);
  });

  test('refuses another dictionary in the same process', () => {
    expect(() => createJiebaSegmenter('建陶\n')).toThrow(
      expect.objectContaining({ code: 'DICTIONARY_CONFLICT' }),
    );
    expect(segmenter.words('建设孝妇河湿地公园')).toContain('孝妇河湿地');
  });
});
