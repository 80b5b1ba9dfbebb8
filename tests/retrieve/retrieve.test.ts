import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Hit } from '../../src/model.ts';
import { defaultFindOptions } from '../../src/retrieve/find-passages.ts';
import { retrieve } from '../../src/retrieve/retrieve.ts';
import { sentencesOf } from '../../src/retrieve/sentences.ts';
import { understand } from '../../src/understand/understand.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

let index: PlanIndex;
beforeAll(async () => {
  index = await openRealIndex();
});
afterAll(() => index.close());

async function find(question: string, options = defaultFindOptions): Promise<readonly Hit[]> {
  const query = understand(question, understandingOf(contextOf(index)));
  return (await retrieve(index, query, undefined, options)).hits;
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

describe('retrieval over the real documents', () => {
  test.each([
    ['十三五收官那年，淄川GDP做到了多少亿？', 'zichuan-14fyp', '全区生产总值达到461.1亿元'],
    ['周村区到2025年建几座加氢站', 'zhoucun-14fyp', '到2025年,建成加氢站1座'],
    ['淄博高铁北站哪年通车的', 'zibo-hitech-14fyp', '2018年淄博高铁北站正式通车'],
    ['淄博2024年GDP多少', 'zibo-2025-plan', '全市地区生产总值实现4884.1亿元'],
    ['淄川2023年修路修铁路谁牵头', 'zichuan-2023-tasks', '区交通运输局牵头'],
    ['去药店买药，淄川怎么保证每盒药的来路都能查到', 'zichuan-14fyp', '一品一企一档'],
  ])('%s is found in %s among the first five', async (question, documentId, evidence) => {
    const hits = (await find(question)).slice(0, 5);
    const holding = hits.find(({ passage }) => squeeze(passage.text).includes(squeeze(evidence)));
    expect(holding?.passage.documentId).toBe(documentId);
  });

  test('the best come first, each passage once', async () => {
    const hits = await find('养老服务床位');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(hits.length);
  });

  test('the same question always finds the same', async () => {
    const [one, other] = await Promise.all([find('淄川养老床位'), find('淄川养老床位')]);
    expect(other).toEqual(one);
  });

  test('a place named keeps to its documents, but for what speaks of it', async () => {
    const hits = await find('周村的森林覆盖率');
    expect(hits[0]?.passage.documentId).toBe('zhoucun-14fyp');
    const others = hits.filter(({ passage }) => passage.documentId !== 'zhoucun-14fyp');
    for (const { passage } of others)
      expect(`${passage.headingPath.join()}${passage.text}`).toContain('周村');
  });

  test('either retriever alone finds something', async () => {
    const lexical = await find('养老服务床位', { ...defaultFindOptions, vector: 0, near: 0 });
    const vector = await find('养老服务床位', {
      ...defaultFindOptions,
      lexical: 0,
      elsewhere: 0,
      near: 0,
    });
    expect(lexical.length).toBeGreaterThan(0);
    expect(vector.length).toBeGreaterThan(0);
  });

  test('a question of nothing known finds nothing or little, but never fails', async () => {
    await expect(find('的吗呢')).resolves.toBeDefined();
    await expect(find('𠮷𠮷𠮷')).resolves.toBeDefined();
  });
});

describe('sentences of the real documents', () => {
  test('each is a slice of what may be quoted, and together they are all of it', () => {
    const squeeze = (text: string): string => text.replace(/\s+/gu, '');
    const passages = index.documents.flatMap(({ id }) => index.passagesOf(id));
    const broken = passages.filter((passage) => {
      const sentences = sentencesOf(passage, undefined);
      const areSlices = sentences.every(
        ({ text, start, end }) => passage.quotable.slice(start, end) === text,
      );
      const whole = sentences.map(({ text }) => text).join('');
      return !areSlices || squeeze(whole) !== squeeze(passage.quotable);
    });
    expect(passages.length).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  test('what an annual plan tells of the year before is not of its own year', () => {
    const info = index.documents.find(({ id }) => id === 'zibo-2025-plan');
    const sentences = index
      .passagesOf('zibo-2025-plan')
      .filter(({ kind, headingPath }) => kind === 'text' && headingPath[0]?.startsWith('一、2024'))
      .flatMap((passage) => sentencesOf(passage, info));
    const assumed = sentences.filter((sentence) => sentence.assumed);
    expect(sentences.length).toBeGreaterThan(50);
    expect(assumed).toEqual([]);
    const result = sentences.find(({ flat }) => flat.includes('4884.1亿元'));
    expect(result?.time.years).toEqual([2024]);
  });
});
