import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { countingMethod } from './counting-method.ts';
import { createWorkspace, planText, type Workspace } from './workspace.ts';

async function builtWorkspace(): Promise<Workspace & { readonly folder: string }> {
  const workspace = createWorkspace();
  workspace.write('words.txt', '孝妇河 ns\n');
  const { generation } = await buildIndex(workspace);
  return { ...workspace, folder: join(workspace.indexDir, generation) };
}

describe('openIndex refuses', () => {
  test('where there is no index, and says how to make one', async () => {
    await expect(openIndex(createWorkspace())).rejects.toMatchObject({
      code: 'INDEX_MISSING',
      message: expect.stringContaining('npm run ingest'),
    });
  });

  test.each<[string, string, (workspace: Workspace) => void]>([
    ['a changed seed', 'east.txt 已改动', (to) => to.write('east.txt', planText('东城区', ['改']))],
    ['a new seed', '新增 new.txt', (to) => to.write('new.txt', planText('新城区', ['新']))],
    ['a missing seed', '删去 west.txt', (to) => to.remove('west.txt')],
    ['another catalogue', '新增 catalogue.json', (to) => to.write('catalogue.json', '[]')],
    ['other synonyms', '新增 synonyms.tsv', (to) => to.write('synonyms.tsv', '路\t公路\n')],
    [
      'another comment in the dictionary',
      'words.txt 已改动',
      (to) => to.write('words.txt', '孝妇河 ns # 注\n'),
    ],
  ])('an index that differs by %s, and names it', async (_, difference, change) => {
    const workspace = await builtWorkspace();
    change(workspace);
    await expect(openIndex(workspace)).rejects.toMatchObject({
      code: 'INDEX_STALE',
      message: expect.stringMatching(new RegExp(`${difference}.*npm run ingest`, 'u')),
    });
  });

  test('an index embedded another way', async () => {
    const workspace = await builtWorkspace();
    const { method } = countingMethod();
    await expect(openIndex({ ...workspace, embedding: () => method })).rejects.toMatchObject({
      code: 'INDEX_STALE',
      message: expect.stringMatching(/向量由 words-\S+ 计算，现在设置的是 counting/u),
    });
  });

  test('an index of another format', async () => {
    const { folder, ...workspace } = await builtWorkspace();
    writeFileSync(join(folder, 'manifest.json'), '{ "format": 0, "of": "long ago" }');
    await expect(openIndex(workspace)).rejects.toMatchObject({
      code: 'INDEX_STALE',
      message: expect.stringContaining('索引格式不同'),
    });
  });

  test.each(['plans.db', 'vectors.hnsw', 'words.hnsw', 'embedder.json', 'manifest.json'])(
    'an index without %s, and one whose %s was cut short or altered',
    async (name) => {
      const { folder, ...workspace } = await builtWorkspace();
      const file = join(folder, name);
      const whole = readFileSync(file);
      const damages = [
        () => truncateSync(file, Math.floor(whole.length / 2)),
        () => truncateSync(file, 0),
        () => alterByte(file),
        () => rmSync(file),
      ];
      for (const damage of damages) {
        writeFileSync(file, whole);
        damage();
        await expect(openIndex(workspace)).rejects.toMatchObject({
          code: 'INDEX_DAMAGED',
          message: expect.stringContaining('npm run ingest -- --force'),
        });
      }
      writeFileSync(file, whole);
      await expect(openIndex(workspace)).resolves.toBeDefined();
    },
  );

  test('an index whose folder is gone', async () => {
    const { folder, ...workspace } = await builtWorkspace();
    rmSync(folder, { recursive: true });
    await expect(openIndex(workspace)).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  });
});

/** In the first quarter, which in a manifest is no blank. */
function alterByte(file: string): void {
  const at = readFileSync(file).indexOf('"', Math.floor(statSync(file).size / 4));
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from([0]), 0, 1, Math.max(at, 100));
  closeSync(descriptor);
}

describe('openIndex', () => {
  test('writes nothing, so that an index may lie on a read-only disk', async () => {
    const { folder, ...workspace } = await builtWorkspace();
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o444);
    const before = readdirSync(folder);
    const index = await openIndex(workspace);
    index.searchLexical({ terms: new Map([['养老', 1]]), limit: 5 });
    expect(readdirSync(folder)).toEqual(before);
    index.close();
  });
});
