import {
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadWordVectors } from '../../../src/embed/words/load-word-vectors.ts';

const DATA = join(import.meta.dirname, '../../../src/embed/words/data');
const words = loadWordVectors();

describe('the word vectors that ship', () => {
  test.each([
    ['看病', '医疗', '堵车'],
    ['打工', '就业', '森林'],
    ['老人', '养老', '钢铁'],
    ['房价', '住房', '水稻'],
  ])('set %s nearer to %s than to %s', (everyday, official, other) => {
    expect(words.similarity(everyday, official)).toBeGreaterThan(0.5);
    expect(words.similarity(everyday, other)).toBeLessThan(
      words.similarity(everyday, official) / 2,
    );
  });

  test('read a word they do not know by its parts', () => {
    expect(words.has('医疗卫生服务站')).toBe(false);
    expect(words.similarity('医疗卫生服务站', '医院')).toBeGreaterThan(0.4);
  });

  test('have no meaning for signs alone, and know the same word for the same', () => {
    expect(words.vectorOf('……')).toBeUndefined();
    expect(words.similarity('……', '医院')).toBe(0);
    expect(words.similarity('……', '……')).toBe(1);
  });

  test('give vectors of length 1', () => {
    for (const word of ['经济', '一般公共预算收入', 'internet']) {
      const vector = words.vectorOf(word);
      expect(vector?.length).toBe(words.dimensions);
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
    }
  });

  test('stay below ten megabytes', () => {
    const bytes = readdirSync(DATA).map((name) => statSync(join(DATA, name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
  });
});

describe('word vectors that are not as they were shipped', () => {
  let folder = '';
  const copy = (): string => {
    folder = mkdtempSync(join(tmpdir(), 'youju-words-'));
    cpSync(DATA, folder, { recursive: true });
    return folder;
  };
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['are missing', () => rmSync(join(folder, 'vectors.i8')), /vectors\.i8 读不到.*重新安装/u],
    ['break off', () => truncateSync(join(folder, 'scales.f32'), 100), /scales\.f32 不完整/u],
    [
      'are of another format',
      () => writeFileSync(join(folder, 'about.json'), '{"format":1}'),
      /about\.json 格式不是/u,
    ],
    [
      'are not read',
      () => writeFileSync(join(folder, 'about.json'), '{'),
      /about\.json 不是 JSON/u,
    ],
  ])('are refused where they %s', (_, spoil, message) => {
    copy();
    spoil();
    expect(() => loadWordVectors(folder)).toThrow(
      expect.objectContaining({ code: 'WORDS_UNUSABLE', message: expect.stringMatching(message) }),
    );
  });
});
