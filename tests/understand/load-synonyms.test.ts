import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadSynonyms } from '../../src/understand/load-synonyms.ts';

const folder = mkdtempSync(join(tmpdir(), 'youju-synonyms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const officialOf = (everyday: string): readonly string[] =>
  loadSynonyms(folder).find((synonym) => synonym.everyday === everyday)?.official ?? [];

test('a folder of plans with no table of its own has the wordings that ship', () => {
  expect(officialOf('养老院')).toContain('养老机构');
});

test('a table in the folder adds to them', () => {
  writeFileSync(join(folder, 'synonyms.tsv'), '养老院\t松鹤院\n大桥头\t跨江通道\n');
  expect(officialOf('养老院')).toEqual(expect.arrayContaining(['养老机构', '松鹤院']));
  expect(officialOf('大桥头')).toEqual(['跨江通道']);
});
