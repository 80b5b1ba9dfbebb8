import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { createWorkspace, PLANS, planText } from './workspace.ts';

const SCRAMBLED = Buffer.from([0, 1, 2, 0xfe, 0, 7, 0, 3]);

test('one broken file stands in no other’s way, and is named with reason and cure', async () => {
  const workspace = createWorkspace();
  workspace.write('空 文件.docx', '');
  writeFileSync(join(workspace.seedsDir, 'picture.png'), SCRAMBLED);
  symlinkSync('/etc/hostname', join(workspace.seedsDir, 'link.txt'));
  const { manifest } = await buildIndex(workspace);
  expect(manifest.counts.documents).toBe(2);
  expect(manifest.refused).toEqual([
    { file: 'link.txt', code: 'FILE_UNSAFE', message: expect.stringMatching(/请/u), keptAs: null },
    {
      file: 'picture.png',
      code: 'FILE_TYPE_UNKNOWN',
      message: expect.stringMatching(/picture\.png.*请/u),
      keptAs: null,
    },
    {
      file: '空 文件.docx',
      code: 'FILE_EMPTY',
      message: expect.stringMatching(/空 文件\.docx.*请/u),
      keptAs: null,
    },
  ]);
  const index = await openIndex(workspace);
  expect(index.documents.map(({ id }) => id)).toEqual(['east', 'west']);
  expect((await buildIndex(workspace)).changed).toBe(false);
});

test('of a file that broke the last good reading goes on answering, until it is mended or gone', async () => {
  const workspace = createWorkspace();
  await buildIndex(workspace);
  workspace.write('east.txt', '');
  const broken = await buildIndex(workspace);
  expect(broken.manifest.refused).toMatchObject([
    { file: 'east.txt', code: 'FILE_EMPTY', keptAs: 'east' },
  ]);
  expect((await openIndex(workspace)).documents.map(({ id }) => id)).toEqual(['east', 'west']);

  workspace.write('new.txt', planText('新城区', ['新建大桥。']));
  const later = await buildIndex(workspace);
  expect(later.manifest.refused).toMatchObject([{ file: 'east.txt', keptAs: 'east' }]);
  const forced = await buildIndex({ ...workspace, force: true });
  expect(forced.manifest.refused).toMatchObject([{ file: 'east.txt', keptAs: 'east' }]);
  expect((await openIndex(workspace)).documents.map(({ id }) => id)).toEqual([
    'east',
    'new',
    'west',
  ]);

  workspace.write('east.txt', PLANS['east.txt']);
  expect((await buildIndex(workspace)).manifest.refused).toEqual([]);
  workspace.write('east.txt', '');
  await buildIndex(workspace);
  workspace.remove('east.txt');
  const gone = await buildIndex(workspace);
  expect(gone.manifest.refused).toEqual([]);
  expect(gone.manifest.counts.documents).toBe(2);
});

test('where nothing can be read the old index goes on answering', async () => {
  const workspace = createWorkspace();
  await buildIndex(workspace);
  const empty = createWorkspace({ 'a.txt': '' });
  await expect(buildIndex(empty)).rejects.toMatchObject({
    code: 'SEEDS_MISSING',
    message: expect.stringContaining('a.txt'),
  });
});

test('of two files of one name both are read, and a newcomer leaves the other its id', async () => {
  const workspace = createWorkspace({ 'plan.txt': planText('东城区', ['修路。']) });
  await buildIndex(workspace);
  workspace.write('plan.docx', planText('西城区', ['修桥。']));
  await buildIndex(workspace);
  expect((await openIndex(workspace)).documents.map(({ id, file }) => [id, file])).toEqual([
    ['plan', 'plan.txt'],
    ['plan-docx', 'plan.docx'],
  ]);
});

test('a catalogue entry that changes has only its own file read again', async () => {
  const workspace = createWorkspace();
  await buildIndex(workspace);
  workspace.write(
    'catalogue.json',
    JSON.stringify([{ file: 'east.txt', region: '东城区', shortTitle: '东城规划' }]),
  );
  const second = await buildIndex(workspace);
  expect(second.embedded).toBe(0);
  const index = await openIndex(workspace);
  expect(index.documents.map(({ shortTitle }) => shortTitle)[0]).toBe('东城规划');
});

test('a file put in its place while the folder is read is read whole, old or new', async () => {
  const workspace = createWorkspace();
  const draft = join(workspace.seedsDir, '.draft');
  const texts = ['甲', '乙'].map((name) => planText(`${name}城区`, [name.repeat(2000)]));
  const replace = (text: string) => {
    writeFileSync(draft, text);
    renameSync(draft, join(workspace.seedsDir, 'east.txt'));
  };
  let turn = 0;
  const { manifest } = await buildIndex({
    ...workspace,
    onProgress: () => replace(texts[turn++ % 2] ?? ''),
  });
  expect(manifest.refused).toEqual([]);
  await buildIndex(workspace);
  const index = await openIndex(workspace);
  expect(texts).toContain(index.reading('east')?.text);
});

test('of five hundred files forty broken ones are refused and the others read', async () => {
  const seeds = Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [
      `plan-${String(at).padStart(3, '0')}.txt`,
      at % 12 === 11 && at < 480
        ? ''
        : `${at}号镇2025年工作要点\n\n一、修路\n\n新建公路${at}公里。\n`,
    ]),
  );
  const workspace = createWorkspace(seeds);
  const { manifest } = await buildIndex(workspace);
  expect(manifest.refused).toHaveLength(40);
  expect(manifest.counts.documents).toBe(460);
}, 120_000);
