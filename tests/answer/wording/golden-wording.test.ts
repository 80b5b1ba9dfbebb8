import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnswerContext, understandingOf } from '../../../src/answer/answer-question.ts';
import { converse } from '../../../src/conversation/converse.ts';
import { evaluateFiles } from '../../../src/evaluate/evaluate-files.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Answer } from '../../../src/model.ts';
import { contextOf, openRealIndex } from '../../real-index.ts';
import { createFakeChat, modelOf, wording } from './fake-chat.ts';
import { honestWording } from './honest-wording.ts';

const GOLDEN = [join(import.meta.dirname, '../../golden/second.jsonl')];

let index: PlanIndex;
let plain: AnswerContext;
beforeAll(async () => {
  index = await openRealIndex();
  plain = contextOf(index);
  understandingOf(plain);
});
afterAll(() => index.close());

test('an honest model is believed: its answers are right no less often, and nearly all its claims are shown', async ({
  annotate,
}) => {
  let latest: Answer | undefined;
  const chat = createFakeChat((data) => (latest ? honestWording(latest, data) : wording([])), 500);
  const model = await modelOf(chat);
  const counts = { proposed: 0, proven: 0 };
  const ask = async (question: string, turns: readonly string[], isWorded: boolean) => {
    latest = (await converse(question, plain, { turns })).answer;
    if (!isWorded) return latest;
    const context = { ...plain, model };
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
      new Map(index.documents.map(({ id }) => [id, index.reading(id)?.text ?? ''])),
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
  expect(counts.proven / counts.proposed).toBeGreaterThanOrEqual(0.92);
}, 300_000);
