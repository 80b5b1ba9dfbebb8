import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { currentGeneration } from '../../src/indexing/generations.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { createWorkspace, planText, type Workspace } from './workspace.ts';

const SCRIPT = join(import.meta.dirname, 'dying-build.ts');

async function buildAndDie({ seedsDir, indexDir }: Workspace, phase: string, done: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', SCRIPT, seedsDir, indexDir, phase, String(done)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

const generationsIn = ({ indexDir }: Workspace): string[] =>
  readdirSync(indexDir).filter((name) => /^\d{8}T/u.test(name));

const ADDED = planText('新城区', ['新建跨河大桥2座，拓宽滨河大道，年内全部通车。']);

test.each([
  ['parse', 1],
  ['embed', 0],
  ['write', 1],
  ['write', 3],
  ['publish', 0],
])('killed at %s %i, a build leaves the index there was', async (phase, done) => {
  const workspace = createWorkspace();
  const { generation } = await buildIndex(workspace);
  workspace.write('added.txt', ADDED);
  await buildAndDie(workspace, phase, done);

  expect(generationsIn(workspace)).toHaveLength(2);
  expect(currentGeneration(workspace.indexDir)).toBe(generation);
  workspace.remove('added.txt');
  const index = await openIndex(workspace);
  expect(index.generation).toBe(generation);
  expect(index.documents).toHaveLength(2);
  index.close();

  workspace.write('added.txt', ADDED);
  const mended = await buildIndex(workspace);
  expect(new Set(generationsIn(workspace))).toEqual(new Set([generation, mended.generation]));
  expect((await openIndex(workspace)).documents).toHaveLength(3);
});

test('killed right after publishing, a build leaves the new index', async () => {
  const workspace = createWorkspace();
  const { generation } = await buildIndex(workspace);
  workspace.write('added.txt', ADDED);
  await buildAndDie(workspace, 'publish', 1);
  const index = await openIndex(workspace);
  expect(index.generation).not.toBe(generation);
  expect(index.documents).toHaveLength(3);
});

test('killed while there was none, a first build leaves none, and the next makes one', async () => {
  const workspace = createWorkspace();
  await buildAndDie(workspace, 'write', 3);
  await expect(openIndex(workspace)).rejects.toMatchObject({ code: 'INDEX_MISSING' });
  await buildIndex(workspace);
  expect(generationsIn(workspace)).toHaveLength(1);
  expect((await openIndex(workspace)).documents).toHaveLength(2);
});

test('a half-written pointer is nobody’s', async () => {
  const workspace = createWorkspace();
  const { generation } = await buildIndex(workspace);
  writeFileSync(join(workspace.indexDir, 'current.new'), generation.slice(0, 5));
  expect((await openIndex(workspace)).generation).toBe(generation);
  await buildIndex(workspace);
  expect(existsSync(join(workspace.indexDir, 'current.new'))).toBe(false);
});
