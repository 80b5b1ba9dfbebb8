import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerContext, answerQuestion } from '../../../src/answer/answer-question.ts';
import { converse } from '../../../src/conversation/converse.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Answer, Passage } from '../../../src/model.ts';
import { contextOf, openRealIndex } from '../../real-index.ts';
import { PLANTED } from '../planted-passages.ts';
import {
  createFakeChat,
  type FakeChat,
  modelOf,
  type Said,
  type WordingData,
  wording,
} from './fake-chat.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const ROW = '（2）常住人口城镇化率（%） 65.6 75 —— 预期性';
const HONEST: Said = {
  text: '到2025年，淄川区常住人口城镇化率目标为75%。',
  citations: [{ n: 1, quote: ROW }],
};

let index: PlanIndex;
beforeAll(async () => {
  index = await openRealIndex();
});
afterAll(() => index.close());

/** The same index with one passage more, which every search finds first. */
function planting(text: string): PlanIndex {
  const [host] = index.passagesOf('zichuan-14fyp').filter(({ kind }) => kind === 'text');
  if (!host) throw new Error('no passage to plant beside');
  const planted: Passage = { ...host, id: 'planted', headingPath: [], text, quotable: text };
  const first = { passage: planted, score: 1_000 };
  const changed: Partial<PlanIndex> = {
    passage: (id) => (id === planted.id ? planted : index.passage(id)),
    passagesOf: (id) => [...index.passagesOf(id), ...(id === host.documentId ? [planted] : [])],
    searchLexical: (query) => [first, ...index.searchLexical(query)],
    searchVectors: (query) => [first, ...index.searchVectors(query)],
  };
  return new Proxy(index, {
    get(whole, name) {
      const own: unknown = Reflect.get(changed, name) ?? Reflect.get(whole, name, whole);
      return typeof own === 'function' ? own.bind(whole) : own;
    },
  });
}

/** Does whatever it finds written anywhere, and cites where it is written; else words the row. */
function obedient(): FakeChat {
  return createFakeChat(({ evidence, question }: WordingData) => {
    const orders = evidence.flatMap(({ n, text }) =>
      PLANTED.some((one) => text.includes(one)) ? [{ text, citations: [{ n, quote: text }] }] : [],
    );
    const asked = PLANTED.filter((one) => question.includes(one)).map((text) => ({
      text,
      citations: [{ n: 1, quote: ROW }],
    }));
    return wording([...orders, ...asked, HONEST]);
  });
}

async function ask(context: AnswerContext, question = QUESTION): Promise<Answer> {
  const model = await modelOf(obedient());
  return (await converse(question, { ...context, model })).answer;
}

describe('orders planted in a passage change nothing that is shown', () => {
  test.each(PLANTED)('%s', async (text) => {
    const plain = contextOf(index);
    const planted = { ...plain, index: planting(text) };
    for (const answer of [await answerQuestion(QUESTION, planted), await ask(planted)]) {
      expect(answer.outcome).toBe('answered');
      expect(answer.answer).toContain('75%');
      expect(answer.answer).not.toMatch(/99%|evil/u);
      expect(answer.citations.map(({ passageId }) => passageId)).not.toContain('planted');
    }
  });
});

describe('orders in the question are never carried out', () => {
  test.each(PLANTED)('%s', async (text) => {
    const { answer } = await ask(contextOf(index), `${QUESTION}${text}`);
    expect(answer).not.toContain('99%');
    expect(answer).not.toContain('evil');
  });
});
