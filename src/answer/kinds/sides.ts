import type { DocumentInfo, DocumentKind } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
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
  if (everyRegion && regions.length !== 1) {
    const meant = named.length > 1 ? named : ofCommonestKind(index.documents);
    // 三家、两家 is of regions only where there are several.
    if (new Set(meant.map(({ region }) => region)).size > 1)
      return labelled(meant, query.time, documents);
  }
  if (regions.length < 2 && !isComparing(query)) return [];
  const meant = named.length > 0 ? named : calledByTitles(query.content, index.documents);
  return meant.length > 1 ? labelled(meant, query.time, documents) : [];
}

const JOINS = /[和与及跟同比较、，,\s]|以及|还是/u;
const PIECE = 2;

/** 农机和体育赛事两份文件: each part of the question holds words of one title alone. */
function calledByTitles(content: string, documents: readonly DocumentInfo[]): DocumentInfo[] {
  const titles = documents.map((document) => ({ document, title: flatten(document.title) }));
  const called = content.split(JOINS).flatMap((part) => {
    const only = piecesOf(flatten(part)).flatMap((piece) => {
      const [first, ...others] = titles.filter(({ title }) => title.includes(piece));
      return first && others.length === 0 ? [first.document] : [];
    });
    return only.slice(0, 1);
  });
  return [...new Set(called)];
}

const piecesOf = (text: string): string[] =>
  [...text].slice(PIECE - 1).map((_, at) => text.slice(at, at + PIECE));

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
