import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../../src/app.ts';
import { run } from '../../../src/channels/terminal/run.ts';
import { createFakeTerminal } from './fake-terminal.ts';

const REPORT = '甲镇2025年工作要点\n\n一、修路\n\n新建公路12公里。\n';
const LATER = '甲镇2025年工作要点\n\n一、修路\n\n新建公路15公里。\n';

function createFolders() {
  const root = mkdtempSync(join(tmpdir(), 'youju-add-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [seeds, desk] = [mkdtempSync(join(root, 'seeds-')), mkdtempSync(join(root, 'desk-'))];
  writeFileSync(join(seeds, '乙镇.txt'), REPORT.replaceAll('甲', '乙'));
  const env = {
    YOUJU_SEEDS_DIR: seeds,
    YOUJU_INDEX_DIR: join(root, 'index'),
    YOUJU_STATE_DIR: join(root, 'state'),
  };
  return {
    seeds,
    removed: join(root, 'state', 'removed'),
    place: (name: string, text: string) => {
      writeFileSync(join(desk, name), text);
      return join(desk, name);
    },
    run: async (...args: readonly string[]) => {
      const terminal = createFakeTerminal({ env, core: { ingest } });
      const status = await run(args, terminal);
      return { status, said: terminal.stdout.text, failed: terminal.stderr.text };
    },
  };
}

test('a file that can be read is copied, shown and indexed; one that cannot stays outside', async () => {
  const folders = createFolders();
  const [good, broken] = [folders.place('甲镇 要点.txt', REPORT), folders.place('空.docx', '')];
  const { status, said } = await folders.run('add', broken, good);
  expect(status).toBe(1);
  expect(said).toContain('FILE_EMPTY');
  expect(said).toContain('一、修路');
  expect(said).toContain('2 份文件');
  expect(readdirSync(folders.seeds).sort()).toEqual(['乙镇.txt', '甲镇 要点.txt']);
  expect((await folders.run('add', good)).status).toBe(0);
});

test('a file of the same name is replaced only where that is said, and the old one is kept', async () => {
  const folders = createFolders();
  await folders.run('add', folders.place('甲镇.txt', REPORT));
  const later = folders.place('甲镇.txt', LATER);
  const refused = await folders.run('add', later);
  expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('已有 甲镇.txt') });
  expect((await folders.run('add', '--replace', later)).status).toBe(0);
  expect(readFileSync(join(folders.seeds, '甲镇.txt'), 'utf8')).toBe(LATER);
  const [kept = ''] = readdirSync(folders.removed);
  expect(readFileSync(join(folders.removed, kept), 'utf8')).toBe(REPORT);
});

test('names of settings are no names of plans', async () => {
  const folders = createFolders();
  const { status, said } = await folders.run('add', folders.place('words.txt', REPORT));
  expect(status).toBe(1);
  expect(said).toContain('不能用作规划文件的名字');
});

test('a document that is removed leaves the folder, the catalogue and the index, and is kept', async () => {
  const folders = createFolders();
  await folders.run('add', folders.place('甲镇.txt', REPORT));
  const catalogue = [
    { file: '甲镇.txt', id: 'jia' },
    { file: '乙镇.txt', region: '乙镇' },
  ];
  writeFileSync(join(folders.seeds, 'catalogue.json'), JSON.stringify(catalogue));
  const { status, said } = await folders.run('remove', 'jia');
  expect(status).toBe(0);
  expect(said).toContain('已移出：甲镇.txt');
  expect(said).toContain('1 份文件');
  expect(readdirSync(folders.removed)).toHaveLength(1);
  expect(JSON.parse(readFileSync(join(folders.seeds, 'catalogue.json'), 'utf8'))).toEqual([
    { file: '乙镇.txt', region: '乙镇' },
  ]);
  expect(await folders.run('remove', 'jia')).toMatchObject({
    status: 2,
    failed: expect.stringContaining('现有：乙镇'),
  });
  expect((await folders.run('remove', '乙镇')).status).toBe(2);
});
