import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/catalogue/catalogue.ts';
import { documentInfo } from '../../src/catalogue/front-matter.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-seeds-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(files: Record<string, unknown>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(folder, name), text);
  }
}

describe('loadSeeds', () => {
  it('reads every text, catalogued or not, sorted by file', async () => {
    await put({
      'b.txt': '一、乙\n',
      'a.txt': '一、甲\n',
      'words.txt': '一枚印章 10 n\n',
      'synonyms.tsv': '',
      'catalogue.json': [{ file: 'b.txt', id: 'plan-b', shortTitle: '乙规划' }],
    });
    await mkdir(join(folder, 'folder.txt'));
    const seeds = await loadSeeds(folder);
    expect(seeds.map(({ file, entry }) => [file, entry])).toEqual([
      ['a.txt', { file: 'a.txt' }],
      ['b.txt', { file: 'b.txt', id: 'plan-b', shortTitle: '乙规划' }],
    ]);
    expect(seeds[0]?.text).toBe('一、甲\n');
    expect(seeds[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(seeds.map((seed) => documentInfo(seed).id)).toEqual(['a', 'plan-b']);
  });

  it('does without a catalogue', async () => {
    await put({ 'a.txt': '正文' });
    expect(await loadSeeds(folder)).toHaveLength(1);
  });

  it('says that the folder is missing, or has no text', async () => {
    await expect(loadSeeds(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'SEEDS_MISSING',
      message: expect.stringContaining('nowhere'),
    });
    await put({ 'readme.md': '#', 'words.txt': '词 1' });
    await expect(loadSeeds(folder)).rejects.toMatchObject({ code: 'SEEDS_MISSING' });
  });

  it.each<[string, unknown, RegExp]>([
    ['a file that is not there', [{ file: 'gone.txt' }], /gone\.txt 不在文件夹里/],
    ['a file listed twice', [{ file: 'a.txt' }, { file: 'a.txt' }], /a\.txt 列了两次/],
    [
      'one id for two files',
      [
        { file: 'a.txt', id: 'x' },
        { file: 'b.txt', id: 'x' },
      ],
      /a\.txt 和 b\.txt.*x/,
    ],
    ['an id that is another’s file name', [{ file: 'a.txt', id: 'b' }], /a\.txt 和 b\.txt/],
    [
      'an unknown field',
      [{ file: 'a.txt' }, { file: 'b.txt', tittle: '乙' }],
      /第 2 项（b\.txt）.*tittle/,
    ],
    ['a wrong field', [{ file: 'a.txt', period: ['2021', 2025] }], /第 1 项（a\.txt）.*period/],
    ['years the wrong way round', [{ file: 'a.txt', period: [2025, 2021] }], /period.*起始年/],
    ['a date that is none', [{ file: 'a.txt', issuedOn: '2021年6月17日' }], /issuedOn/],
    ['no file', [{ id: 'a' }], /第 1 项（未写 file）.*file/],
    ['no list', { file: 'a.txt' }, /数组/],
    ['broken JSON', '[{"file": "a.txt",}]', /不是合法的 JSON/],
  ])('refuses a catalogue with %s', async (_, catalogue, why) => {
    await put({ 'a.txt': '甲', 'b.txt': '乙', 'catalogue.json': catalogue });
    await expect(loadSeeds(folder)).rejects.toMatchObject({
      code: 'CATALOGUE_INVALID',
      message: expect.stringMatching(why),
    });
  });

  it('refuses a huge file without reading it', async () => {
    const file = await open(join(folder, 'huge.txt'), 'w');
    await file.truncate(100 * 1024 * 1024);
    await file.close();
    const before = process.memoryUsage().rss;
    await expect(loadSeeds(folder)).rejects.toMatchObject({
      code: 'SEED_UNREADABLE',
      message: expect.stringMatching(/huge\.txt.*100\.0 MB/),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('names the file it cannot read', async () => {
    await put({ 'a.txt': '正文', 'broken.txt': '' });
    await expect(loadSeeds(folder)).rejects.toMatchObject({
      code: 'SEED_UNREADABLE',
      message: expect.stringContaining('broken.txt'),
    });
  });
});
