import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, buildIndex } from '../../src/indexing/build-index.ts';
import { lockForBuilding } from '../../src/indexing/build-lock.ts';
import { currentGeneration } from '../../src/indexing/generations.ts';
import { INDEX_FORMAT } from '../../src/indexing/manifest.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import { termsOf } from '../../src/segment/terms.ts';
import { countingMethod } from './counting-method.ts';
import { createWorkspace, PLANS, planText, type Workspace } from './workspace.ts';

const BRIDGES = '新建跨河大桥2座，拓宽滨河大道，年内全部通车。';

const build = (workspace: Workspace, options: Partial<BuildOptions> = {}) =>
  buildIndex({ ...workspace, ...options });

const textsOf = (index: PlanIndex): string[] =>
  index.documents.flatMap(({ id }) => index.passagesOf(id).map(({ text }) => text));

function textsFor(index: PlanIndex, question: string): string[] {
  const terms = new Map(termsOf(question, index.segmenter).map((term) => [term, 1]));
  return index.searchLexical({ terms, limit: 50 }).map(({ passage }) => passage.text);
}

async function vectorsOf(index: PlanIndex): Promise<Map<string, number>> {
  const vector = await index.embedder.embedQuery('养老服务与农村公路');
  const hits = index.searchVectors({ vector, limit: 1000 });
  return new Map(hits.map(({ passage, score }) => [passage.id, score]));
}

describe('buildIndex', () => {
  test('builds from nothing what openIndex opens', async () => {
    const workspace = createWorkspace();
    const { manifest, changed, embedded, generation } = await build(workspace);
    expect(changed).toBe(true);
    expect(embedded).toBe(manifest.counts.passages);
    expect(manifest.counts.documents).toBe(2);
    expect(readdirSync(join(workspace.indexDir, generation)).sort()).toEqual([
      'embedder.json',
      'manifest.json',
      'plans.db',
      'vectors.hnsw',
      'words.hnsw',
    ]);
    const index = await openIndex(workspace);
    expect(index.documents.map(({ id }) => id)).toEqual(['east', 'west']);
    expect(textsOf(index)).toHaveLength(manifest.counts.passages);
  });

  test('does nothing where nothing changed', async () => {
    const workspace = createWorkspace();
    const first = await build(workspace);
    const again = await build(workspace, { now: () => new Date(0) });
    expect(again).toMatchObject({ changed: false, embedded: 0, generation: first.generation });
    expect(again.manifest).toEqual(first.manifest);
  });

  test('embeds only what is new and takes the rest over', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [
        `plan-${i}.txt`,
        planText(`${i}号区`, Object.values(PLANS)),
      ]),
    );
    const workspace = createWorkspace(many);
    const first = await build(workspace);
    const before = await openIndex(workspace);
    const vectorsBefore = await vectorsOf(before);
    workspace.write('new.txt', planText('新城区', [BRIDGES]));
    const second = await build(workspace);
    expect(second.changed).toBe(true);
    expect(second.embedded).toBeGreaterThan(0);
    expect(second.embedded).toBe(second.manifest.counts.passages - first.manifest.counts.passages);
    expect(second.manifest.embedder).toBe(first.manifest.embedder);
    const index = await openIndex(workspace);
    expect(textsFor(index, '跨河大桥')[0]).toContain('跨河大桥');
    const vectors = await vectorsOf(index);
    for (const [id, score] of vectorsBefore) expect(vectors.get(id)).toBeCloseTo(score, 5);
  });

  test('asks a model elsewhere only for what is new', async () => {
    const workspace = createWorkspace();
    const { method, embeddedTexts } = countingMethod();
    const first = await build(workspace, { embedding: () => method });
    expect(embeddedTexts()).toBe(first.manifest.counts.passages);
    workspace.write('more.txt', planText('新城区', [BRIDGES, `${BRIDGES}新城区`]));
    const second = await build(workspace, { embedding: () => method });
    expect(second.embedded).toBe(second.manifest.counts.passages - first.manifest.counts.passages);
  });

  test('forced, builds all from nothing', async () => {
    const workspace = createWorkspace();
    const first = await build(workspace);
    const second = await build(workspace, { force: true });
    expect(second.generation).not.toBe(first.generation);
    expect(second.embedded).toBe(second.manifest.counts.passages);
    expect(second.manifest.checksums).toEqual(first.manifest.checksums);
  });

  test('forgets text that was replaced or deleted', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    workspace.write('east.txt', planText('东城区', [BRIDGES]));
    await build(workspace);
    const replaced = await openIndex(workspace);
    expect(textsOf(replaced).join()).not.toContain('学前教育');
    expect(textsFor(replaced, '学前教育').join()).not.toContain('学前教育');
    expect(replaced.documentFrequency('学前')).toBe(0);

    workspace.remove('west.txt');
    await build(workspace);
    const deleted = await openIndex(workspace);
    expect(deleted.documents.map(({ id }) => id)).toEqual(['east']);
    expect(deleted.document('west')).toBeUndefined();
    expect(textsFor(deleted, '孝妇河湿地公园').join()).not.toContain('孝妇河');
    const vector = await deleted.embedder.embedQuery('水环境');
    const found = deleted.searchVectors({ vector, limit: 50 });
    expect(found.every(({ passage }) => passage.documentId === 'east')).toBe(true);
  });

  test('keeps the generation before and removes older ones', async () => {
    const workspace = createWorkspace();
    const generations: string[] = [];
    for (const count of [1, 2, 3]) {
      workspace.write('more.txt', planText('新城区', [`${BRIDGES}${count}`]));
      generations.push((await build(workspace)).generation);
    }
    const kept = readdirSync(workspace.indexDir).filter((name) => name.startsWith('2'));
    expect(new Set(kept)).toEqual(new Set(generations.slice(1)));
    expect(currentGeneration(workspace.indexDir)).toBe(generations[2]);
  });

  test('rebuilds a damaged index without being forced', async () => {
    const workspace = createWorkspace();
    const { generation } = await build(workspace);
    writeFileSync(join(workspace.indexDir, generation, 'vectors.hnsw'), 'broken');
    expect(await build(workspace)).toMatchObject({ changed: true });
    await expect(openIndex(workspace)).resolves.toBeDefined();
  });

  test('builds anew where the pointer was lost', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    rmSync(join(workspace.indexDir, 'current'));
    expect(await build(workspace)).toMatchObject({ changed: true });
    expect(readdirSync(workspace.indexDir).filter((name) => name.startsWith('2'))).toHaveLength(1);
  });

  test('takes in a changed catalogue', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    workspace.write('catalogue.json', '[{ "file": "east.txt", "id": "east-plan" }]');
    expect(await build(workspace)).toMatchObject({ changed: true });
    const index = await openIndex(workspace);
    expect(index.documents.map(({ id }) => id)).toEqual(['east-plan', 'west']);
  });

  test('tells how far it is', async () => {
    const workspace = createWorkspace();
    const steps: string[] = [];
    await build(workspace, {
      onProgress: (done, total, phase) => {
        expect(done).toBeLessThanOrEqual(total);
        if (done === total) steps.push(phase);
      },
    });
    expect(steps).toEqual(['parse', 'embed', 'terms', 'words', 'write', 'publish']);
  });

  test('refuses to build beside another build, and builds once that is over', async () => {
    const workspace = createWorkspace();
    await build(workspace);
    const lock = lockForBuilding(workspace.indexDir);
    await expect(build(workspace, { force: true })).rejects.toMatchObject({ code: 'INDEX_LOCKED' });
    lock.release();
    await expect(build(workspace, { force: true })).resolves.toMatchObject({ changed: true });
  });

  test.each(['parse', 'embed', 'terms', 'words', 'write', 'publish'])(
    'called off at %s, leaves everything as it was',
    async (phase) => {
      const workspace = createWorkspace();
      const { generation } = await build(workspace);
      workspace.write('more.txt', planText('新城区', [BRIDGES]));
      const call = new AbortController();
      const building = build(workspace, {
        signal: call.signal,
        onProgress: (_done, _total, at) => {
          if (at === phase) call.abort();
        },
      });
      await expect(building).rejects.toMatchObject({ name: 'AbortError' });
      expect(currentGeneration(workspace.indexDir)).toBe(generation);
      expect(readdirSync(workspace.indexDir).filter((name) => name.startsWith('2'))).toEqual([
        generation,
      ]);
    },
  );

  test('fails without seeds and leaves no half index', async () => {
    const workspace = createWorkspace({});
    await expect(build(workspace)).rejects.toMatchObject({ code: 'SEEDS_MISSING' });
    expect(existsSync(join(workspace.indexDir, 'current'))).toBe(false);
  });

  test('says which folder it cannot write', async () => {
    const workspace = createWorkspace();
    const taken = join(workspace.seedsDir, 'east.txt');
    for (const indexDir of [taken, join(taken, 'index')]) {
      await expect(build({ ...workspace, indexDir })).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(indexDir),
      });
    }
  });

  test('writes a manifest people can read', async () => {
    const workspace = createWorkspace();
    workspace.write('synonyms.tsv', '修路\t公路建设\n');
    const { generation, manifest } = await build(workspace, { now: () => new Date(0) });
    const file = join(workspace.indexDir, generation, 'manifest.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(manifest);
    expect(manifest).toMatchObject({
      format: INDEX_FORMAT,
      builtAt: '1970-01-01T00:00:00.000Z',
      seeds: { 'east.txt': expect.stringMatching(/^[0-9a-f]{64}$/u) },
      settings: { 'synonyms.tsv': expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
  });
});
