import type { PassageKind } from '../../../model.ts';
import { textParameter } from '../query-parameters.ts';

export const KINDS: Readonly<Record<PassageKind, string>> = {
  text: '正文',
  row: '表格',
  note: '表注',
  outline: '标题',
  front: '文件头',
};

const isKind = (value: string): value is PassageKind => Object.hasOwn(KINDS, value);

/** What the address of a search asks for; empty means all. */
export interface SearchQuery {
  readonly text: string;
  readonly documentId: string;
  /** Outermost heading. */
  readonly chapter: string;
  /** A year the passage names, as printed. */
  readonly year: string;
  readonly kind: PassageKind | '';
  /** From 1. */
  readonly page: number;
}

/** Reads a form's parameters; what no form of ours sends counts as not sent. */
export function readSearchQuery(query: Readonly<Record<string, unknown>>): SearchQuery {
  const kind = textParameter(query.kind) ?? '';
  const page = textParameter(query.page) ?? '';
  return {
    text: textParameter(query.q)?.trim() ?? '',
    documentId: textParameter(query.document) ?? '',
    chapter: textParameter(query.chapter) ?? '',
    year: textParameter(query.year) ?? '',
    kind: isKind(kind) ? kind : '',
    page: /^[1-9]\d{0,3}$/u.test(page) ? Number(page) : 1,
  };
}

/** Whether a filter is in force. */
export const isNarrowed = ({ documentId, chapter, year, kind }: SearchQuery): boolean =>
  documentId + chapter + year + kind !== '';

/** Address of a search; what is empty is left out. */
export function searchLink(query: SearchQuery): string {
  const { text, documentId, chapter, year, kind, page } = query;
  const pairs = [
    ['q', text],
    ['document', documentId],
    ['chapter', chapter],
    ['year', year],
    ['kind', kind],
    ['page', page === 1 ? '' : String(page)],
  ];
  return `/search?${new URLSearchParams(pairs.filter(([, value]) => value !== ''))}`;
}
