import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, AskOptions } from '../../src/app.ts';
import { YoujuError } from '../../src/errors.ts';
import type { Feedback } from '../../src/feedback.ts';
import type { Answer } from '../../src/model.ts';
import { ChannelSettings } from '../../src/state/channel-settings.ts';
import { EventLedger } from '../../src/state/event-ledger.ts';
import { Greeted } from '../../src/state/greeted.ts';
import { SharedAnswers } from '../../src/state/shared-answers.ts';
import { Subscriptions } from '../../src/state/subscriptions.ts';
import { sampleDocument, sampleInfo, samplePassages } from './sample-document.ts';

/** A found figure with one source; every string of it may be replaced. */
export function sampleAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    question: '样例区2025年常住人口城镇化率目标是多少？',
    outcome: 'answered',
    kind: 'indicator',
    answer: '2025年目标75%（2020年为65.6%）。[1]',
    claims: [{ text: '2025年目标75%（2020年为65.6%）。', citations: [1] }],
    citations: [
      {
        n: 1,
        documentId: sampleInfo.id,
        documentTitle: sampleInfo.title,
        headingPath: ['第二章 主要目标', '专栏1 主要指标'],
        page: 3,
        lines: [26, 26],
        quote: '（2）常住人口城镇化率（%） 65.6 75 —— 预期性',
        passageId: 'urban',
        passage: '（2）常住人口城镇化率（%） 65.6 75 —— 预期性',
        url: 'http://127.0.0.1:3000/documents/sample-14fyp#p-urban',
      },
    ],
    passages: sampleDocument.passages.slice(0, 2).map((passage) => ({ passage, score: 0.5 })),
    timings: { retrieveMs: 3.1, totalMs: 5 },
    notes: ['65.6%为2019年数据。'],
    ...changes,
  };
}

export interface Asked {
  readonly question: string;
  readonly options: AskOptions | undefined;
}

export interface FakeApp extends App {
  readonly asked: readonly Asked[];
  readonly forgotten: readonly string[];
  readonly given: readonly Feedback[];
  readonly isClosed: () => boolean;
}

/** Knows one document; answers with what `answer` makes of the question. */
export function createFakeApp(
  answer: (question: string) => Answer = (question) => sampleAnswer({ question }),
): FakeApp {
  const asked: Asked[] = [];
  const forgotten: string[] = [];
  const given: Feedback[] = [];
  let closed = false;
  // Made at the first write only: most tests keep nothing.
  const stateDir = join(tmpdir(), `youju-fake-${randomUUID()}`);
  const now = (): Date => new Date();
  return {
    /** Also of what a test makes of it by spreading. */
    seenBy() {
      return this;
    },
    asked,
    forgotten,
    given,
    isClosed: () => closed,
    ask: async (question, options) => {
      asked.push({ question, options });
      return answer(question);
    },
    isAnswered: async (question) => answer(question).outcome === 'answered',
    forget: async (conversation) => {
      forgotten.push(conversation);
      return conversation !== 'unknown';
    },
    search: async () => [],
    weigh: async () => [],
    explain: async () => {
      throw new Error('the fake knows nothing to explain');
    },
    searchTerms: () => [],
    indicators: () => [],
    slogans: () => [],
    documents: () => [sampleInfo],
    reading: () => ({ format: 'txt', text: '', places: [], warnings: [] }),
    changes: () => [],
    original: async () => ({ file: sampleInfo.file, bytes: Buffer.from('原文') }),
    refusals: () => [],
    passage: (id) => samplePassages.find((passage) => passage.id === id),
    prove: () => ({ citations: [] }),
    approve: ({ questions, text, sources }) => ({
      ...{ id: 'a1', questions, sentences: [text], passageIds: sources, writtenMs: 0 },
    }),
    approved: { list: () => [], remove: () => false },
    report: () => ({ sinceMs: 0, asked: 0, answered: 0, unanswered: [], wrong: [] }),
    document(id) {
      if (id === sampleInfo.id) return sampleDocument;
      throw new YoujuError('DOCUMENT_UNKNOWN', `没有编号为 ${id} 的文件。`);
    },
    successor: () => undefined,
    subscribable: () => undefined,
    news: () => ({ news: [], isGone: false, goesOnAs: null }),
    subscriptions: new Subscriptions({ stateDir, now, owner: 'fake', isAtWork: () => true }),
    whereabouts: (passageId) =>
      samplePassages.some(({ id }) => id === passageId)
        ? { documentId: sampleInfo.id, passageId, isSame: true }
        : undefined,
    generation: () => 'g1',
    health: () => ({ generation: 'g1', endpoint: null, embeddings: null }),
    builtAt: () => '2026-01-02T03:04:05.000Z',
    feedback: {
      comments: () => [],
      give: (feedback) => void given.push(feedback),
      count: () => {
        const helpful = given.filter(({ isHelpful }) => isHelpful).length;
        return { helpful, unhelpful: given.length - helpful };
      },
    },
    events: new EventLedger({
      stateDir,
      retentionDays: 30,
      now,
      owner: 'fake',
      isAtWork: () => true,
    }),
    settings: new ChannelSettings({ stateDir, retentionDays: 30, now }),
    shared: new SharedAnswers({ stateDir, retentionDays: 30, now }),
    greeted: new Greeted({ stateDir }),
    close: async () => {
      closed = true;
    },
  };
}
