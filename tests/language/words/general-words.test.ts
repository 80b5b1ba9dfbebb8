import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generalSynonyms, generalWords } from '../../../src/language/words/general-words.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds');
const rowsOf = (table: string): string[] =>
  table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const firstOf = (row: string): string => row.split(/\s/u)[0] ?? '';

describe('the tables that ship', () => {
  test('say everything once', () => {
    for (const table of [generalWords(), generalSynonyms()]) {
      const said = rowsOf(table).map(firstOf);
      expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
    }
  });

  test('pair every everyday wording with an official one, at a weight from 0 to 1', () => {
    for (const row of rowsOf(generalSynonyms()))
      expect(row).toMatch(/^[^\t]{2,}\t[^\t|]+(?:\|[^\t|]+)*(?:\t(?:0?\.\d+|0|1))?$/u);
  });

  test('name none of the places whose plans lie in the seeds folder', () => {
    expect(`${generalWords()}${generalSynonyms()}`).not.toMatch(/淄|周村|张店|齐鲁|聊斋/u);
  });

  test('are not repeated beside the seeds', () => {
    const general = new Set(rowsOf(generalWords()).map(firstOf));
    const own = rowsOf(readFileSync(join(SEEDS, 'words.txt'), 'utf8')).map(firstOf);
    expect(own.filter((word) => general.has(word))).toEqual([]);
  });
});
