import { type AnswerContext, understandingOf } from '../../src/answer/answer-question.ts';
import { converse, madeWhole } from '../../src/conversation/converse.ts';
import { questionsWithin } from '../../src/conversation/several-questions.ts';
import { readTurn } from '../../src/conversation/turn-said.ts';
import type { Golden } from '../../src/evaluate/golden.ts';
import { type Before, NOTHING_BEFORE } from '../../src/understand/understand.ts';

/** What is asked of the documents, with what earlier turns give it. */
export interface AskedQuestion {
  readonly question: string;
  readonly before: Before;
  /** The document that is asked first, where earlier turns stood on it. */
  readonly documentId: string | undefined;
}

/** Makes the last turn whole as a conversation does; undefined where it is several questions, which are answered one by one. */
export async function askedQuestion(
  { question, turns = [question ?? ''] }: Golden,
  context: AnswerContext,
): Promise<AskedQuestion | undefined> {
  const { questions, isLastOnly } = questionsWithin(turns.at(-1) ?? '');
  const last = questions.at(-1) ?? '';
  if (questions.length > 1 && !isLastOnly) return undefined;
  const earlier = [...turns.slice(0, -1), ...questions.slice(0, -1)];
  const before = earlier.at(-1);
  if (before === undefined)
    return { question: last, before: NOTHING_BEFORE, documentId: undefined };
  const { topic } = await converse(before, context, { turns: earlier.slice(0, -1) });
  const said = readTurn(last, understandingOf(context));
  return madeWhole(last, said, topic, context);
}
