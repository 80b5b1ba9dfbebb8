import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp, outline } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { buildRealIndex } from '../real-index.ts';

let folder: string;
let everything: App;
let seen: App;
let hiddenPassage: string;

const NOBODY = { person: null, groups: [], channel: null };
const HIDDEN = ['zichuan-14fyp', 'zichuan-2023-tasks'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-hidden-'));
  const file = join(folder, 'access.json');
  await writeFile(file, JSON.stringify({ rules: [{ places: ['淄川区'], people: ['wang'] }] }));
  everything = await createApp(
    loadConfig({
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_STATE_DIR: folder,
      YOUJU_ACCESS: file,
    }),
  );
  seen = everything.seenBy(NOBODY);
  hiddenPassage = everything.document('zichuan-14fyp').passages[5]?.id ?? '';
});
afterAll(async () => {
  await everything.close();
  await rm(folder, { recursive: true });
});

const messageOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('a document one may not see', () => {
  test.each([
    '淄川区2025年常住人口城镇化率的目标是多少？',
    '淄川区2023年重点任务有哪些？',
    '各区常住人口城镇化率目标对比',
    '有哪些文件？',
    '淄川',
    '鲁泰纺织在哪里？',
    '区发改局牵头哪些任务？',
    '您好',
  ])('is nowhere in the answer to %s', async (question) => {
    const answer = await seen.ask(question);
    const { question: _asked, timings: _timings, ...said } = answer;
    const text = JSON.stringify(said);
    for (const id of HIDDEN) expect(text).not.toContain(id);
    expect(text).not.toMatch(/淄川区“十四五”规划|淄川区国民经济/u);
  });

  test('is not listed, compared, searched or opened', async () => {
    expect(seen.documents().map(({ id }) => id)).not.toEqual(expect.arrayContaining(HIDDEN));
    expect(seen.documents()).toHaveLength(3);
    const rows = seen.indicators().flatMap(({ rows: own, near }) => [...own, ...near]);
    const hits = await seen.search('养老服务', { limit: 100 });
    const found = [...rows, ...hits.map(({ passage }) => passage)];
    expect(found.map(({ documentId }) => documentId)).not.toEqual(
      expect.arrayContaining([expect.stringContaining('zichuan')]),
    );
    expect(outline(seen)).toHaveLength(3);
    expect(seen.passage(hiddenPassage)).toBeUndefined();
    expect(seen.whereabouts(hiddenPassage)).toBeUndefined();
    for (const work of [
      () => seen.document('zichuan-14fyp'),
      () => seen.reading('zichuan-14fyp'),
      () => seen.changes('zhoucun-14fyp', 'zichuan-14fyp'),
    ]) {
      expect(messageOf(work)).toContain('没有编号为 zichuan-14fyp 的文件');
      expect(messageOf(work)).not.toContain('zichuan-2023');
    }
    await expect(seen.original('zichuan-14fyp')).rejects.toThrow('没有编号为');
    await expect(seen.ask('城镇化率', { documentIds: ['zichuan-14fyp'] })).rejects.not.toThrow(
      'zichuan-2023',
    );
    expect(messageOf(() => seen.prove('一句话。', [hiddenPassage]))).toContain('没有编号为');
  });

  test('lends no word to what is said of the others', async () => {
    const { understood } = await seen.explain('赵执信纪念馆建设', { limit: 1 });
    const { understood: whole } = await everything.explain('赵执信纪念馆建设', { limit: 1 });
    expect(JSON.stringify(understood)).not.toBe(JSON.stringify(whole));
  });
});

test('whoever a rule names sees it, and equal rights share one view', async () => {
  const wang = everything.seenBy({ ...NOBODY, person: 'wang' });
  expect(wang.documents()).toHaveLength(5);
  const { answer } = await wang.ask('淄川区2025年常住人口城镇化率的目标是多少？');
  expect(answer).toContain('75%');
  expect(everything.seenBy({ ...NOBODY, person: 'li' })).toBe(seen);
  expect(wang.seenBy(NOBODY)).toBe(seen);
});
