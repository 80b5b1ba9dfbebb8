import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSource } from '../../src/read/read-source.ts';
import { readingText } from '../../src/read/reading-text.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'files');
const EXPECTED = '.expected.json';

const expectation = z.object({
  error: z.string().optional(),
  /** Texts that follow each other, white space aside. */
  inOrder: z.array(z.string()).default([]),
  /** Cells of a row, in order, others between. */
  rows: z.array(z.array(z.string())).default([]),
  hasnt: z.array(z.string()).default([]),
  warns: z.boolean().default(false),
});

const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(EXPECTED))
  .map((name) => name.slice(0, -EXPECTED.length));

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

describe('files people have', () => {
  test.each(FILES)('%s comes out as written down beside it', async (file) => {
    const wanted = expectation.parse(
      JSON.parse(readFileSync(join(FOLDER, `${file}${EXPECTED}`), 'utf8')),
    );
    const reading = readSource(readFileSync(join(FOLDER, file)), file);
    if (wanted.error !== undefined) {
      await expect(reading).rejects.toMatchObject({
        code: wanted.error,
        message: expect.stringMatching(/无法读取文件.*请/su),
      });
      return;
    }
    const source = await reading;
    const { text, places } = readingText(source);
    expect(places.length).toBe(text.split('\n').length);
    const whole = squeezed(text);
    let from = 0;
    for (const part of wanted.inOrder) {
      const at = whole.indexOf(squeezed(part), from);
      expect(at, part).toBeGreaterThanOrEqual(0);
      from = at + squeezed(part).length;
    }
    for (const part of wanted.hasnt) expect(whole).not.toContain(squeezed(part));
    const rows = source.blocks
      .flatMap((block) => (block.type === 'table' ? block.rows : []))
      .map(({ cells }) => cells.map((cell) => squeezed(cell.text)));
    for (const row of wanted.rows) {
      expect(rows).toContainEqual(expect.arrayContaining(row.map(squeezed)));
    }
    if (wanted.warns) expect(source.warnings.join('')).toMatch(/\p{Script=Han}/u);
  });
});
