import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentInfo } from '../../src/catalogue/front-matter.ts';

const CORPORA = join(import.meta.dirname, '../corpora');

interface Expected {
  /** Any of these is right. */
  readonly titles?: readonly string[];
  readonly notTitle?: string;
  readonly region?: string;
  /** A year it plans for. */
  readonly period?: number;
}

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/titles.json'), 'utf8'),
) as Readonly<Record<string, Expected>>;
const texts = ['plans', 'policies'].flatMap((folder) =>
  readdirSync(join(CORPORA, folder))
    .filter((file) => file in expected)
    .map((file) => ({ file, text: readFileSync(join(CORPORA, folder, file), 'utf8') })),
);

const plain = (title: string): string => title.normalize('NFKC').replace(/[\s—–-]+/gu, '');

describe('a published text without a catalogue knows who it is', () => {
  test('all of them are here', () => {
    expect(new Set(texts.map(({ file }) => file))).toEqual(new Set(Object.keys(expected)));
  });

  test.each(texts)('$file', ({ file, text }) => {
    const { titles, notTitle, region, period } = expected[file] ?? {};
    const info = documentInfo({ entry: { file }, text });
    if (titles) expect(titles.map(plain)).toContain(plain(info.title));
    if (notTitle) expect(info.title).not.toBe(notTitle);
    if (region) expect(info.region).toBe(region);
    expect(info.region, 'a place').not.toBeNull();
    if (period) {
      const [from, to] = info.period ?? [0, 0];
      expect(from <= period && period <= to, `${from}–${to}`).toBe(true);
    }
    expect(info.shortTitle).not.toMatch(/[a-z]{3,}-/u);
  });
});
