import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { Answer } from '../model.ts';
import { defaultFindOptions } from '../retrieve/find-passages.ts';
import { QuestionVectors } from '../retrieve/question-vectors.ts';
import { retrieve } from '../retrieve/retrieve.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import type { KnownNames } from '../understand/slips.ts';
import type { Synonym } from '../understand/synonyms.ts';
import {
  type Before,
  NOTHING_BEFORE,
  type Understanding,
  understand,
} from '../understand/understand.ts';
import { absenceOf } from './absence.ts';
import { type ComposedAnswer, compose } from './compose.ts';
import type { Evidence } from './draft.ts';
import type { Learnt } from './learnt.ts';
import type { ModelAids } from './model-aids.ts';
import { isPlanted } from './planted-instruction.ts';
import { rejection } from './screen.ts';

export interface AnswerContext {
  readonly index: PlanIndex;
  readonly synonyms: readonly Synonym[];
  /** What links start with, without a slash at the end. */
  readonly publicUrl: string;
  /** Milliseconds from any fixed point; passed in so that nothing here reads a clock. */
  readonly nowMs: () => number;
  /** The clock that 今年 and 去年 are read by. */
  readonly now: () => Date;
  /** The least chance, 0 to 1, at which an answer is given; left out for the one that was learnt. */
  readonly caution?: number;
  /** Left out for what ships; training judges each question by what was learnt of others. */
  readonly learnt?: Learnt;
  readonly model?: ModelAids;
}

export interface QuestionOptions {
  /** Only these documents. */
  readonly documentIds?: readonly string[];
  /** What earlier turns give this one. */
  readonly before?: Before;
  /** Ends the asking of endpoints; its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** What was found for a question, and the answer in the documents' own words. */
export interface Found {
  readonly answer: Answer;
  /** Left out where the question was not looked up. */
  readonly evidence?: Evidence;
  /** Said of the question, whoever words its answer: how a slip was read, which place has no document. */
  readonly about: readonly string[];
  /** What is said where the answer does not hold: that it was not found, with what is nearest. */
  readonly unanswered: () => Promise<ComposedAnswer>;
}

/** The answer in the documents' own words. */
export const answerQuestion = async (
  question: string,
  context: AnswerContext,
  options: QuestionOptions = {},
): Promise<Answer> => (await findAnswer(question, context, options)).answer;

/** Looks a question up and answers it in the documents' own words: no model is asked. */
export async function findAnswer(
  question: string,
  context: AnswerContext,
  options: QuestionOptions = {},
): Promise<Found> {
  const startedMs = context.nowMs();
  const refusal = rejection(question);
  if (refusal) return turnedAway(rejected(question, refusal));
  const query = within(
    understand(question, understandingOf(context), options.before),
    options.documentIds,
  );
  const vectors = new QuestionVectors(context.index.embedder, options.signal);
  const evidence = await gather(query, context, vectors);
  const retrieveMs = context.nowMs() - startedMs;
  const strict = await compose(question, evidence, context);
  const isElsewhere = strict.outcome === 'not-found' && query.scope.isLoose && !options.documentIds;
  const used = isElsewhere ? await gather(anywhere(query), context, vectors) : evidence;
  const composed = isElsewhere ? await compose(question, used, context) : strict;
  const about = [...notesOn(query, context), ...vectors.notes];
  const answer = {
    ...composed,
    notes: [...about, ...composed.notes],
    timings: { retrieveMs, totalMs: context.nowMs() - startedMs },
  };
  const unanswered = () => compose(question, used, { ...context, caution: NEVER_SURE });
  return { answer, evidence: used, about, unanswered };
}

/** No chance is as high. */
const NEVER_SURE = 2;

const turnedAway = (answer: Answer): Found => ({
  answer,
  about: [],
  unanswered: async () => answer,
});

/** How slips were read, and which of the places named has no document. */
function notesOn({ scope, slips }: Query, { index }: AnswerContext): string[] {
  const absence = scope.documentIds.length > 0 ? absenceOf(scope, index.documents) : undefined;
  const read = slips.map(({ said, meant }) => `按“${meant}”理解“${said}”。`);
  return absence === undefined ? read : [...read, absence];
}

const NO_TIMINGS = { retrieveMs: 0, totalMs: 0 };

async function gather(
  query: Query,
  context: AnswerContext,
  vectors: QuestionVectors,
): Promise<Evidence> {
  const { index, learnt } = context;
  // What came in meanwhile goes first: reading and composing keep the processor for milliseconds each.
  await nextTurn();
  const found = await retrieve(index, query, vectors, defaultFindOptions, learnt?.ranking);
  const hits = found.hits.filter(({ passage }) => !isPlanted(passage));
  const sentences = found.sentences.filter(({ passage }) => !isPlanted(passage));
  await nextTurn();
  return {
    ...found,
    query,
    index,
    documents: new Map(index.documents.map((document) => [document.id, document])),
    hits,
    allHits: found.hits,
    sentences,
    retrieveWithin: (documentIds, asked) =>
      gather({ ...within(query, documentIds), ...asked }, context, vectors),
  };
}

/** What a question finds: what kinds of answer propose from. */
export const evidenceOf = (query: Query, context: AnswerContext): Promise<Evidence> =>
  gather(query, context, new QuestionVectors(context.index.embedder));

/** The same after earlier turns, and of some documents only. */
export const evidenceFor = (
  question: string,
  context: AnswerContext,
  { before = NOTHING_BEFORE, documentIds }: Pick<QuestionOptions, 'before' | 'documentIds'> = {},
): Promise<Evidence> =>
  evidenceOf(within(understand(question, understandingOf(context), before), documentIds), context);

/** The same question asked of all documents. */
const anywhere = (query: Query): Query => ({
  ...query,
  scope: { ...query.scope, documentIds: [], preferredIds: [], regions: [], regionNames: [] },
});

function within(query: Query, documentIds: readonly string[] | undefined): Query {
  if (!documentIds || documentIds.length === 0) return query;
  return {
    ...query,
    scope: { ...query.scope, documentIds, regions: [], regionNames: [], everyRegion: false },
  };
}

/** What understanding a question needs to know of the index that answers it. */
export function understandingOf({ index, synonyms, now, learnt }: AnswerContext): Understanding {
  return {
    documents: index.documents,
    segmenter: index.segmenter,
    synonyms,
    statistics: {
      passages: index.manifest.counts.passages,
      frequency: (term) => index.documentFrequency(term),
    },
    names: knownNames(index),
    thisYear: now().getFullYear(),
    ...(learnt && { kindModel: learnt.kindModel }),
    isSaidIn: (term, documentIds) =>
      index.documentFrequency(term) === 0 ||
      index.searchLexical({ terms: new Map([[term, 1]]), documentIds, limit: 1 }).length > 0,
  };
}

const names = new WeakMap<PlanIndex, KnownNames>();

/** Collected once for each index. */
function knownNames(index: PlanIndex): KnownNames {
  const known = names.get(index) ?? {
    short: distinct([
      ...index.documents.flatMap(({ region }) => (region ? [shortPlace(region)] : [])),
      ...index.responsibilities.flatMap(({ leads, supports }) => [...leads, ...supports]),
    ]),
    long: distinct(index.indicators.map(({ name }) => name)),
  };
  names.set(index, known);
  return known;
}

const distinct = (values: readonly string[]): string[] => [...new Set(values.map(flatten))];

function rejected(question: string, answer: string): Answer {
  return {
    question,
    outcome: 'rejected',
    kind: 'none',
    answer,
    claims: [],
    citations: [],
    passages: [],
    timings: NO_TIMINGS,
    notes: [],
  };
}
