import type { PlanIndex } from '../indexing/plan-index.ts';
import type { AnswerKind, Computed, DocumentInfo, Hit, Passage } from '../model.ts';
import type { Found } from '../retrieve/found.ts';
import { coverageOf } from '../retrieve/matching.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';

/** A word-for-word piece of a passage that proves a claim. */
export interface Proof {
  readonly passage: Passage;
  /** From `passage.quotable`; parts left out are shown as …… */
  readonly quote: string;
}

export interface DraftClaim {
  readonly text: string;
  readonly proofs: readonly Proof[];
  readonly computed?: readonly Computed[];
  /** In words of its own, which were held against what the proofs mean; other claims are held letter by letter. */
  readonly isFree?: true;
}

/** What a kind of answer proposes; the checks decide what of it is shown. */
export interface Draft {
  readonly kind: AnswerKind;
  readonly claims: readonly DraftClaim[];
  /** Said after the claims without proof, so it must state no fact of a document. */
  readonly remark?: string;
  readonly notes?: readonly string[];
}

/** How an answer came to its words: the judge learns how far each way can be trusted. */
export type Way =
  | 'sentence'
  | 'sentences'
  | 'paragraph'
  | 'row'
  | 'rows'
  | 'sides'
  | 'items'
  | 'headings'
  | 'section'
  | 'definition'
  | 'duty'
  | 'fact';

/** What a kind of answer proposes, with the signs only that kind can see; 0 is the neutral value of a sign. */
export interface Candidate extends Draft {
  readonly way: Way;
  readonly signs: Readonly<Record<string, number>>;
}

/** What a kind of answer may use. */
export interface Evidence extends Found {
  readonly query: Query;
  readonly index: PlanIndex;
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  /** The hits with those that read like orders to a machine, which may still be read as data. */
  readonly allHits: readonly Hit[];
  /** The same question asked of other documents, or of another time. */
  readonly retrieveWithin: (
    documentIds: readonly string[],
    asked?: Partial<Pick<Query, 'time' | 'planned'>>,
  ) => Promise<Evidence>;
}

/** One file a kind of answer; none where it has nothing to say. Whether it answers is for the judge. */
export type Kind = (evidence: Evidence) => Promise<readonly Candidate[]> | readonly Candidate[];

/** The name to say before a figure: the region, or the document where it has none. */
export const placeOf = (document: DocumentInfo | undefined): string =>
  document?.region ?? document?.shortTitle ?? '';

/** A document of a single year speaks of it, and reports the year before. */
export const isOfYear = ({ period }: DocumentInfo, year: number): boolean =>
  period !== null && period[0] === period[1] && (year === period[0] || year === period[0] - 1);

const LIKELY_DOCUMENTS = 5;
/** What a document's title says of the question against what was found in it. */
const TITLE_SHARE = 2;

/** The documents to look through, the likeliest first: those the question names, else by their titles and what was found in them. */
export function likelyDocuments({ query, hits, documents }: Evidence): readonly string[] {
  if (query.scope.documentIds.length > 0) return query.scope.documentIds;
  const worth = new Map<string, number>();
  for (const [at, { passage }] of hits.entries())
    worth.set(passage.documentId, (worth.get(passage.documentId) ?? 0) + 1 / (1 + at));
  for (const [id, found] of worth) {
    const title = flatten(documents.get(id)?.title ?? '');
    worth.set(id, found + TITLE_SHARE * coverageOf(query, title).share);
  }
  return [...worth]
    .sort(([, a], [, b]) => b - a)
    .slice(0, LIKELY_DOCUMENTS)
    .map(([id]) => id);
}

/** As many documents as one answer can set side by side. */
const MAX_SIDE_BY_SIDE = 12;

/** Of more documents than an answer can hold, those of the best hits; the answer must say that there are more. */
export function nearestOf<Item>(
  items: readonly Item[],
  documentIdOf: (item: Item) => string,
  { hits }: Evidence,
): readonly Item[] {
  if (items.length <= MAX_SIDE_BY_SIDE) return items;
  const order = [...new Set(hits.map(({ passage }) => passage.documentId))];
  const rankOf = (item: Item): number => {
    const rank = order.indexOf(documentIdOf(item));
    return rank < 0 ? order.length : rank;
  };
  return [...items].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MAX_SIDE_BY_SIDE);
}

/** Says how many documents were left out; nothing where none was. */
export const leftOut = (all: number, kept: number): string[] =>
  all > kept ? [`相关文件共有 ${all} 份，这里只列出最相关的 ${kept} 份；请说明是哪个地方。`] : [];
