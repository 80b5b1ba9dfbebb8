import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withNumber } from '../../src/read/automatic-number.ts';
import { readSource } from '../../src/read/read-source.ts';

const FILES = join(import.meta.dirname, '..', 'fixtures', 'files');

/** Paragraphs as texts, headings with their numbers, tables as their cells with columns and spans. */
async function contentOf(file: string): Promise<unknown[]> {
  const { blocks } = await readSource(readFileSync(join(FILES, file)), file);
  return blocks.map((block) => {
    if (block.type === 'table') return block.rows.map(({ cells }) => cells);
    return block.type === 'heading' ? withNumber(block.number, block.text) : block.text;
  });
}

describe('one document in several formats', () => {
  test('has the same paragraphs as page, Word file and older Word file', async () => {
    const page = await contentOf('farm-machinery-2018.html');
    expect(page.length).toBeGreaterThan(30);
    expect(await contentOf('farm-machinery-2018.docx')).toEqual(page);
    expect(await contentOf('farm-machinery-2018.doc')).toEqual(page);
  });

  test('has the same cells as page and Word file', async () => {
    const page = await contentOf('reform-measures-2018.html');
    expect(page.some((block) => Array.isArray(block) && block.length > 20)).toBe(true);
    expect(await contentOf('reform-measures-2018.docx')).toEqual(page);
  });

  test('has the same numbers where one format works out what another spells out', async () => {
    expect(await contentOf('auto-numbered.doc')).toEqual(await contentOf('auto-numbered.rtf'));
  });
});
