import {
  type AnswerContext,
  answerQuestion,
  type Found,
  findAnswer,
  type QuestionOptions,
  understandingOf,
} from '../answer/answer-question.ts';
import { type Exchange, ModelReading } from '../answer/read-by-model.ts';
import { rejection } from '../answer/screen.ts';
import type { SmallTalk } from '../language/small-talk.ts';
import type { Answer, AnswerSoFar } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { smallTalkIn } from '../understand/small-talk-in.ts';
import type { Before } from '../understand/understand.ts';
import { exampleQuestions } from './example-questions.ts';
import { guideAnswer } from './guide-answer.ts';
import { listedItems, picksOfListed } from './listed-items.ts';
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
  /** Hears each time another claim of a model's is proven, while the rest is still being worded. */
  readonly onClaim?: (soFar: AnswerSoFar) => void;
}

export interface Reply {
  readonly answer: Answer;
  /** What the conversation is about now; left out where it is about nothing. */
  readonly topic?: Topic;
}

/** A turn answered in the documents' own words. */
interface Answered extends Reply {
  /** Left out of what is no question to the documents. */
  readonly found?: Found;
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
  { turns = [], topic, onClaim, ...options }: ConversationOptions = {},
): Promise<Reply> {
  let before = topic;
  const exchanges: Exchange[] = topic ? [rememberedExchange(topic, context)] : [];
  const goThrough = async (turn: string, listening: TurnOptions, isEarlier: boolean) => {
    const reply = await answerTurn(turn, context, before, listening, isEarlier);
    before = reply.topic;
    if (isEarlier) exchanges.push({ asked: turn, answered: reply.answer.answer });
    return reply;
  };
  for (const turn of turns.slice(-REMEMBERED_TURNS))
    for (const one of questionsWithin(turn).questions) await goThrough(one, options, true);
  const { questions, isLastOnly } = questionsWithin(question);
  const asked = isLastOnly ? questions.slice(-1) : questions;
  for (const one of isLastOnly ? questions.slice(0, -1) : []) await goThrough(one, options, true);
  const reading =
    context.model &&
    new ModelReading(
      {
        question,
        conversation: exchanges.slice(-TOLD_EXCHANGES),
        isSeveral: asked.length > 1,
        ...(options.signal && { signal: options.signal }),
        ...(onClaim && { onClaim }),
      },
      context,
      context.model,
    );
  const onSearch = (query: Query): void => reading?.begin(query);
  const replies: Answered[] = [];
  for (const one of asked) replies.push(await goThrough(one, { ...options, onSearch }, false));
  const offline = together(question, replies);
  const answer = await (reading?.answer(
    offline,
    replies.flatMap(({ found }) => found ?? []),
  ) ?? offline);
  const isReadAlone = answer.model !== undefined && replies.length === 1;
  const now = before && isReadAlone ? about(before, answer) : before;
  return { answer, ...(now && { topic: now }) };
}

/** Turns before this one that a model is told of. */
const TOLD_EXCHANGES = 3;
/** So much of what a remembered answer stood on. */
const MAX_REMEMBERED_CHARS = 300;

/** What a conversation that is remembered was last about: its words are not kept, only what it stood on. */
const rememberedExchange = (
  { places, times, wording, subject, focus }: Topic,
  { index }: AnswerContext,
): Exchange => ({
  asked: [...places, ...times, wording || subject].join(' '),
  answered: focus
    .flatMap((id) => index.passage(id)?.text ?? [])
    .join('\n')
    .slice(0, MAX_REMEMBERED_CHARS),
});

function together(question: string, replies: readonly Answered[]): Answer {
  const answers = replies.map(({ answer }) => answer);
  const [only] = answers;
  return only && answers.length === 1 ? { ...only, question } : answeredTogether(question, answers);
}

/** What its answer gives a topic. */
const about = (topic: Topic, answer: Answer): Topic => ({
  ...topic,
  listed: listedItems(answer),
  focus: answer.citations.map(({ passageId }) => passageId),
});

interface TurnOptions extends Omit<ConversationOptions, 'turns' | 'topic' | 'onClaim'> {
  /** Hears of a question once it is being searched for. */
  readonly onSearch?: (query: Query) => void;
}

/** @param isEarlier its answer is not shown: only what it was about counts */
async function answerTurn(
  turn: string,
  context: AnswerContext,
  before: Topic | undefined,
  options: TurnOptions,
  isEarlier: boolean,
): Promise<Answered> {
  const kept = before && { topic: before };
  if (rejection(turn) !== undefined)
    return { answer: await answerQuestion(turn, context, options), ...kept };
  const said = readTurn(turn, understandingOf(context));
  const talk = smallTalkIn(said.query, before !== undefined && leansBack(said, before));
  if (talk !== null) {
    const answer = await guide(turn, talk, said, context, isEarlier);
    return { answer, ...(talk !== 'command' && kept) };
  }
  return answerSaid(turn, said, context, before, options);
}

/** Short turns on what was asked before look like small talk. */
const leansBack = (said: TurnSaid, before: Topic): boolean =>
  said.leanings.size > 0 || picksOfListed(said, before) || asksSomething(said);

const asksSomething = ({ query, namesPlace, times, asking }: TurnSaid): boolean =>
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
  { onSearch, ...options }: TurnOptions,
): Promise<Answered> {
  const whole = madeWhole(turn, said, before, context);
  const { topic, inherited, question, documentId } = whole;
  const finding = findWithin(documentId, question, context, { ...options, before: whole.before });
  onSearch?.(said.query);
  const found = await finding;
  const notes = inherited.length > 0 ? [`沿用：${inherited.join(' · ')}`] : [];
  const answer = { ...found.answer, notes: [...notes, ...found.answer.notes] };
  return {
    answer,
    topic: about(topic, answer),
    found: { ...found, about: [...notes, ...found.about] },
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
async function findWithin(
  document: string | undefined,
  question: string,
  context: AnswerContext,
  asking: QuestionOptions,
): Promise<Found> {
  if (document === undefined || asking.documentIds) return findAnswer(question, context, asking);
  const within = await findAnswer(question, context, { ...asking, documentIds: [document] });
  return within.answer.outcome === 'answered' ? within : findAnswer(question, context, asking);
}

async function guide(
  turn: string,
  talk: SmallTalk,
  { query }: TurnSaid,
  context: AnswerContext,
  isEarlier: boolean,
): Promise<Answer> {
  const startedMs = context.nowMs();
  const isAnswered = async (example: string): Promise<boolean> =>
    (await answerQuestion(example, context)).outcome === 'answered';
  const suggestions = isEarlier ? [] : await exampleQuestions(context.index, turn, isAnswered);
  const answer = guideAnswer(turn, talk, {
    documents: context.index.documents,
    absentRegions: query.scope.absentRegions,
    suggestions,
  });
  return { ...answer, timings: { retrieveMs: 0, totalMs: context.nowMs() - startedMs } };
}
