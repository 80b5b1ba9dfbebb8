import type { Answer, AnswerSoFar, Passage } from '../model.ts';
import { QuestionVectors } from '../retrieve/question-vectors.ts';
import { defaultBesideOptions, searchBeside } from '../retrieve/search-beside.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import type { Understanding } from '../understand/understand.ts';
import type { AnswerContext, Found } from './answer-question.ts';
import { understandingOf } from './answer-question.ts';
import { judgementOf } from './compose.ts';
import type { Candidate, Evidence } from './draft.ts';
import type { ModelAids } from './model-aids.ts';
import type { ReadPart } from './wording/choose-passages.ts';
import { type Matter, matterOf } from './wording/read-matter.ts';

/** An earlier turn, and what was answered. */
export interface Exchange {
  readonly asked: string;
  readonly answered: string;
}

/** A turn for a model to answer. */
export interface TurnToRead {
  /** As asked. */
  readonly question: string;
  /** Earlier turns that count, oldest first. */
  readonly conversation: readonly Exchange[];
  /** Whether one message asks several things. */
  readonly isSeveral: boolean;
  readonly signal?: AbortSignal;
  /** Hears each time another claim is proven, while the rest is still being worded. */
  readonly onClaim?: (soFar: AnswerSoFar) => void;
}

const NEVER = new AbortController().signal;

/** Has a model answer one turn from what was found for it. Whatever it fails at, the documents' own words stand. */
export class ModelReading {
  readonly #turn: TurnToRead;
  readonly #context: AnswerContext;
  readonly #aids: ModelAids;
  readonly #signal: AbortSignal;
  readonly #startedMs: number;
  #searches: Promise<readonly string[]> | undefined;

  constructor(turn: TurnToRead, context: AnswerContext, aids: ModelAids) {
    this.#turn = turn;
    this.#context = context;
    this.#aids = aids;
    this.#signal = turn.signal ?? NEVER;
    this.#startedMs = context.nowMs();
  }

  /** To be told once the plain search is under way: other wordings are thought of beside it, where they may help. */
  begin(query: Query): void {
    const { question, conversation, isSeveral } = this.#turn;
    const isFollowUp = conversation.length > 0;
    if (this.#searches || !(isFollowUp || isSeveral || isEveryday(query, this.#context))) return;
    const before = conversation.map(({ asked, answered }) => `问：${asked}\n答：${answered}`);
    this.#searches = this.#aids.rewriter.searchesFor(question, before.join('\n'), this.#signal);
    // Whoever waits for them hears of it; nobody may be left to.
    this.#searches.catch(() => undefined);
  }

  /** The answer of the turn. Throws only the reason of the signal. */
  async answer(offline: Answer, found: readonly Found[]): Promise<Answer> {
    const [first, ...others] = found.filter(({ evidence }) => evidence !== undefined);
    if (!first || offline.outcome === 'guide' || offline.outcome === 'rejected') return offline;
    const { publicUrl, nowMs } = this.#context;
    const about = found.flatMap((one) => one.about);
    const answer = await this.#aids.worder.word({
      question: this.#turn.question,
      offline,
      unanswered: async () =>
        others.length > 0 ? offline : withNotes(await first.unanswered(), about, offline),
      matter: (limited) => this.#matter(offline, [first, ...others], limited),
      publicUrl,
      nowMs,
      signal: this.#signal,
      onClaim: this.#turn.onClaim ?? (() => undefined),
    });
    const { retrieveMs } = offline.timings;
    return {
      ...answer,
      ...(answer.model !== undefined && {
        notes: [...new Set([...about, ...answer.notes])],
        ...(offline.suggestions && { suggestions: offline.suggestions }),
      }),
      timings: { retrieveMs, totalMs: nowMs() - this.#startedMs },
    };
  }

  async #matter(
    offline: Answer,
    found: readonly [Found, ...Found[]],
    signal: AbortSignal,
  ): Promise<Matter> {
    const wordings = (await beforeEnd(this.#searches, signal)) ?? [];
    const parts: ReadPart[] = [];
    for (const { answer, evidence } of found)
      if (evidence) parts.push(await this.#part(answer, evidence, wordings, signal));
    const [first, ...others] = parts;
    if (!first) throw new Error('nothing was looked up');
    return matterOf([first, ...others], this.#aids.evidenceChars, {
      reading: readingOf(
        parts.map(({ evidence }) => evidence.query),
        this.#context.now(),
      ),
      ...(this.#turn.conversation.length > 0 && { conversation: this.#turn.conversation }),
      ...(offline.outcome === 'answered' && {
        draft: { answer: offline.answer, confidence: offline.confidence ?? null },
      }),
    });
  }

  async #part(
    answer: Answer,
    evidence: Evidence,
    wordings: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadPart> {
    const known = understandingOf(this.#context);
    const [whole, ...sides] = await sidesOf(evidence);
    const hits = await this.#widened(whole, wordings, known, signal);
    const { ordered } = await judgementOf(evidence, this.#context.learnt?.judge);
    return {
      evidence,
      cited: [
        ...answer.citations.flatMap(({ passageId }) => evidence.index.passage(passageId) ?? []),
        ...ordered.slice(0, CANDIDATES_READ).flatMap(passagesOf),
      ],
      lists: [hits, ...sides.map(({ allHits }) => allHits.map(({ passage }) => passage))],
    };
  }

  /** What other wordings find beside, and the best put in order where that is wanted. */
  async #widened(
    { index, query, allHits }: Evidence,
    wordings: readonly string[],
    known: Understanding,
    signal: AbortSignal,
  ): Promise<readonly Passage[]> {
    const mayMove = this.#turn.conversation.length > 0 || this.#turn.isSeveral;
    const vectors = new QuestionVectors(index.embedder, signal);
    const options = { ...defaultBesideOptions, mayMove };
    const widened = await searchBeside(index, query, allHits, wordings, known, vectors, options);
    const { reranker } = this.#aids;
    const ordered = reranker
      ? await reranker.rerank(this.#turn.question, widened, signal)
      : widened;
    return ordered.map(({ passage }) => passage);
  }
}

/** Of what the kinds propose, so much is read whatever the judge thinks of it. */
const CANDIDATES_READ = 3;

const passagesOf = ({ claims }: Candidate): Passage[] =>
  claims.flatMap(({ proofs }) => proofs.map(({ passage }) => passage));

/** What is waited for, or undefined where time is up first. */
const beforeEnd = <Result>(
  work: Promise<Result> | undefined,
  signal: AbortSignal,
): Promise<Result | undefined> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    Promise.resolve(work).then(resolve, reject);
  });

const withNotes = (
  answer: Omit<Answer, 'timings'>,
  about: readonly string[],
  { timings }: Answer,
): Answer => ({ ...answer, notes: [...about, ...answer.notes], timings });

/** Says something in words that no document uses: they are to be found for it. */
const isEveryday = ({ concepts }: Query, { index }: AnswerContext): boolean =>
  concepts.some(({ said, unknown }) => unknown || index.documentFrequency(flatten(said)) === 0);

/** As many documents are searched one by one; of more the best hits of all must do. */
const MOST_SIDES = 6;
/** From this chance on that a question compares, each side is searched by itself. */
const COMPARES_FROM = 0.3;

/** What the question finds; beside it each document that is to be compared, or that is of a period it names. */
async function sidesOf(evidence: Evidence): Promise<readonly [Evidence, ...Evidence[]]> {
  const ids = separateDocuments(evidence);
  if (ids.length === 0 || ids.length > MOST_SIDES) return [evidence];
  const sides = await Promise.all(ids.map((id) => evidence.retrieveWithin([id])));
  return [evidence, ...sides];
}

function separateDocuments({ query, documents }: Evidence): readonly string[] {
  const { scope, kinds, time } = query;
  const { documentIds, everyRegion, regions } = scope;
  if (documentIds.length === 0)
    return [...documents.values()]
      .filter(({ period }) => time.periods.some((said) => said.join() === period?.join()))
      .map(({ id }) => id);
  const compares = kinds.compare >= COMPARES_FROM || everyRegion || regions.length > 1;
  return compares && documentIds.length > 1 ? documentIds : [];
}

/** How the questions were read, for the model: what it may take for granted, and what day it is. */
function readingOf(queries: readonly Query[], now: Date): object {
  const places = new Set(queries.flatMap(({ names }) => names));
  const years = new Set(queries.flatMap(({ time }) => time.years));
  const wanted = new Set(queries.flatMap(({ planned }) => (planned === null ? [] : [planned])));
  return {
    today: now.toLocaleDateString('sv-SE'),
    places: [...places],
    years: [...years],
    wanted: [...wanted],
  };
}
