import type { IndicatorGroup } from '../../../app.ts';
import type { DocumentInfo, Indicator } from '../../../model.ts';
import { holdsWords } from '../../comparable.ts';
import type { ComparisonQuery } from './comparison-query.ts';

/** What one document has of an indicator. */
export interface ComparisonCell {
  readonly document: DocumentInfo;
  /** Empty where its tables have no such row; several where they print it more than once. */
  readonly rows: readonly Indicator[];
  /** Of such a document: rows called nearly the same. */
  readonly near: readonly Indicator[];
}

/** One indicator across the documents shown. */
export interface ComparisonLine {
  readonly group: IndicatorGroup;
  readonly cells: readonly ComparisonCell[];
}

export interface Comparison {
  /** Those that have any indicator. */
  readonly documents: readonly DocumentInfo[];
  readonly shown: readonly DocumentInfo[];
  readonly lines: readonly ComparisonLine[];
  readonly categories: readonly string[];
  readonly properties: readonly string[];
}

/** More columns than this nobody reads side by side; the page says that there are more. */
export const MAX_COLUMNS = 6;

/** The indicators that a query asks for, side by side. */
export function compare(
  groups: readonly IndicatorGroup[],
  documents: readonly DocumentInfo[],
  query: ComparisonQuery,
): Comparison {
  const rows = groups.flatMap((group) => group.rows);
  const withRows = documents.filter(({ id }) => rows.some((row) => row.documentId === id));
  const chosen = withRows.filter(({ id }) => query.documentIds.includes(id));
  const shown = chosen.length > 0 ? chosen : withRows.slice(0, MAX_COLUMNS);
  const lines = groups
    .filter((group) => isAsked(group, shown, query))
    .map((group) => ({ group, cells: shown.map((document) => cellOf(group, document)) }));
  return {
    documents: withRows,
    shown,
    lines: sorted(lines, query),
    categories: distinct(groups.map(({ category }) => category)),
    properties: distinct(rows.map(({ property }) => property)),
  };
}

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

export function cellOf({ rows, near }: IndicatorGroup, document: DocumentInfo): ComparisonCell {
  const isOwn = ({ documentId }: Indicator): boolean => documentId === document.id;
  const own = rows.filter(isOwn);
  return { document, rows: own, near: own.length > 0 ? [] : near.filter(isOwn) };
}

/** As the table prints it whose name the group has. */
export const unitOf = ({ name, rows }: IndicatorGroup): string | null =>
  rows.find((row) => row.name === name)?.unit ?? null;

/** All that an indicator may be looked up by. */
export const wordsOf = ({ rows, category }: IndicatorGroup): string =>
  [category ?? '', ...rows.flatMap(({ name, unit }) => [name, unit ?? ''])].join(' ');

function isAsked(
  group: IndicatorGroup,
  shown: readonly DocumentInfo[],
  { text, category, property }: ComparisonQuery,
): boolean {
  const rows = group.rows.filter((row) => shown.some(({ id }) => id === row.documentId));
  return (
    rows.length > 0 &&
    holdsWords(wordsOf(group), text) &&
    (category === '' || group.category === category) &&
    (property === '' || rows.some((row) => row.property === property))
  );
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** In the order of the tables where the query names no other. */
function sorted(lines: readonly ComparisonLine[], { sort }: ComparisonQuery): ComparisonLine[] {
  const keyOf = ({ group: { name, rows } }: ComparisonLine): string => {
    if (sort === 'name') return name;
    return (sort === 'unit' ? rows[0]?.unit : rows[0]?.property) ?? '';
  };
  if (sort === 'table') return [...lines];
  return [...lines].sort((a, b) => collator.compare(keyOf(a), keyOf(b)));
}
