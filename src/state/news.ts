import type { NewEdition, ToldChange } from '../indexing/changed-editions.ts';
import type { DocumentInfo } from '../model.ts';
import { concerns, type Subscribable, subscribedTo } from './subscribable.ts';
import type { Subscribed } from './subscribed.ts';

/** An edition as it is told to somebody. */
export interface News {
  readonly info: DocumentInfo;
  /** The edition before as a document of its own; null where the file was replaced, and where there was none. */
  readonly former: DocumentInfo | null;
  readonly isNew: boolean;
  /** Those that somebody wants to hear of, figures first. */
  readonly changes: readonly ToldChange[];
  /** How many more there are. */
  readonly others: number;
}

/** What some editions are to a subscription. */
export interface Heard {
  readonly news: readonly News[];
  /** The document it is about is no longer there. */
  readonly isGone: boolean;
  /** What it is about from now on: the edition that took the place of its document; null where none did. */
  readonly goesOnAs: Subscribed | null;
}

/** What of some editions concerns a subscription, among the documents of a library. */
export function newsFor(
  subscribed: Subscribed,
  editions: readonly NewEdition[],
  library: Subscribable,
): Heard {
  const { kind, name } = subscribed;
  const byId = new Map(library.documents().map((info) => [info.id, info]));
  const news = editions.flatMap((edition) => newsOf(subscribed, edition, { byId, library }));
  const isOfDocument = kind === 'document';
  const later = editions.findLast(
    ({ documentId, beforeId }) => isOfDocument && beforeId === name && documentId !== name,
  );
  const laterInfo = later && byId.get(later.documentId);
  const last = editions.findLast(({ documentId }) => isOfDocument && documentId === name);
  return {
    news,
    isGone: last?.isGone === true && laterInfo === undefined,
    goesOnAs: laterInfo ? subscribedTo(laterInfo) : null,
  };
}

interface Among {
  readonly byId: ReadonlyMap<string, DocumentInfo>;
  readonly library: Subscribable;
}

function newsOf(
  subscribed: Subscribed,
  edition: NewEdition,
  { byId, library }: Among,
): readonly News[] {
  const info = byId.get(edition.documentId);
  const { beforeId, isGone } = edition;
  const saysTheSame = beforeId !== null && edition.count === 0;
  if (info === undefined || isGone || saysTheSame) return [];
  const former = beforeId === null || beforeId === info.id ? null : (byId.get(beforeId) ?? null);
  const isLater = subscribed.kind === 'document' && beforeId === subscribed.name;
  if (!isLater && !concerns(subscribed, info, library)) return [];
  // What it was before is of a document that is not for whoever is told, or that is gone as well.
  const isUnseen = beforeId !== null && beforeId !== info.id && former === null;
  const changes = isUnseen ? [] : changesFor(subscribed, edition, library);
  if (subscribed.kind === 'indicator' && beforeId !== null && changes.length === 0) return [];
  const isPart = isUnseen || subscribed.kind === 'indicator';
  const others = isPart ? 0 : edition.count - changes.length;
  return [{ info, former, isNew: beforeId === null, changes, others }];
}

function changesFor(
  { kind, name }: Subscribed,
  { changes }: NewEdition,
  library: Subscribable,
): readonly ToldChange[] {
  if (kind !== 'indicator') return changes;
  const names = library.indicators(name).flatMap(({ rows }) => rows.map((row) => row.name));
  const wordings = [...new Set([name, ...names])];
  return changes.filter(({ name: cell, before, after, isFigure }) =>
    wordings.some((one) =>
      cell === null ? isFigure && `${before} ${after}`.includes(one) : cell.includes(one),
    ),
  );
}
