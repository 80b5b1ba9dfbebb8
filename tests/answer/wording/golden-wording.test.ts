import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnswerContext, understandingOf } from '../../../src/answer/answer-question.ts';
import { createAnswerWorder } from '../../../src/answer/wording/word-answer.ts';
import { converse } from '../../../src/conversation/converse.ts';
import { evaluateFiles } from '../../../src/evaluate/evaluate-files.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Answer } from '../../../src/model.ts';
import type { QuestionRewriter } from '../../../src/retrieve/rewrite-question.ts';
import { contextOf, openRealIndex, REAL_SEEDS_DIR } from '../../real-index.ts';
import { createFakeChat, type Said, type WordingData, wording } from './fake-chat.ts';

const GOLDEN = join(import.meta.dirname, '../../golden/questions.jsonl');

let index: PlanIndex;
let plain: AnswerContext;
beforeAll(async () => {
  index = await openRealIndex();
  plain = contextOf(index);
  understandingOf(plain);
});
afterAll(() => index.close());

const rewriter = { searchesFor: async () => [] } as unknown as QuestionRewriter;
const whole = (text: string): string => text.replace(/\s+/gu, '');

/** Says what the documents’ own answer says, each claim with where it stands among the evidence. */
function honest({ claims, citations }: Answer, { evidence }: WordingData): string {
  const said: Said[] = claims.map(({ text, citations: marks }) => ({
    text,
    citations: marks.flatMap((mark) => {
      const cited = citations.find(({ n }) => n === mark);
      const at = evidence.find(({ text: one }) => whole(one) === whole(cited?.passage ?? ''));
      return cited && at ? [{ n: at.n, quote: cited.quote }] : [];
    }),
  }));
  return wording(said);
}

test('an honest model is believed: its answers are right no less often, and nearly all its claims are shown', async () => {
  let latest: Answer | undefined;
  const chat = createFakeChat((data) => (latest ? honest(latest, data) : wording([])), 500);
  const worder = await createAnswerWorder(chat, { answerMs: 60_000, tokensPerAnswer: 2_000 });
  const counts = { proposed: 0, proven: 0 };
  const ask = async (question: string, turns: readonly string[], isWorded: boolean) => {
    latest = (await converse(question, plain, { turns })).answer;
    if (!isWorded) return latest;
    const context = { ...plain, model: { worder, rewriter } };
    const { answer } = await converse(question, context, { turns });
    counts.proposed += latest.outcome === 'answered' ? latest.claims.length : 0;
    counts.proven += answer.model === undefined ? 0 : answer.claims.length;
    return answer;
  };
  const figuresOf = async (isWorded: boolean) => {
    const { figures } = await evaluateFiles(
      [GOLDEN],
      REAL_SEEDS_DIR,
      (question, turns) => ask(question, turns, isWorded),
      {},
    );
    const right = figures.get('answer right');
    return right && 'share' in right ? right.share : 0;
  };
  const [offline, worded] = [await figuresOf(false), await figuresOf(true)];
  expect(worded).toBeGreaterThanOrEqual(offline);
  expect(counts.proven / counts.proposed).toBeGreaterThanOrEqual(0.97);
});
