import { type AnswerContext, answerQuestion, understandingOf } from '../answer/answer-question.ts';
import type { Answer } from '../model.ts';
import { pointsBack, type ResolvedTurn, resolveTurn, turnsWithin } from './resolve-turn.ts';

export interface ConversationOptions {
  /** Earlier turns, oldest first. */
  readonly turns?: readonly string[];
  /** Only these documents. */
  readonly documentIds?: readonly string[];
}

/** Earlier turns that still count; older ones are forgotten. */
const REMEMBERED_TURNS = 6;

/**
 * Answers the last turn of a conversation. Each turn before it is made whole and answered in its place, so
 * that “里面那个” can mean what its answer stood on. The same turns always give the same answer.
 */
export async function converse(
  question: string,
  context: AnswerContext,
  { turns = [], documentIds }: ConversationOptions = {},
): Promise<Answer> {
  const all = [...turns.slice(-REMEMBERED_TURNS), ...turnsWithin(question)];
  const known = understandingOf(context);
  const scope = documentIds ? { documentIds } : {};
  let previous: ResolvedTurn | undefined;
  let focus: readonly string[] = [];
  for (const turn of all.slice(0, -1)) {
    previous = resolveTurn(turn, previous, known);
    const answer = await answerQuestion(previous.question, context, {
      ...scope,
      context: previous.context,
      focus,
    });
    focus = answer.citations.map(({ passageId }) => passageId);
  }
  const last = all.at(-1) ?? question;
  const resolved = resolveTurn(last, previous, known);
  const isFresh = resolved.context === '' && resolved.inherited.length === 0;
  const answer = await answerQuestion(isFresh ? last : resolved.question, context, {
    ...scope,
    context: resolved.context,
    focus: isFresh && !pointsBack(last) ? [] : focus,
  });
  const notes = resolved.inherited.length > 0 ? [`沿用：${resolved.inherited.join(' · ')}`] : [];
  return { ...answer, question, notes: [...notes, ...answer.notes] };
}
