import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AccessFile, type Rights } from './access/access-file.ts';
import type { Viewer } from './access/access-rules.ts';
import { type View, viewsOf } from './app-view.ts';
import { type Change, compareDocuments } from './changes/compare-documents.ts';
import type { Config } from './config.ts';
import {
  type AddOptions,
  addFile as addSeedFile,
  type Removal,
  removeDocument as removeSeedFile,
} from './editing/edit-documents.ts';
import { createEditor, type Editor } from './editing/editor.ts';
import { IngestRuns } from './editing/ingest-runs.ts';
import { type Preview, previewFile, readDocument } from './editing/preview-file.ts';
import { createTemporaryLibrary, type HandedIn } from './editing/temporary-library.ts';
import { EMBEDDING_PASSAGES } from './endpoint/gate-settings.ts';
import { YoujuError } from './errors.ts';
import {
  type EvaluateOptions,
  evaluateFiles,
  type JudgedEvaluation,
} from './evaluate/evaluate-files.ts';
import { type BuildOutcome, buildIndex } from './indexing/build-index.ts';
import type { BuildProgress } from './indexing/build-progress.ts';
import type { EmbeddingEstimate } from './indexing/embed-remotely.ts';
import { createLiveIndex } from './indexing/live-index.ts';
import { openIndex } from './indexing/open-index.ts';
import type { PlanIndex } from './indexing/plan-index.ts';
import { sourceWithout } from './indexing/without-documents.ts';
import { openState } from './kept-state.ts';
import { createLogger, type Logger } from './log.ts';
import type { PlanDocument, Refusal } from './model.ts';
import { openEmbedding, openModels } from './models.ts';
import { type Outline, outlineOf } from './parse/outline.ts';
import type { ApprovedAnswers } from './state/approved-answers.ts';
import type { ChannelSettings } from './state/channel-settings.ts';
import type { EventLedger } from './state/event-ledger.ts';
import type { FeedbackStore } from './state/feedback-store.ts';
import type { Greeted } from './state/greeted.ts';
import { keepGonePassages } from './state/keep-gone-passages.ts';
import { noteEditions } from './state/note-editions.ts';
import { type Report, reportOf } from './state/report.ts';
import type { SharedAnswers } from './state/shared-answers.ts';
import type { Subscriptions } from './state/subscriptions.ts';
import { NameSearch } from './understand/name-search.ts';

export type { Viewer } from './access/access-rules.ts';
export type { IndicatorGroup } from './answer/kinds/indicator-groups.ts';
export type { Slogan } from './answer/kinds/slogans.ts';
export type { SentenceProof } from './answer/prove-sentence.ts';
export type { WeighedCandidate } from './answer/weigh.ts';
export type { AskOptions, Health, SearchOptions } from './app-view.ts';
export type { Change } from './changes/compare-documents.ts';
export type { Editor } from './editing/editor.ts';
export type { StagedFile, StagedReading } from './editing/staging-area.ts';
export type { NewEdition, ToldChange } from './indexing/changed-editions.ts';
export type { OpenDocument, Original } from './library.ts';
export type { Explanation } from './retrieve/explain.ts';
export type { SearchTerm } from './retrieve/search.ts';
export type { ApprovedAnswer } from './state/approved-answers.ts';
export type { EditorWriting } from './state/editor-writing.ts';
export type { AcceptedQuestion, UnfinishedQuestion } from './state/event-ledger.ts';
export type { FeedbackComment } from './state/feedback-store.ts';
export type { Heard, News } from './state/news.ts';
export type { Report } from './state/report.ts';
export type { SharedAnswer } from './state/shared-answers.ts';
export type { DueNews, Subscribed, Subscription } from './state/subscribed.ts';
export type { Whereabouts } from './state/whereabouts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The whole of Youju as channels see it. */
export interface App extends View {
  /**
   * The same for somebody: documents they may not see (YOUJU_ACCESS) are in nothing that it answers. For one moment:
   * ask anew for each request. The same rules for the same rights give the same App.
   */
  seenBy(viewer: Viewer): App;
  readonly approved: Pick<ApprovedAnswers, 'list'> & {
    /** False where there is none of that id. Logged with who removed it. */
    remove(id: string, who: string): boolean;
  };
  /** What people asked for in the last days and did not get, grouped. Throws STATE_UNUSABLE. */
  report(days: number): Report;
  readonly feedback: Pick<FeedbackStore, 'give' | 'count' | 'comments'>;
  readonly events: Omit<EventLedger, 'close' | 'forget'>;
  readonly settings: Omit<ChannelSettings, 'close'>;
  readonly greeted: Pick<Greeted, 'isFirst'>;
  readonly shared: Omit<SharedAnswers, 'close'>;
  readonly subscriptions: Omit<Subscriptions, 'close' | 'forget' | 'followed' | 'note'>;
  close(): Promise<void>;
}

/**
 * Puts Youju together. What happens is logged where a log is handed in. Throws INDEX_MISSING, INDEX_STALE or INDEX_DAMAGED where there is
 * no index to answer from.
 */
export async function createApp(config: Config, log = createLogger('silent')): Promise<App> {
  const { indexDir, seedsDir } = config;
  const access = config.accessFile === null ? null : new AccessFile(config.accessFile, log);
  const models = await openModels(config);
  const open = () => openIndex({ indexDir, seedsDir, embedding: models.embedding });
  const everyDocument = await createLiveIndex({ indexDir, open, log });
  const kept = openState(config);
  const { feedback, events, settings, greeted, shared, approved, asked, subscriptions } = kept;
  const viewFrom = viewsOf({ config, models, kept, log });
  const rest = {
    approved: {
      list: () => approved.list(),
      remove: (id: string, who: string) => {
        const isRemoved = approved.remove(id);
        if (isRemoved) log.info({ who, removed: id }, 'an editor’s answer was removed');
        return isRemoved;
      },
    },
    report: (days: number) => {
      const sinceMs = Date.now() - days * DAY_MS;
      return reportOf(asked.since(sinceMs), feedback.unhelpfulSince(sinceMs), sinceMs);
    },
    feedback,
    events,
    settings,
    greeted,
    shared,
    subscriptions,
    close: async () => {
      await everyDocument.close();
      kept.close();
      models.close();
    },
  };
  const everything: App = {
    ...viewFrom(everyDocument),
    ...rest,
    // Whatever is made of it by spreading shows all of itself.
    seenBy() {
      return this;
    },
  };
  if (access === null) return everything;
  warnOfSlips(access, everyDocument.current(), log);
  const seenBy = oncePerRights(access, ({ hiddenAmong }) => ({
    ...everything,
    seenBy,
    ...viewFrom(sourceWithout(everyDocument, hiddenAmong)),
  }));
  return { ...everything, seenBy };
}

/** Documents that a rule misnames are open to all. */
function warnOfSlips(access: AccessFile, { documents }: PlanIndex, log: Logger): void {
  const slips = access.namingNothing(documents);
  if (slips.length > 0) log.warn({ slips }, 'access rules name what is not there');
}

/** What is made for each set of rights, until the rules change. */
function oncePerRights(access: AccessFile, make: (rights: Rights) => App): App['seenBy'] {
  const known = new Map<string, App>();
  let version = 0;
  return (viewer) => {
    const rights = access.rightsOf(viewer);
    if (rights.version !== version) known.clear();
    version = rights.version;
    const app = known.get(rights.key) ?? make(rights);
    known.set(rights.key, app);
    return app;
  };
}

export interface IngestOptions {
  readonly force?: boolean;
  readonly onProgress?: BuildProgress;
  /** Hears what a model elsewhere will be asked for, before it is. */
  readonly onEstimate?: (estimate: EmbeddingEstimate) => void;
  readonly signal?: AbortSignal;
}

export interface IngestSummary extends Pick<BuildOutcome, 'changed' | 'generation' | 'embedded'> {
  readonly documents: number;
  readonly passages: number;
  readonly seconds: number;
  /** Files that could not be read. */
  readonly refused: readonly Refusal[];
  /** What was dropped or could not be read of the others, by file name. */
  readonly warnings: Readonly<Record<string, readonly string[]>>;
  /** What went wrong beside the index, for the person. */
  readonly warning?: string;
  /** What a model elsewhere used; 0 where none is asked. */
  readonly tokens: number;
}

/** Brings the index up to date with the seeds. */
export async function ingest(config: Config, options: IngestOptions = {}): Promise<IngestSummary> {
  const startedMs = performance.now();
  const { seedsDir, indexDir } = config;
  const remote = await openEmbedding(config.openai, EMBEDDING_PASSAGES);
  const outcome = await buildIndex({
    seedsDir,
    indexDir,
    embedding: remote && (() => remote.method),
    ...options,
  });
  const { manifest, changed, generation, embedded } = outcome;
  const warnings = keepWhatChanged(config, outcome);
  return {
    changed,
    generation,
    embedded,
    ...(warnings.length > 0 && { warning: warnings.join('') }),
    refused: manifest.refused,
    warnings: manifest.warnings,
    documents: manifest.counts.documents,
    passages: manifest.counts.passages,
    seconds: (performance.now() - startedMs) / 1000,
    tokens: remote?.endpoint.tokens ?? 0,
  };
}

/** What went wrong, for the person: the index is good without either. */
function keepWhatChanged(config: Config, outcome: BuildOutcome): readonly string[] {
  const { subscriptions, close } = openState(config);
  try {
    const gone = keepGonePassages(config, outcome);
    const unnoted = noteEditions(config, outcome, subscriptions);
    return [gone, unnoted].filter((warning) => warning !== undefined);
  } finally {
    close();
  }
}

/** Files that somebody handed in, to be asked; gone when closed. */
export interface OpenFiles {
  /** Knows nothing but these files. */
  readonly app: App;
  /** Those that could not be read. */
  readonly refused: readonly Refusal[];
  close(): Promise<void>;
}

/**
 * Reads files that somebody handed in, into a library of their own that the rules of who sees what do not name.
 * Throws a FILE_ code where none of them can be read.
 */
export async function openFiles(
  config: Config,
  files: readonly HandedIn[],
  log: Logger,
): Promise<OpenFiles> {
  const { remove, paths, ...folders } = await createTemporaryLibrary(config.seedsDir, files);
  try {
    const own: Config = { ...config, ...folders, accessFile: null };
    const { refused } = await ingest(own);
    const app = await createApp(own, log);
    const close = async (): Promise<void> => {
      await app.close();
      await remove();
    };
    return { app, refused, close };
  } catch (error) {
    const isUnread = error instanceof YoujuError && error.code === 'SEEDS_MISSING';
    const whys = isUnread ? await Promise.all(paths.map(whyUnread)) : [];
    await remove();
    throw isUnread ? new YoujuError('FILE_UNREADABLE', whys.join('\n'), { cause: error }) : error;
  }
}

async function whyUnread(path: string): Promise<string> {
  const read = await previewFile(path);
  return read.ok ? '' : `《${basename(path)}》没有读成：${read.error.message}`;
}

/** What editors may do from a channel. */
export function openEditor(config: Config, log: Logger): Editor {
  const now = (): Date => new Date();
  const runs = new IngestRuns({
    ingest: (onProgress) => ingest(config, { onProgress }),
    onFailure: (error) => log.error({ err: error }, 'ingest failed'),
    now,
  });
  return createEditor({ place: config, runs, log, now });
}

/** What would be read of a file anywhere on the disk; keeps nothing. */
export const preview = (file: string): Promise<Preview> => previewFile(file);

/** Copies a file that can be read into the seeds folder; `ingest` then reads it. */
export const addFile = (config: Config, path: string, options?: AddOptions): Promise<Preview> =>
  addSeedFile(config, path, options);

/** Takes a document's file out of the seeds folder and keeps it in the state folder. */
export const removeDocument = (config: Config, id: string): Promise<Removal> =>
  removeSeedFile(config, id);

/** What changed from one document to another; each is an id, or a file that need not be added. */
export async function changesBetween(
  app: App,
  before: string,
  after: string,
): Promise<readonly Change[]> {
  const known = new Set(app.documents().map(({ id }) => id));
  const open = (named: string): PlanDocument | Promise<PlanDocument> =>
    known.has(named) || !existsSync(named) ? app.document(named).document : readDocument(named);
  return compareDocuments(await open(before), await open(after));
}

/** Names to be found while they are typed, by letters and by sound. */
export const createNameSearch = (names: readonly string[]): Pick<NameSearch, 'find'> =>
  new NameSearch(names);

/** Structure of one document or of all, as data. */
export const outline = (app: App, id?: string): Outline[] =>
  (id === undefined ? app.documents().map((document) => document.id) : [id]).map((documentId) => {
    const { document, indicators, responsibilities } = app.document(documentId);
    return outlineOf(document, indicators, responsibilities);
  });

/** Asks every question of golden sets and sums the answers up. */
export const evaluate = (
  app: App,
  files: readonly string[],
  options: EvaluateOptions = {},
): Promise<JudgedEvaluation> =>
  evaluateFiles(
    files,
    new Map(app.documents().map(({ id }) => [id, app.reading(id).text])),
    (question, turns) => app.ask(question, { turns }),
    options,
  );
