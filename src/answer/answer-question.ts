import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlanIndex } from '../indexing/plan-index.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { Answer, AnswerSoFar } from '../model.ts';
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
import { compose } from './compose.ts';
import type { Evidence } from './draft.ts';
import type { Learnt } from './learnt.ts';
import type { ModelAids } from './model-aids.ts';
import { isPlanted } from './planted-instruction.ts';
import { rejection } from './screen.ts';
import { widenEvidence } from './widen-evidence.ts';
import { mayBeWorded } from './wording/offline-part.ts';

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
  /** Hears each time a model's next claim is proven, while the rest is still being worded. */
  readonly onClaim?: (soFar: AnswerSoFar) => void;
}

export async function answerQuestion(
  question: string,
  context: AnswerContext,
  options: QuestionOptions = {},
): Promise<Answer> {
  const startedMs = context.nowMs();
  const refusal = rejection(question);
  if (refusal) return rejected(question, refusal);
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
  const answer = isElsewhere ? await compose(question, used, context) : strict;
  const isOfSome = query.scope.documentIds.length > 0;
  const absence = isOfSome ? absenceOf(query.scope, context.index.documents) : undefined;
  const slips = query.slips.map(({ said, meant }) => `按“${meant}”理解“${said}”。`);
  const notes = absence === undefined ? slips : [...slips, absence];
  const offline = {
    ...answer,
    timings: NO_TIMINGS,
    notes: [...notes, ...answer.notes, ...vectors.notes],
  };
  const said = await inModelsWords(question, offline, used, context, options);
  return { ...said, timings: { retrieveMs, totalMs: context.nowMs() - startedMs } };
}

const NEVER = new AbortController().signal;

/** What the documents do not say without a model, they do not say with one. */
async function inModelsWords(
  question: string,
  offline: Answer,
  evidence: Evidence,
  context: AnswerContext,
  {
    before: { context: before } = NOTHING_BEFORE,
    signal = NEVER,
    onClaim = () => undefined,
  }: QuestionOptions,
): Promise<Answer> {
  const { model: aids, publicUrl, nowMs } = context;
  if (!aids || !mayBeWorded(offline)) return offline;
  const known = understandingOf(context);
  const worded = await aids.worder.word({
    question,
    offline,
    evidence: (limited) =>
      widenEvidence(question, evidence, { aids, known, before, signal: limited }),
    publicUrl,
    nowMs,
    signal,
    onClaim,
  });
  // What was inherited, how a slip was read: said of the question, whoever words its answer.
  return worded.model === undefined
    ? worded
    : { ...worded, notes: [...offline.notes, ...worded.notes] };
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
    sentences,
    retrieveWithin: (documentIds, time = query.time) =>
      gather({ ...within(query, documentIds), time }, context, vectors),
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
