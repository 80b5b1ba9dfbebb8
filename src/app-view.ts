import { performance } from 'node:perf_hooks';
import { type AnswerContext, understandingOf } from './answer/answer-question.ts';
import { proveWriting, withApproved } from './answer/approved-answer.ts';
import { withEditionNotes } from './answer/edition-notes.ts';
import { proveSentence, type SentenceProof } from './answer/prove-sentence.ts';
import { type WeighedCandidate, weigh } from './answer/weigh.ts';
import type { Config } from './config.ts';
import { converse } from './conversation/converse.ts';
import { converseWithMemory } from './conversation/converse-with-memory.ts';
import { YoujuError } from './errors.ts';
import type { NewEdition } from './indexing/changed-editions.ts';
import { oncePerIndex } from './indexing/once-per-index.ts';
import type { PlanIndex } from './indexing/plan-index.ts';
import { validEditions } from './indexing/valid-editions.ts';
import { type IndexSource, withoutDocuments } from './indexing/without-documents.ts';
import type { KeptState } from './kept-state.ts';
import { checkDocuments, type Library, libraryOf } from './library.ts';
import type { Logger } from './log.ts';
import type { Answer, AnswerSoFar, Hit } from './model.ts';
import type { Models, ModelsHealth } from './models.ts';
import { type Explanation, explain } from './retrieve/explain.ts';
import { type SearchTerm, search, searchTerms } from './retrieve/search.ts';
import type { ApprovedAnswer, ApprovedDraft } from './state/approved-answers.ts';
import { documentSuccessor } from './state/document-successor.ts';
import { draftOf, type EditorWriting } from './state/editor-writing.ts';
import { type Heard, newsFor } from './state/news.ts';
import { subscribedIn } from './state/subscribable.ts';
import type { Subscribed } from './state/subscribed.ts';
import { type Whereabouts, whereaboutsOf } from './state/whereabouts.ts';
import { loadSynonyms } from './understand/load-synonyms.ts';
import { understand } from './understand/understand.ts';

const SEARCH_LIMIT = 20;
const EXPLAIN_LIMIT = 5;
const WEIGH_LIMIT = 5;
/** Questions of which is remembered whether they are answered. */
const MAX_TRIED = 5000;

export interface AskOptions {
  /** Only these documents. */
  readonly documentIds?: readonly string[];
  /** Earlier turns of the conversation, oldest first. */
  readonly turns?: readonly string[];
  /**
   * Id of a conversation that is remembered from one question to the next: 1 to 200 characters, none a
   * control character, unlike those of all other conversations of all channels.
   */
  readonly conversation?: string;
  /** Name under which people may say what they think of the answer; what became of it is then noted for the report. */
  readonly answerId?: string;
  /** Ends the work: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Hears each time another claim is proven before the answer is whole; offline answers come at once. */
  readonly onClaim?: (soFar: AnswerSoFar) => void;
  /** Answers in the documents' own words: no model is asked. */
  readonly inOwnWords?: boolean;
}

export interface SearchOptions {
  readonly documentIds?: readonly string[];
  readonly limit?: number;
}

export interface Health extends ModelsHealth {
  readonly generation: string;
}

interface Asking {
  /** Throws DOCUMENT_UNKNOWN, and INPUT_INVALID for an id no conversation can have. */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /**
   * Whether the documents, in their own words, answer a question that stands alone; found out once for each index.
   * What is offered to be asked is looked up here first.
   */
  isAnswered(question: string): Promise<boolean>;
  /** Clears a conversation; false where none was remembered. Throws INPUT_INVALID, STATE_UNUSABLE. */
  forget(conversation: string): Promise<boolean>;
}

interface Looking {
  search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
  /** How a question is read, and why sentences stand in their order; `limit` counts sentences. */
  explain(question: string, options?: SearchOptions): Promise<Explanation>;
  /** What is proposed as an answer, the likeliest first, and why; `limit` counts candidates. */
  weigh(question: string, options?: SearchOptions): Promise<readonly WeighedCandidate[]>;
  /** What to mark in the passages that a query finds. */
  searchTerms(query: string): readonly SearchTerm[];
}

/** What depends on which documents there are for somebody. */
export interface View extends Asking, Looking, Library {
  /** Where a link to a passage leads today; undefined where nothing is known of it. Throws STATE_UNUSABLE. */
  whereabouts(passageId: string): Whereabouts | undefined;
  /**
   * The document that has taken the place of one that is no longer there; undefined where nothing is known of it.
   * Throws STATE_UNUSABLE.
   */
  successor(documentId: string): string | undefined;
  /**
   * Holds a sentence of anybody's against passages, by the checks that answers pass. Throws INPUT_INVALID that names
   * passages nobody knows.
   */
  prove(sentence: string, passageIds: readonly string[]): SentenceProof;
  /**
   * Keeps what an editor wrote for a question: it is given before any other answer, as long as it can be proven. Throws
   * INPUT_INVALID that says which sentence cannot, and why. Logged with who wrote it.
   */
  approve(writing: EditorWriting, who: string): ApprovedAnswer;
  /** What a text names that somebody can subscribe to; undefined where it names nothing here. */
  subscribable(text: string): Subscribed | undefined;
  /** What of some editions concerns whoever subscribed. */
  news(subscribed: Subscribed, editions: readonly NewEdition[]): Heard;
  /** How Youju is, as far as it knows without asking anybody. */
  health(): Health;
}

export interface ViewParts {
  readonly config: Config;
  readonly models: Models;
  readonly kept: KeptState;
  readonly log: Logger;
}

/** The contexts that questions are answered in, of each index in use. */
interface Contexts {
  /** Without former editions. */
  readonly validOf: (index: PlanIndex) => PlanIndex;
  /** What is asked of some documents: former editions only where somebody names one. */
  readonly askedOf: (index: PlanIndex, documentIds?: readonly string[]) => PlanIndex;
  /** In the documents' own words. */
  readonly plainOf: (index: PlanIndex) => AnswerContext;
  /** With the models that are configured. */
  readonly contextOf: (index: PlanIndex) => AnswerContext;
}

function contextsOf({ config, models: { aids } }: ViewParts): Contexts {
  const validOf = oncePerIndex(validEditions);
  const plainOf = oncePerIndex((index) => createContext(index, config));
  return {
    validOf,
    askedOf: (index, documentIds = []) => {
      const valid = validOf(index);
      const isValid = (id: string): boolean => valid.documents.some((info) => info.id === id);
      return documentIds.every(isValid) ? valid : index;
    },
    plainOf,
    contextOf: (index) => ({ ...plainOf(index), ...(aids && { model: aids }) }),
  };
}

/** What of Youju depends on which documents somebody may see, made for any source of them. */
export function viewsOf(parts: ViewParts): (live: IndexSource) => View {
  const contexts = contextsOf(parts);
  const { config, models, kept, log } = parts;
  return (live) => {
    const library = libraryOf(live, contexts.validOf, config.seedsDir);
    return {
      ...askingOf(live, parts, contexts),
      ...lookingOf(live, contexts),
      ...library,
      subscribable: (text) => subscribedIn(text, library),
      news: (subscribed, editions) => newsFor(subscribed, editions, library),
      prove: (sentence, passageIds) =>
        prove(sentence, passageIds, live.current(), config.publicUrl),
      approve: (writing, who) => {
        const draft = draftOf(writing);
        checkDraft(draft, live.current(), config.publicUrl);
        const saved = kept.approved.save(draft);
        const { id, passageIds } = saved;
        log.info({ who, approved: id, passageIds }, 'an answer was written by an editor');
        return saved;
      },
      whereabouts: (id) => whereaboutsOf(id, live.current(), kept.formerPassages),
      successor: (id) => documentSuccessor(id, live.current(), kept.formerPassages),
      health: () => ({ generation: live.current().generation, ...models.health() }),
    };
  };
}

function askingOf(
  live: IndexSource,
  { config, kept, log }: ViewParts,
  { validOf, askedOf, plainOf, contextOf }: Contexts,
): Asking {
  const { conversations, approved, asked } = kept;
  const answeredOf = oncePerIndex(() => new Map<string, Promise<boolean>>());
  const reply = async (context: AnswerContext, question: string, options: AskOptions) => {
    const { conversation, inOwnWords: _inOwnWords, answerId: _answerId, ...rest } = options;
    if (conversation === undefined) return (await converse(question, context, rest)).answer;
    checkConversation(conversation);
    return converseWithMemory(question, context, rest, { store: conversations, conversation, log });
  };
  /** Neither is worth an answer less: without what is kept there is still one. */
  const writtenBefore = (
    found: Answer,
    question: string,
    { documentIds }: AskOptions,
    index: PlanIndex,
  ) => {
    const written = orWarn(log, () => approved.find(question));
    if (written === undefined || found.outcome === 'rejected') return found;
    return withApproved(found, written, within(index, documentIds), config.publicUrl);
  };
  return {
    ask: (question, options = {}) =>
      live.use(async (index) => {
        const { documentIds, signal, inOwnWords, answerId } = options;
        checkDocuments(index, documentIds);
        signal?.throwIfAborted();
        const context = (inOwnWords ? plainOf : contextOf)(askedOf(index, documentIds));
        const found = withEditionNotes(await reply(context, question, options), index.documents);
        signal?.throwIfAborted();
        const answer = writtenBefore(found, question, options, index);
        if (answerId !== undefined) orWarn(log, () => asked.note(answerId, answer));
        logAnswer(log, question, answer);
        return answer;
      }),
    isAnswered: (question) =>
      live.use((index) => isAnswered(question, plainOf(validOf(index)), answeredOf(index))),
    forget: async (conversation) => {
      checkConversation(conversation);
      return conversations.forget(conversation);
    },
  };
}

function lookingOf(live: IndexSource, { askedOf, plainOf }: Contexts): Looking {
  const read = (among: PlanIndex, text: string, documentIds?: readonly string[]) => {
    checkDocuments(among, documentIds);
    const context = plainOf(askedOf(among, documentIds));
    const query = understand(text, understandingOf(context));
    const scope = documentIds ? { ...query.scope, documentIds } : query.scope;
    return { context, index: context.index, query: { ...query, scope } };
  };
  type Read = ReturnType<typeof read>;
  const looked =
    <Result>(look: (read: Read, limit: number) => Promise<Result>, usual: number) =>
    (text: string, { documentIds, limit = usual }: SearchOptions = {}): Promise<Result> =>
      live.use((index) => look(read(index, text, documentIds), limit));
  return {
    search: looked(({ index, query }, limit) => search(index, query, limit), SEARCH_LIMIT),
    explain: looked(({ index, query }, limit) => explain(index, query, limit), EXPLAIN_LIMIT),
    weigh: looked(({ context, query }, limit) => weigh(query, context, limit), WEIGH_LIMIT),
    searchTerms: (text) => {
      const { index, query } = read(live.current(), text);
      return searchTerms(query, index.segmenter);
    },
  };
}

/** Asks only where it is not known already. */
function isAnswered(
  question: string,
  context: AnswerContext,
  known: Map<string, Promise<boolean>>,
): Promise<boolean> {
  const tried =
    known.get(question) ??
    converse(question, context, {}).then(({ answer }) => answer.outcome === 'answered');
  if (known.size >= MAX_TRIED) known.clear();
  known.set(question, tried);
  return tried;
}

/** Runs what an answer can do without. */
function orWarn<Result>(log: Logger, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof YoujuError && error.code === 'STATE_UNUSABLE')) throw error;
    log.warn({ err: error }, 'what is kept beside answers failed');
    return undefined;
  }
}

/** Only these documents; all where none are named. */
const within = (index: PlanIndex, documentIds: readonly string[] = []): PlanIndex => {
  const others = index.documents.flatMap(({ id }) => (documentIds.includes(id) ? [] : [id]));
  return documentIds.length === 0 ? index : withoutDocuments(index, new Set(others));
};

function checkDraft(draft: ApprovedDraft, index: PlanIndex, publicUrl: string): void {
  const { questions, sentences, passageIds } = draft;
  if (questions.length === 0 || sentences.length === 0 || passageIds.length === 0)
    throw new YoujuError('INPUT_INVALID', '请写明问题、答案和作为依据的段落。');
  const unknown = passageIds.filter((id) => !index.passage(id));
  if (unknown.length > 0) throw unknownPassages(unknown);
  const proven = proveWriting(draft, index, publicUrl);
  if ('problem' in proven) {
    const { message, words } = proven.problem;
    throw new YoujuError(
      'INPUT_INVALID',
      `这句话没有得到证明：“${proven.sentence}”——${message}（${words}）。请照原文改写，或换别的段落。`,
    );
  }
}

function createContext(index: PlanIndex, { seedsDir, publicUrl, caution }: Config): AnswerContext {
  const synonyms = loadSynonyms(seedsDir);
  const clocks = { nowMs: () => performance.now(), now: () => new Date() };
  return {
    index,
    synonyms,
    publicUrl,
    ...clocks,
    ...(caution !== null && { caution }),
  };
}

const summaryOf = ({ outcome, kind, citations, timings }: Answer): object => ({
  outcome,
  kind,
  documents: [...new Set(citations.map(({ documentId }) => documentId))],
  citations: citations.length,
  ...timings,
});

function logAnswer(log: Logger, question: string, answer: Answer): void {
  log.info(summaryOf(answer), 'answered');
  log.debug({ question, answer: answer.answer }, 'question and answer');
}

const CONVERSATION_ID = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

function checkConversation(id: string): void {
  if (CONVERSATION_ID.test(id)) return;
  throw new YoujuError('INPUT_INVALID', '对话名称应是 1 到 200 个字符，不含控制字符。');
}

function prove(
  sentence: string,
  ids: readonly string[],
  index: PlanIndex,
  publicUrl: string,
): SentenceProof {
  const passages = ids.flatMap((id) => index.passage(id) ?? []);
  const unknown = ids.filter((id) => passages.every((passage) => passage.id !== id));
  if (unknown.length > 0) throw unknownPassages(unknown);
  return proveSentence(sentence, passages, index, publicUrl);
}

const unknownPassages = (ids: readonly string[]): YoujuError =>
  new YoujuError(
    'INPUT_INVALID',
    `没有编号为 ${ids.join('、')} 的段落，可能文件已经更新。请重新检索，再用新的编号。`,
  );
