import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSeeds } from '../../src/catalogue/catalogue.ts';
import { MAX_FILE_BYTES, readSeedFile } from '../../src/catalogue/seed-file.ts';

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

describe('the files of a seeds folder', () => {
  it('are plans of every format, catalogued or not, sorted by file', async () => {
    await put({
      'b.txt': '一、乙\n',
      '湖南省 2026年政府工作报告.docx': '任何内容',
      'words.txt': '一枚印章 10 n\n',
      'synonyms.tsv': '',
      'README.md': '# 说明',
      '~$b.docx': '',
      '.DS_Store': '',
      'catalogue.json': [{ file: 'b.txt', id: 'plan-b', shortTitle: '乙规划' }],
    });
    await mkdir(join(folder, 'folder.txt'));
    const { seeds, refused } = await loadSeeds(folder);
    expect(seeds.map(({ file, entry }) => [file, entry])).toEqual([
      ['b.txt', { file: 'b.txt', id: 'plan-b', shortTitle: '乙规划' }],
      ['湖南省 2026年政府工作报告.docx', { file: '湖南省 2026年政府工作报告.docx' }],
    ]);
    expect(seeds[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(refused).toEqual([]);
  });

  it('do without a catalogue', async () => {
    await put({ 'a.txt': '正文' });
    expect((await loadSeeds(folder)).seeds).toHaveLength(1);
  });

  it('are missed where there is no folder, or nothing in it', async () => {
    await expect(loadSeeds(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'SEEDS_MISSING',
      message: expect.stringContaining('nowhere'),
    });
    await put({ 'readme.md': '#', 'words.txt': '词 1' });
    await expect(loadSeeds(folder)).rejects.toMatchObject({ code: 'SEEDS_MISSING' });
  });

  it('that are links out of the folder are refused, those within it are read', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'youju-outside-'));
    await writeFile(join(outside, 'secret.txt'), '机密');
    await put({ 'a.txt': '正文' });
    await symlink(join(outside, 'secret.txt'), join(folder, 'b.txt'));
    await symlink('a.txt', join(folder, 'c.txt'));
    await symlink('nowhere', join(folder, 'd.txt'));
    const { seeds, refused } = await loadSeeds(folder);
    await rm(outside, { recursive: true });
    expect(refused).toEqual([
      expect.objectContaining({ file: 'b.txt', code: 'FILE_UNSAFE', keptAs: null }),
      expect.objectContaining({ file: 'd.txt', code: 'FILE_UNREADABLE' }),
    ]);
    expect(seeds[2]?.digest).toBe(seeds[0]?.digest);
    await expect(readSeedFile(folder, '../outside.txt')).rejects.toThrow(/打不开|外面/);
  });

  it('that are huge are refused without being read', async () => {
    const file = await open(join(folder, 'huge.txt'), 'w');
    await file.truncate(MAX_FILE_BYTES + 1);
    await file.close();
    expect((await loadSeeds(folder)).refused).toEqual([
      expect.objectContaining({
        code: 'FILE_TOO_LARGE',
        message: expect.stringMatching(/huge\.txt.*MB/),
      }),
    ]);
  });

  it('that only the catalogue knows are said to be gone', async () => {
    await put({ 'a.txt': '甲', 'catalogue.json': [{ file: 'gone.txt' }] });
    const { seeds, refused } = await loadSeeds(folder);
    expect(seeds.map(({ file }) => file)).toEqual(['a.txt']);
    expect(refused).toEqual([
      expect.objectContaining({
        file: 'gone.txt',
        code: 'FILE_UNREADABLE',
        message: expect.stringMatching(/文件夹里却没有.*删去/),
      }),
    ]);
  });
});

describe('a catalogue', () => {
  it.each<[string, unknown, RegExp]>([
    ['a file listed twice', [{ file: 'a.txt' }, { file: 'a.txt' }], /a\.txt 列了两次/],
    [
      'an unknown field',
      [{ file: 'a.txt' }, { file: 'b.txt', tittle: '乙' }],
      /第 2 项（b\.txt）.*tittle/,
    ],
    ['a wrong field', [{ file: 'a.txt', period: ['2021', 2025] }], /第 1 项（a\.txt）.*period/],
    ['years the wrong way round', [{ file: 'a.txt', period: [2025, 2021] }], /period.*起始年/],
    ['a date that is none', [{ file: 'a.txt', issuedOn: '2021年6月17日' }], /issuedOn/],
    ['an address that runs code', [{ file: 'a.txt', sourceUrl: 'javascript:alert(1)' }], /http/],
    ['no file', [{ id: 'a' }], /第 1 项（未写 file）.*file/],
    ['no list', { file: 'a.txt' }, /数组/],
    ['broken JSON', '[{"file": "a.txt",}]', /不是合法的 JSON/],
  ])('with %s is refused', async (_, catalogue, why) => {
    await put({ 'a.txt': '甲', 'b.txt': '乙', 'catalogue.json': catalogue });
    await expect(loadSeeds(folder)).rejects.toMatchObject({
      code: 'CATALOGUE_INVALID',
      message: expect.stringMatching(why),
    });
  });
});
