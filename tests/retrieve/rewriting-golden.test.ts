import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import { converse } from '../../src/conversation/converse.ts';
import { type Golden, parseGolden } from '../../src/evaluate/golden.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Hit } from '../../src/model.ts';
import { QuestionVectors } from '../../src/retrieve/question-vectors.ts';
import { retrieve } from '../../src/retrieve/retrieve.ts';
import {
  createQuestionRewriter,
  type QuestionRewriter,
} from '../../src/retrieve/rewrite-question.ts';
import { searchBeside } from '../../src/retrieve/search-beside.ts';
import { understand } from '../../src/understand/understand.ts';
import { modelOf } from '../answer/wording/fake-chat.ts';
import { chatOf, soon } from '../endpoint/endpoints.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../fakes/openai/fake-openai.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const golden = (file: string): Golden[] => parseGolden(read(`golden/${file}`), file);

/** What a model might say that knows how plans put things. */
const GOOD = new Map<string, string[]>(
  Object.entries(JSON.parse(read('fixtures/rewriting/good.json'))),
);
/** Official wordings of anything but the question. */
const BAD = ['数字经济核心产业增加值', '加强党的全面领导', '农产品冷链物流', '航空航天装备制造'];

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
/** As many as a model is shown. */
const SHOWN = 12;

const holdsAll = ({ evidence }: Golden, hits: readonly Hit[], count: number): boolean => {
  const texts = hits.slice(0, count).map(({ passage }) => squeeze(passage.text));
  return evidence.map(squeeze).every((words) => texts.some((text) => text.includes(words)));
};

let index: PlanIndex;
let fake: FakeOpenAi;
let rewriter: QuestionRewriter;

beforeAll(async () => {
  index = await openRealIndex();
  fake = await startFakeOpenAi({
    reply: ({ messages }) => {
      const question =
        /<question>(.*)<\/question>/su.exec(messages.at(-1)?.content ?? '')?.[1] ?? '';
      const at = question.length % BAD.length;
      return JSON.stringify({ searches: GOOD.get(question) ?? [...BAD, ...BAD].slice(at, at + 3) });
    },
  });
  rewriter = await createQuestionRewriter(chatOf(fake).endpoint);
});
afterAll(async () => {
  index.close();
  await fake.close();
});

/** Shares of questions with all their evidence among so many hits, searched as asked and beside it rewritten. */
async function recall(
  questions: readonly Golden[],
  count: number,
): Promise<{ asked: number; beside: number }> {
  const known = understandingOf(contextOf(index));
  let [asked, beside] = [0, 0];
  for (const entry of questions) {
    const { question = '' } = entry;
    const query = understand(question, known);
    const vectors = new QuestionVectors(index.embedder);
    const { hits } = await retrieve(index, query, vectors);
    const wordings = await rewriter.searchesFor(question, '', soon());
    expect(wordings.length).toBeGreaterThan(0);
    const widened = await searchBeside(index, query, hits, wordings, known, vectors);
    asked += holdsAll(entry, hits, count) ? 1 : 0;
    beside += holdsAll(entry, widened, count) ? 1 : 0;
  }
  return { asked: asked / questions.length, beside: beside / questions.length };
}

const answerable = (entries: readonly Golden[]): Golden[] =>
  entries.filter(({ question, evidence }) => question !== undefined && evidence.length > 0);

/** Enough of them to see a fault of the kind. */
const some = (entries: readonly Golden[]): Golden[] => entries.filter((_, at) => at % 4 === 0);

describe('golden questions, searched in other wordings as well', () => {
  test('everyday ones are found where the wordings are good', async () => {
    const everyday = answerable(golden('second.jsonl')).filter(({ question = '' }) =>
      GOOD.has(question),
    );
    expect(everyday).toHaveLength(20);
    const first = await recall(everyday, 5);
    expect(first.asked).toBeLessThanOrEqual(first.beside);
    expect(first.beside).toBe(1);
  });

  test('next to none is lost where the wordings are bad', async () => {
    const questions = some(answerable(golden('questions.jsonl')));
    const { asked, beside } = await recall(questions, SHOWN);
    expect(questions.length).toBeGreaterThan(35);
    expect(beside).toBeGreaterThanOrEqual(asked - 0.01);
  });

  test('an answer in the documents’ own words is the same, whatever the wordings', async () => {
    const context = contextOf(index);
    const { endpoint } = chatOf(fake);
    // It is told searches where it is asked for claims: nothing of its own can be shown.
    const model = { ...(await modelOf(endpoint)), rewriter };
    const questions = some(golden('questions.jsonl').filter((entry) => entry.question));
    for (const { question = '' } of questions.slice(0, 20)) {
      const { answer, citations } = (await converse(question, context)).answer;
      const beside = (await converse(question, { ...context, model })).answer;
      expect({ answer: beside.answer, citations: beside.citations }).toEqual({ answer, citations });
    }
  });
});
