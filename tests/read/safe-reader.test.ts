import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createSafeReader, DEFAULT_READ_LIMITS } from '../../src/read/safe-reader.ts';

const FILES = join(import.meta.dirname, '..', 'fixtures', 'files');
const bytesOf = (file: string): Buffer => readFileSync(join(FILES, file));

describe('files of unknown origin', () => {
  const reader = createSafeReader();
  afterAll(reader.close);

  test('are read and refused by the same worker, whatever order they come in', async () => {
    const files = ['merged-cells.docx', 'inflates.docx', 'truncated.docx', 'tracked-changes.docx'];
    const results = await Promise.allSettled(
      files.map(async (file) => await reader.read(bytesOf(file), file)),
    );
    expect(
      results.map((result) =>
        result.status === 'fulfilled' ? result.value.format : result.reason.code,
      ),
    ).toEqual(['docx', 'FILE_TOO_LARGE', 'FILE_DAMAGED', 'docx']);
  });

  test('that take too long are refused, and the next one is read', async () => {
    const hasty = createSafeReader({ ...DEFAULT_READ_LIMITS, timeoutMs: 1 });
    await expect(hasty.read(bytesOf('merged-cells.docx'), 'a.docx')).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringMatching(/a\.docx.*没有读完.*请/u),
    });
    await hasty.close();
    expect((await reader.read(bytesOf('merged-cells.docx'), 'a.docx')).format).toBe('docx');
  });

  test('that need too much memory are refused, and the next one is read', async () => {
    const narrow = createSafeReader({ ...DEFAULT_READ_LIMITS, maxHeapMegabytes: 40 });
    const text = Buffer.from('- 一\n'.repeat(400_000));
    await expect(narrow.read(text, 'a.md')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect((await narrow.read(bytesOf('merged-cells.docx'), 'a.docx')).format).toBe('docx');
    await narrow.close();
  });
});
