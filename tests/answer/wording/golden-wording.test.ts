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

const GOLDEN = ['questions.jsonl', 'second.jsonl'].map((file) =>
  join(import.meta.dirname, '../../golden', file),
);

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

/** What only our own code says of what it quotes. */
const OUR_WORDS = /^(?:正文另有写法：)|（\d{4}年一栏为“——”，没有给出数值[，）]/gu;

/** Says of each passage what the documents’ own answer says of it, after a model’s fashion. */
function honest({ claims, citations }: Answer, { evidence }: WordingData): string {
  const said: Said[] = claims
    .filter(({ computed, citations: { length } }) => computed === undefined && length === 1)
    .map(({ text, citations: marks }) => ({
      text: `根据规划，${text.replace(OUR_WORDS, '')}`,
      citations: marks.flatMap((mark) => {
        const cited = citations.find(({ n }) => n === mark);
        const at = evidence.find(({ text: one }) => whole(one) === whole(cited?.passage ?? ''));
        return cited && at ? [{ n: at.n, quote: cited.quote }] : [];
      }),
    }));
  return wording(said);
}

test('an honest model is believed: its answers are right no less often, and nearly all its claims are shown', async ({
  annotate,
}) => {
  let latest: Answer | undefined;
  const chat = createFakeChat((data) => (latest ? honest(latest, data) : wording([])), 500);
  const worder = await createAnswerWorder(chat, { answerMs: 60_000, tokensPerAnswer: 2_000 });
  const counts = { proposed: 0, proven: 0 };
  const ask = async (question: string, turns: readonly string[], isWorded: boolean) => {
    latest = (await converse(question, plain, { turns })).answer;
    if (!isWorded) return latest;
    const context = { ...plain, model: { worder, rewriter } };
    const { answer } = await converse(question, context, { turns });
    const { proposed = 0, proven = 0, dropped = {} } = answer.wording ?? {};
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    counts.proposed += lost > 0 ? proven + lost : proposed;
    counts.proven += proven;
    return answer;
  };
  const rightOf = async (isWorded: boolean): Promise<number> => {
    const { figures } = await evaluateFiles(
      GOLDEN,
      REAL_SEEDS_DIR,
      (question, turns) => ask(question, turns, isWorded),
      {},
    );
    const right = figures.get('answer right');
    return right && 'share' in right ? right.share : 0;
  };
  const [offline, worded] = [await rightOf(false), await rightOf(true)];
  await annotate(
    `right offline ${offline}, worded ${worded}; ${counts.proven} of ${counts.proposed} claims shown`,
  );
  expect(worded).toBeGreaterThanOrEqual(offline);
  expect(counts.proven / counts.proposed).toBeGreaterThanOrEqual(0.97);
}, 300_000);
