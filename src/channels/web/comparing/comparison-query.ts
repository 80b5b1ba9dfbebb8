import { textParameter, textParameters } from '../query-parameters.ts';

export const SORTS = {
  table: '按原表',
  name: '按名称',
  unit: '按单位',
  property: '按属性',
} as const;
export type Sort = keyof typeof SORTS;

/** What the address of the comparison asks for; empty means all. */
export interface ComparisonQuery {
  /** Words that the name, unit or category must hold. */
  readonly text: string;
  readonly category: string;
  readonly property: string;
  readonly documentIds: readonly string[];
  readonly sort: Sort;
}

const isSort = (value: string | undefined): value is Sort =>
  value !== undefined && Object.hasOwn(SORTS, value);

/** Reads a form's parameters; what no form of ours sends counts as not sent. */
export function readComparisonQuery(query: Readonly<Record<string, unknown>>): ComparisonQuery {
  const sort = textParameter(query.sort);
  return {
    text: textParameter(query.q)?.trim() ?? '',
    category: textParameter(query.category) ?? '',
    property: textParameter(query.property) ?? '',
    documentIds: textParameters(query.document),
    sort: isSort(sort) ? sort : 'table',
  };
}

/** The same as parameters of an address; what is empty is left out. */
export function comparisonParameters(query: ComparisonQuery): URLSearchParams {
  const pairs = [
    ['q', query.text],
    ['category', query.category],
    ['property', query.property],
    ...query.documentIds.map((id) => ['document', id]),
    ['sort', query.sort === 'table' ? '' : query.sort],
  ];
  return new URLSearchParams(pairs.filter(([, value]) => value !== ''));
}
