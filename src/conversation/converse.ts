import { type AnswerContext, answerQuestion, understandingOf } from '../answer/answer-question.ts';
import { rejection } from '../answer/screen.ts';
import type { Answer, AnswerSoFar } from '../model.ts';
import { plainQuestion } from '../understand/question-text.ts';
import { type ResolvedTurn, resolveTurn, type Topic, turnsWithin } from './resolve-turn.ts';

export interface ConversationOptions {
  /** Earlier turns, oldest first. */
  readonly turns?: readonly string[];
  /** What the conversation was about before these turns. */
  readonly topic?: Topic;
  /** Only these documents. */
  readonly documentIds?: readonly string[];
  /** Ends the asking of endpoints; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Hears of the last turn's claims, see `QuestionOptions`. */
  readonly onClaim?: (soFar: AnswerSoFar) => void;
}

export interface Reply {
  readonly answer: Answer;
  /** What the conversation is about now. */
  readonly topic: Topic;
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
  { turns = [], topic, ...options }: ConversationOptions = {},
): Promise<Reply> {
  let reply: Reply | undefined;
  const all = [...turns.slice(-REMEMBERED_TURNS), ...turnsWithin(question)];
  // What earlier turns were about needs no model's words.
  const { model: _model, ...offline } = context;
  for (const [at, turn] of all.entries()) {
    const asked = at === all.length - 1 ? context : offline;
    reply = await answerTurn(turn, asked, reply?.topic ?? topic, options);
  }
  if (!reply) throw new RangeError('a conversation has at least one turn');
  return { ...reply, answer: { ...reply.answer, question } };
}

async function answerTurn(
  turn: string,
  context: AnswerContext,
  before: Topic | undefined,
  options: Omit<ConversationOptions, 'turns' | 'topic'>,
): Promise<Reply> {
  const { question, topic, inherited } = wholeTurn(turn, before, context);
  const answer = await answerQuestion(question, context, {
    ...options,
    before: { context: topic.context, focus: topic.focus, inherited: [] },
  });
  const notes = inherited.length > 0 ? [`沿用：${inherited.join(' · ')}`] : [];
  const focus = answer.citations.map(({ passageId }) => passageId);
  return { answer: { ...answer, notes: [...notes, ...answer.notes] }, topic: { ...topic, focus } };
}

/** A turn made whole is cut at this, unless the turn alone is longer: its own words come last. */
const MAX_WHOLE_CHARS = 1_000;

/** Nothing is added to a turn that is refused (empty, too long) or that stands alone. */
function wholeTurn(turn: string, before: Topic | undefined, context: AnswerContext): ResolvedTurn {
  const resolved = resolveTurn(turn, before, understandingOf(context));
  if (rejection(turn, plainQuestion(turn)) !== undefined)
    return { question: turn, topic: before ?? resolved.topic, inherited: [] };
  if (resolved.inherited.length === 0) return { ...resolved, question: turn };
  const maxChars = Math.max(MAX_WHOLE_CHARS, turn.length);
  return { ...resolved, question: resolved.question.slice(0, maxChars) };
}
