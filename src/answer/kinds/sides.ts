import type { DocumentInfo, DocumentKind } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import type { YearsSaid } from '../../understand/years.ts';
import { type Evidence, isOfYear } from '../draft.ts';
import { labelOf } from './claims.ts';

/** One of the documents set side by side. */
export interface Side {
  readonly label: string;
  readonly document: DocumentInfo;
  /** What time is asked of it. */
  readonly time: YearsSaid;
}

/** Asking each document by itself takes as long as the question did: not where nothing speaks for it. */
const MAY_COMPARE = 0.1;

export const isComparing = ({ wants, kinds }: Query): boolean =>
  wants.has('compare') || kinds.compare > MAY_COMPARE;

/** The documents that a question sets side by side; none where it compares nothing. */
export function sidesOf({ query, index, documents }: Evidence): Side[] {
  const { everyRegion, documentIds, regions } = query.scope;
  const named = documentIds.flatMap((id) => documents.get(id) ?? []);
  if (everyRegion && regions.length !== 1)
    return labelled(
      named.length > 1 ? named : ofCommonestKind(index.documents),
      query.time,
      documents,
    );
  const isCompared = regions.length > 1 || isComparing(query);
  return named.length > 1 && isCompared ? labelled(named, query.time, documents) : [];
}

/** Every region has its plan, and some have papers of other kinds beside it. */
function ofCommonestKind(documents: readonly DocumentInfo[]): DocumentInfo[] {
  const countOf = (kind: DocumentKind): number =>
    documents.filter((document) => document.kind === kind).length;
  const [commonest] = documents.map(({ kind }) => kind).toSorted((a, b) => countOf(b) - countOf(a));
  return documents.filter(({ kind }) => kind === commonest);
}

const labelled = (
  sides: readonly DocumentInfo[],
  time: YearsSaid,
  documents: Evidence['documents'],
): Side[] => sides.map((document) => ({ label: labelOf(document, documents), document, time }));

/** The times that can be meant of a side: a year that another side's document is of is not asked of this one. */
export function timeFor({ document, time }: Side, sides: readonly Side[]): YearsSaid {
  const isOthers = (year: number): boolean =>
    sides.some((other) => other.document.id !== document.id && isOfYear(other.document, year));
  const own = time.years.filter((year) => isOfYear(document, year));
  const years = own.length > 0 ? own : time.years.filter((year) => !isOthers(year));
  return { ...time, years, periods: own.length > 0 ? [] : time.periods };
}
