import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { createLiveIndex, type LiveIndex } from '../../src/indexing/live-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import { createWorkspace, planText, type Workspace } from './workspace.ts';

let workspace: Workspace;
let opened: PlanIndex[];
let live: LiveIndex;
const log = { info: vi.fn(), warn: vi.fn() };

beforeEach(async () => {
  workspace = createWorkspace();
  opened = [];
  log.info.mockClear();
  log.warn.mockClear();
  await buildIndex(workspace);
  live = await createLiveIndex({
    indexDir: workspace.indexDir,
    log,
    async open() {
      const index = await openIndex(workspace);
      opened.push(index);
      return index;
    },
  });
  onTestFinished(() => live.close());
});

async function addPlan(name: string): Promise<string> {
  workspace.write(`${name}.txt`, planText(name, ['新建跨河大桥2座，拓宽滨河大道。']));
  return (await buildIndex(workspace)).generation;
}

const isClosed = (index: PlanIndex | undefined): boolean => {
  try {
    index?.passage('any');
    return false;
  } catch {
    return true;
  }
};

describe('a live index', () => {
  test('hands out what was opened, and opens nothing twice', async () => {
    expect(live.current()).toBe(opened[0]);
    await live.use((index) => expect(index).toBe(opened[0]));
    expect(opened).toHaveLength(1);
  });

  test('hands the next question the newest generation', async () => {
    const generation = await addPlan('新城区');
    expect(await live.use((index) => index.generation)).toBe(generation);
    expect(live.current().generation).toBe(generation);
    expect(log.info).toHaveBeenCalledWith({ generation }, expect.any(String));
    expect(isClosed(opened[0])).toBe(true);
  });

  test('keeps the old one open until the last question on it is answered', async () => {
    const patience = new EventEmitter();
    const slow = live.use(async (index) => {
      await once(patience, 'end');
      return index.documents.length + (index.passage('any') === undefined ? 0 : 1);
    });
    await addPlan('新城区');
    expect(await live.use((index) => index.documents.length)).toBe(3);
    expect(isClosed(opened[0])).toBe(false);
    patience.emit('end');
    expect(await slow).toBe(2);
    expect(isClosed(opened[0])).toBe(true);
  });

  test('lets go of the old one when a question on it fails', async () => {
    const failing = live.use(async () => {
      await addPlan('新城区');
      await live.use(() => undefined);
      throw new Error('boom');
    });
    await expect(failing).rejects.toThrow('boom');
    expect(isClosed(opened[0])).toBe(true);
  });

  test('serves many at once while generations change', async () => {
    const ask = () => live.use(async (index) => index.passagesOf('east').length);
    const before = Array.from({ length: 20 }, ask);
    await addPlan('新城区');
    const between = Array.from({ length: 20 }, ask);
    await addPlan('老城区');
    const counts = await Promise.all([...before, ...between, ...Array.from({ length: 20 }, ask)]);
    expect(new Set(counts).size).toBe(1);
    expect(live.current().documents).toHaveLength(4);
    expect(opened.filter((index) => !isClosed(index))).toEqual([live.current()]);
  });

  test('stays with the old one where the newer cannot be opened, and says so once', async () => {
    const generation = await addPlan('新城区');
    writeFileSync(join(workspace.indexDir, generation, 'plans.db'), 'broken');
    for (const _ of [1, 2, 3]) expect(await live.use((index) => index.documents.length)).toBe(2);
    expect(log.warn).toHaveBeenCalledTimes(1);
    const mended = await addPlan('老城区');
    expect(await live.use((index) => index.generation)).toBe(mended);
  });

  test('closes when nobody uses it any more', async () => {
    await live.use(async () => {
      await live.close();
      expect(isClosed(opened[0])).toBe(false);
    });
    expect(isClosed(opened[0])).toBe(true);
  });
});
