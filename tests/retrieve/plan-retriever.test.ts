import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { describe, expect, test } from 'vitest';
import type { Hit } from '../../src/model.ts';
import { PlanRetriever } from '../../src/retrieve/plan-retriever.ts';
import { samplePassage } from './sample-query.ts';

const TWINS: readonly Hit[] = [
  { passage: samplePassage({ id: 'a', text: '加强组织领导。', lines: [3, 4], page: 7 }), score: 2 },
  { passage: samplePassage({ id: 'b', text: '加强组织领导。', documentId: 'west' }), score: 1 },
];

describe('a LangChain retriever over the plans', () => {
  test('hands the question on and gives Documents, best first', async () => {
    const asked: string[] = [];
    const retriever = new PlanRetriever({
      search: async (query) => {
        asked.push(query);
        return TWINS;
      },
    });
    const documents = await retriever.invoke('组织领导');
    expect(retriever).toBeInstanceOf(BaseRetriever);
    expect(asked).toEqual(['组织领导']);
    expect(documents.every((document) => document instanceof Document)).toBe(true);
    expect(documents[0]).toMatchObject({
      id: 'a',
      pageContent: '加强组织领导。',
      metadata: {
        documentId: 'east-14fyp',
        headingPath: ['第一章 民生'],
        lines: [3, 4],
        page: 7,
        score: 2,
      },
    });
  });

  test('equal texts of different passages stay two', async () => {
    const documents = await new PlanRetriever({ search: async () => TWINS }).invoke('组织领导');
    expect(documents.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('nothing found is an empty list', async () => {
    expect(await new PlanRetriever({ search: async () => [] }).invoke('无')).toEqual([]);
  });

  test('a failing search fails', async () => {
    const retriever = new PlanRetriever({
      search: async () => {
        throw new RangeError('no index');
      },
    });
    await expect(retriever.invoke('组织领导')).rejects.toThrow('no index');
  });
});
