import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { currentGeneration } from '../../src/indexing/generations.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import { createWorkspace, PLANS, planText } from './workspace.ts';

const disk = mkdtempSync(join(tmpdir(), 'youju-disk-'));
const isMounted = mountSmallDisk();

/** Only root may, and not in every container. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

const title = isMounted
  ? 'on a full disk'
  : 'on a full disk (skipped: no small disk can be mounted)';

const FILES = ['plans.db', 'vectors.hnsw', 'embedder.json'];

/** Room for the files before this one and half of it, as large as they are in a generation. */
function roomUpTo(file: string, folder: string): number {
  const sizes = FILES.slice(0, FILES.indexOf(file) + 1).map(
    (name) => statSync(join(folder, name)).size,
  );
  return sizes.reduce((sum, size) => sum + size, 0) - (sizes.at(-1) ?? 0) / 2;
}

describe.skipIf(!isMounted)(title, () => {
  test.each(FILES)('a build that cannot write %s fails and keeps the index', async (file) => {
    const topics = Array.from(
      { length: 9 },
      (_, i) => `第${i}项：${Object.values(PLANS).join('')}`,
    );
    const seeds = {
      'east.txt': planText('东城区', topics),
      'west.txt': planText('西城区', topics),
    };
    const workspace = { ...createWorkspace(seeds), indexDir: join(disk, file) };
    const { generation } = await buildIndex(workspace);
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = statfsSync(disk);
    const room = roomUpTo(file, join(workspace.indexDir, generation));
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - Math.floor(room), 1));

    workspace.write('added.txt', planText('新城区', ['新建跨河大桥2座，拓宽滨河大道。']));
    await expect(buildIndex(workspace)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('磁盘空间不足'),
    });
    expect(currentGeneration(workspace.indexDir)).toBe(generation);
    expect(readdirSync(workspace.indexDir).sort()).toEqual([generation, 'build.lock', 'current']);
    workspace.remove('added.txt');
    const index = await openIndex(workspace);
    expect(index.documents).toHaveLength(2);
    index.close();

    rmSync(ballast);
    rmSync(workspace.indexDir, { recursive: true });
  });
});
