import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createOpenAiMethod } from '../../src/embed/openai-method.ts';
import { type BuildOptions, buildIndex } from '../../src/indexing/build-index.ts';
import type { EmbeddingEstimate } from '../../src/indexing/embed-remotely.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { embeddingsOf } from '../endpoint/endpoints.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import { createWorkspace, planText, type Workspace } from './workspace.ts';

const SCRIPT = join(import.meta.dirname, 'dying-build.ts');

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi({ dimensions: 64 });
});
beforeEach(() => {
  fake.fault = null;
  fake.nextFaults.length = 0;
  fake.dimensions = 64;
  fake.embeddedTexts = 0;
});
afterAll(() => fake.close());

const embedding =
  (embeddingModel = fake.embeddingModel) =>
  () =>
    createOpenAiMethod(embeddingsOf({ ...fake, baseUrl: fake.baseUrl, embeddingModel }).endpoint);

const build = (workspace: Workspace, options: Partial<BuildOptions> = {}) =>
  buildIndex({ ...workspace, embedding: embedding(), ...options });

/** Texts embedded since the last time, but for the one that tells the dimensions. */
function paid(): number {
  const texts = fake.embeddedTexts;
  fake.embeddedTexts = 0;
  return texts;
}

const PLANS = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `plan-${at}.txt`,
    planText(
      `${'甲乙丙丁'[at % 4]}${at}区`,
      Array.from({ length: 8 }, (_item, item) => `新建第${at}之${item}号公园，到2025年建成。`),
    ),
  ]),
);
const ADDED = planText('新城区', ['新建跨河大桥2座，年内通车。']);

describe('an index embedded by a model behind an address', () => {
  test('names the model, and is searched by it', async () => {
    const workspace = createWorkspace();
    const { manifest } = await build(workspace);
    expect(manifest.embedder).toBe('openai-fake-embedding:64');
    const index = await openIndex({ ...workspace, embedding: embedding() });
    const vector = await index.embedder.embedQuery('治理孝妇河水环境，建设湿地公园');
    expect(index.searchVectors({ vector, limit: 3 })[0]?.passage.text).toContain('孝妇河');
    index.close();
  });

  test('asked by another model is stale, and the message names both and what to do', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    const opening = openIndex({ ...workspace, embedding: embedding('another') });
    await expect(opening).rejects.toMatchObject({ code: 'INDEX_STALE' });
    await expect(opening).rejects.toThrow(/openai-fake-embedding.*openai-another.*npm run ingest/u);
    await expect(openIndex(workspace)).rejects.toMatchObject({ code: 'INDEX_STALE' });
  });

  test('says beforehand what it will cost, and pays for each text once', async () => {
    const workspace = createWorkspace();
    const estimates: EmbeddingEstimate[] = [];
    const first = await build(workspace, { onEstimate: (estimate) => estimates.push(estimate) });
    expect(estimates).toEqual([
      { model: 'fake-embedding', passages: first.embedded, tokens: expect.any(Number) },
    ]);
    expect(estimates[0]?.tokens).toBeGreaterThan(first.embedded * 10);
    expect(paid()).toBe(first.embedded + 1);

    workspace.write('added.txt', ADDED);
    const second = await build(workspace);
    expect(second.embedded).toBeLessThan(first.embedded);
    expect(paid()).toBe(second.embedded);

    const forced = await build(workspace, {
      force: true,
      onEstimate: (made) => estimates.push(made),
    });
    expect(forced).toMatchObject({ changed: true, embedded: 0 });
    expect(paid()).toBe(1);
    expect(estimates).toHaveLength(1);
  });

  test('goes on after an outage where it stood', async () => {
    const workspace = createWorkspace(PLANS);
    fake.nextFaults.push(null, null, null, null);
    fake.fault = { kind: 'status', status: 503 };
    await expect(build(workspace)).rejects.toMatchObject({
      code: 'ENDPOINT_FAILED',
      kind: 'overloaded',
    });
    const before = paid();
    expect(before).toBeGreaterThan(100);
    fake.fault = null;
    const { embedded, manifest } = await build(workspace);
    expect(embedded).toBeLessThan(manifest.counts.passages);
    expect(before - 1 + embedded).toBe(new Set(await textsOf(workspace)).size);
    expect(paid()).toBe(embedded + 1);
  });

  test('keeps what was embedded before it is called off', async () => {
    const workspace = createWorkspace(PLANS);
    const stop = new AbortController();
    const building = build(workspace, {
      signal: stop.signal,
      onProgress: (done, _total, phase) => {
        if (phase === 'embed' && done > 0) stop.abort(new Error('called off'));
      },
    });
    await expect(building).rejects.toThrow('called off');
    const { embedded, manifest } = await build(workspace);
    expect(embedded).toBeLessThanOrEqual(manifest.counts.passages - 64);
  });

  test('keeps what was embedded before its process is killed', async () => {
    const workspace = createWorkspace(PLANS);
    const open = await startFakeOpenAi({ apiKey: null, dimensions: 64 });
    onTestFinished(() => open.close());
    const { seedsDir, indexDir } = workspace;
    const at = [seedsDir, indexDir, 'embed', '128', open.baseUrl, open.embeddingModel];
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...at], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    const { embedded } = await build(workspace);
    expect(embedded).toBeLessThanOrEqual(new Set(await textsOf(workspace)).size - 128);
  });

  test('stays whole while its model cannot be reached, and serves on', async () => {
    const workspace = createWorkspace();
    const { generation } = await build(workspace);
    workspace.write('added.txt', ADDED);
    fake.fault = { kind: 'status', status: 401 };
    await expect(build(workspace)).rejects.toThrow('OPENAI_API_KEY');
    workspace.remove('added.txt');
    const index = await openIndex({ ...workspace, embedding: embedding() });
    expect(index.generation).toBe(generation);
    index.close();
    expect(readdirSync(workspace.indexDir).filter((name) => /^\d{8}T/u.test(name))).toEqual([
      generation,
    ]);
  });

  test('is built anew only by force where the model came to give other dimensions', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    fake.dimensions = 32;
    workspace.write('added.txt', ADDED);
    await expect(build(workspace)).rejects.toThrow('npm run ingest -- --force');
    const { manifest, embedded } = await build(workspace, { force: true });
    expect(manifest).toMatchObject({ embedder: 'openai-fake-embedding:32', dimensions: 32 });
    expect(embedded).toBeGreaterThan(0);
  });

  test('says which file to delete where what was kept is damaged', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    const file = join(workspace.indexDir, 'embeddings.db');
    for (const name of readdirSync(workspace.indexDir))
      if (name.startsWith('embeddings.db-')) rmSync(join(workspace.indexDir, name));
    writeFileSync(file, 'no database '.repeat(1_000));
    await expect(build(workspace, { force: true })).rejects.toMatchObject({
      code: 'INDEX_DAMAGED',
      message: expect.stringContaining(file),
    });
    rmSync(file);
    expect((await build(workspace, { force: true })).embedded).toBeGreaterThan(0);
  });

  test('forgets the vectors of texts that are gone', async () => {
    const workspace = createWorkspace();
    workspace.write('added.txt', ADDED);
    await build(workspace);
    workspace.remove('added.txt');
    await build(workspace);
    workspace.write('added.txt', ADDED);
    paid();
    const { embedded } = await build(workspace);
    expect(embedded).toBeGreaterThan(0);
    expect(paid()).toBe(embedded);
  });
});

async function textsOf(workspace: Workspace): Promise<string[]> {
  const index = await openIndex({ ...workspace, embedding: embedding() });
  const texts = index.documents.flatMap(({ id }) =>
    index.passagesOf(id).map(({ headingPath, text }) => [...headingPath, text].join('\n')),
  );
  index.close();
  return texts;
}
