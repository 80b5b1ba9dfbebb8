import { type AnswerContext, answerQuestion, understandingOf } from '../answer/answer-question.ts';
import { rejection } from '../answer/screen.ts';
import type { SmallTalk } from '../language/small-talk.ts';
import type { Answer, AnswerSoFar } from '../model.ts';
import { smallTalkIn } from '../understand/small-talk-in.ts';
import type { Before } from '../understand/understand.ts';
import { exampleQuestions } from './example-questions.ts';
import { guideAnswer } from './guide-answer.ts';
import { listedItems } from './listed-items.ts';
import { resolveSaid } from './resolve-turn.ts';
import { answeredTogether, questionsWithin } from './several-questions.ts';
import type { Topic } from './topic.ts';
import { readTurn, type TurnSaid } from './turn-said.ts';

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
  /** What the conversation is about now; left out where it is about nothing. */
  readonly topic?: Topic;
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
  // What earlier turns were about needs no model's words.
  const { model: _model, ...offline } = context;
  let before = topic;
  for (const turn of turns.slice(-REMEMBERED_TURNS)) {
    const { questions } = questionsWithin(turn);
    for (const one of questions)
      before = (await answerTurn(one, offline, before, options, true)).topic;
  }
  const { questions, isLastOnly } = questionsWithin(question);
  const answers: Answer[] = [];
  for (const [at, one] of questions.entries()) {
    const isEarlier = isLastOnly && at < questions.length - 1;
    const reply = await answerTurn(one, isEarlier ? offline : context, before, options, isEarlier);
    before = reply.topic;
    if (!isEarlier) answers.push(reply.answer);
  }
  const [only] = answers;
  const answer =
    only && answers.length === 1 ? { ...only, question } : answeredTogether(question, answers);
  return { answer, ...(before && { topic: before }) };
}

type TurnOptions = Omit<ConversationOptions, 'turns' | 'topic'>;

/** @param isEarlier its answer is not shown: only what it was about counts */
async function answerTurn(
  turn: string,
  context: AnswerContext,
  before: Topic | undefined,
  options: TurnOptions,
  isEarlier: boolean,
): Promise<Reply> {
  const kept = before && { topic: before };
  if (rejection(turn) !== undefined)
    return { answer: await answerQuestion(turn, context, options), ...kept };
  const said = readTurn(turn, understandingOf(context));
  const talk = smallTalkIn(said.query, before !== undefined && leansBack(said));
  if (talk !== null) {
    const answer = await guide(turn, talk, said, context, isEarlier);
    return { answer, ...(talk !== 'command' && kept) };
  }
  return answerSaid(turn, said, context, before, options);
}

/** Short turns on what was asked before look like small talk. */
const leansBack = ({ leanings, query, namesPlace, times, asking }: TurnSaid): boolean =>
  leanings.size > 0 ||
  query.wants.size > 0 ||
  query.planned !== null ||
  namesPlace ||
  times.length > 0 ||
  asking !== '' ||
  query.unit !== undefined;

/** A turn made whole is cut at this, unless the turn alone is longer: its own words come last. */
const MAX_WHOLE_CHARS = 1_000;

/** A turn as it is asked of the documents. */
export interface WholeTurn {
  readonly question: string;
  readonly before: Before;
  readonly topic: Topic;
  /** What was taken over from earlier turns, in words for the person. */
  readonly inherited: readonly string[];
  /** The document that is asked first, where the turn leans on it. */
  readonly documentId: string | undefined;
}

export function madeWhole(
  turn: string,
  said: TurnSaid,
  topicBefore: Topic | undefined,
  context: AnswerContext,
): WholeTurn {
  const resolved = resolveSaid(said, topicBefore, understandingOf(context));
  const { topic, inherited, parts } = resolved;
  const isAlone = inherited.length === 0 && resolved.question === said.text;
  return {
    question: isAlone ? turn : resolved.question.slice(0, Math.max(MAX_WHOLE_CHARS, turn.length)),
    before: { context: topic.context, focus: topic.focus, inherited: parts },
    topic,
    inherited,
    documentId: leansOnDocument(said, topicBefore, topic)
      ? documentOf(topicBefore, context)
      : undefined,
  };
}

async function answerSaid(
  turn: string,
  said: TurnSaid,
  context: AnswerContext,
  before: Topic | undefined,
  options: TurnOptions,
): Promise<Reply> {
  const whole = madeWhole(turn, said, before, context);
  const { topic, inherited, question, documentId } = whole;
  const asking = { ...options, before: whole.before };
  const answer = await answerWithin(documentId, question, context, asking);
  const notes = inherited.length > 0 ? [`沿用：${inherited.join(' · ')}`] : [];
  return {
    answer: { ...answer, notes: [...notes, ...answer.notes] },
    topic: {
      ...topic,
      listed: listedItems(answer),
      focus: answer.citations.map(({ passageId }) => passageId),
    },
  };
}

/** Where no place is named, what goes on is asked of the document that answered before. */
const leansOnDocument = (said: TurnSaid, before: Topic | undefined, topic: Topic): boolean =>
  before !== undefined &&
  topic.places.length === 0 &&
  !said.namesPlace &&
  !said.leanings.has('turns');

/** The one document that the answer before stood on. */
function documentOf(before: Topic | undefined, { index }: AnswerContext): string | undefined {
  const ids = new Set(before?.focus.flatMap((id) => index.passage(id)?.documentId ?? []));
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}

/** What that document does not answer is asked of all. */
async function answerWithin(
  document: string | undefined,
  question: string,
  context: AnswerContext,
  asking: Parameters<typeof answerQuestion>[2],
): Promise<Answer> {
  if (document === undefined || asking?.documentIds)
    return answerQuestion(question, context, asking);
  const within = await answerQuestion(question, context, { ...asking, documentIds: [document] });
  return within.outcome === 'answered' ? within : answerQuestion(question, context, asking);
}

async function guide(
  turn: string,
  talk: SmallTalk,
  { query }: TurnSaid,
  context: AnswerContext,
  isEarlier: boolean,
): Promise<Answer> {
  const startedMs = context.nowMs();
  const { model: _model, ...offline } = context;
  const isAnswered = async (example: string): Promise<boolean> =>
    (await answerQuestion(example, offline)).outcome === 'answered';
  const suggestions = isEarlier ? [] : await exampleQuestions(context.index, turn, isAnswered);
  const answer = guideAnswer(turn, talk, {
    documents: context.index.documents,
    absentRegions: query.scope.absentRegions,
    suggestions,
  });
  return { ...answer, timings: { retrieveMs: 0, totalMs: context.nowMs() - startedMs } };
}
