import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type App, createApp } from '../../../src/app.ts';
import { OPERATIONS } from '../../../src/channels/operations/operations.ts';
import { NAMED_SCHEMAS, type SchemaName } from '../../../src/channels/operations/schemas.ts';
import { loadConfig } from '../../../src/config.ts';
import { YoujuError } from '../../../src/errors.ts';
import { buildRealIndex } from '../../real-index.ts';

const PUBLIC_URL = 'https://plans.test/youju';
let app: App;

beforeAll(async () => {
  app = await createApp(
    loadConfig({ YOUJU_INDEX_DIR: await buildRealIndex(), YOUJU_CAUTION: '0' }),
  );
});
afterAll(() => app.close());

/** What an operation answers, after it passed for what is published of it. */
async function run<Name extends SchemaName>(
  tool: string,
  answers: Name,
  given: unknown,
): Promise<z.infer<(typeof NAMED_SCHEMAS)[Name]>> {
  const operation = OPERATIONS.find((each) => each.tool === tool);
  expect(operation?.answers).toBe(answers);
  const result = await operation?.run(
    { app, publicUrl: PUBLIC_URL },
    given,
    new AbortController().signal,
  );
  return NAMED_SCHEMAS[answers].parse(result) as z.infer<(typeof NAMED_SCHEMAS)[Name]>;
}

const problemOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof YoujuError ? `${error.code} ${error.message}` : 'other'),
  );

describe('looking something up', () => {
  test('an indicator side by side, each value with where it stands', async () => {
    const { indicators } = await run('indicators', 'Indicators', { name: '常住人口城镇化率' });
    const rows = indicators.flatMap((group) => group.rows);
    expect(rows).toContainEqual(
      expect.objectContaining({
        documentId: 'zichuan-14fyp',
        base: '65.6',
        target: '75',
        url: expect.stringMatching(/^https:\/\/plans\.test\/youju\/documents\/zichuan-14fyp#p-/u),
      }),
    );
  });

  test('an indicator by a few of its characters, in one document, no more than asked for', async () => {
    const given = { name: '覆盖', document: 'zichuan-14fyp', limit: 1 };
    const { indicators, total } = await run('indicators', 'Indicators', given);
    expect(indicators).toHaveLength(Math.min(total, 1));
    expect(indicators[0]?.name).toContain('覆盖');
    expect(indicators[0]?.rows.every(({ documentId }) => documentId === 'zichuan-14fyp')).toBe(
      true,
    );
  });

  test('what a department leads', async () => {
    const { tasks, total } = await run('tasks', 'Tasks', { department: '发改局', limit: 3 });
    expect(total).toBeGreaterThan(3);
    expect(tasks).toHaveLength(3);
    for (const { leads, supports } of tasks)
      expect([...leads, ...supports].some((name) => name.includes('发改局'))).toBe(true);
  });

  test('passages by their ids, and which of them are not there', async () => {
    const { passages: found } = await run('search', 'SearchResult', { q: '养老', limit: 2 });
    const ids = found.map(({ passageId }) => passageId);
    const { passages, missing } = await run('passages', 'Passages', { id: [...ids, 'none'] });
    expect(passages.map(({ passageId }) => passageId)).toEqual(ids);
    expect(passages.map(({ text }) => text)).toEqual(found.map(({ text }) => text));
    expect(missing).toEqual(['none']);
  });

  test('the chapters of a document', async () => {
    const { sections, title } = await run('outline', 'Outline', { id: 'zichuan-14fyp' });
    expect(title).toContain('淄川');
    expect(sections.filter(({ kind }) => kind === 'chapter')).toHaveLength(14);
  });

  test.each([
    ['indicators', 'Indicators', { document: 'none' }, 'DOCUMENT_UNKNOWN', 'none'],
    ['tasks', 'Tasks', { limit: 0 }, 'INPUT_INVALID', 'limit'],
    ['passages', 'Passages', {}, 'INPUT_INVALID', 'id：'],
    ['search', 'SearchResult', { q: '甲', documents: ['a'] }, 'INPUT_INVALID', 'documents'],
    ['search', 'SearchResult', null, 'INPUT_INVALID', '请求有误'],
  ] as const)('%s with what it does not take', async (tool, answers, given, code, word) => {
    const problem = await problemOf(run(tool, answers, given));
    expect(problem).toContain(code);
    expect(problem).toContain(word);
  });
});

describe('proving a sentence', () => {
  const rowOf = async (): Promise<string> => {
    const { indicators } = await run('indicators', 'Indicators', {
      name: '常住人口城镇化率',
      document: 'zichuan-14fyp',
    });
    return indicators[0]?.rows[0]?.passageId ?? '';
  };

  test('a true one is proven, word for word', async () => {
    const sentence = '到2025年，淄川区常住人口城镇化率达到75%。';
    const proof = await run('prove', 'Proof', { sentence, passageIds: [await rowOf()] });
    expect(proof).toMatchObject({ proven: true, problem: null, citations: [{ n: 1 }] });
    expect(proof.citations[0]?.quote).toContain('75');
  });

  test('among passages that do not say it the one that does is enough', async () => {
    const { passages } = await run('search', 'SearchResult', { q: '养老', limit: 2 });
    const sentence = '到2025年，淄川区常住人口城镇化率达到75%。';
    const passageIds = [...passages.map(({ passageId }) => passageId), await rowOf()];
    const proof = await run('prove', 'Proof', { sentence, passageIds });
    expect(proof.citations.map(({ passageId }) => passageId)).toEqual(passageIds.slice(-1));
  });

  test.each([
    ['到2025年，淄川区常住人口城镇化率达到85%。', 'figure-not-cited', '85%'],
    ['到2024年，淄川区常住人口城镇化率达到75%。', 'year-differs', '2024'],
    ['到2025年，周村区常住人口城镇化率达到75%。', 'region-differs', '周村'],
  ])('%s is not', async (sentence, kind, words) => {
    const proof = await run('prove', 'Proof', { sentence, passageIds: [await rowOf()] });
    expect(proof).toMatchObject({ proven: false, citations: [], problem: { kind } });
    expect(proof.problem?.words).toContain(words);
    expect(proof.problem?.message).not.toBe('');
  });

  test('passages nobody knows are named', async () => {
    const problem = await problemOf(
      run('prove', 'Proof', { sentence: '一句话。', passageIds: ['none'] }),
    );
    expect(problem).toMatch(/INPUT_INVALID .*none/u);
  });
});
