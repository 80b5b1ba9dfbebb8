import type { Indicator } from '../../../model.ts';
import { numberOf, readPrinted } from './printed-value.ts';

/** Ways to order the rows of one indicator, and what the column's `aria-sort` then says. */
export const ROW_ORDERS = {
  document: 'ascending',
  base: 'descending',
  target: 'descending',
} as const;
export type RowOrder = keyof typeof ROW_ORDERS;

export const isRowOrder = (value: string | undefined): value is RowOrder =>
  value !== undefined && Object.hasOwn(ROW_ORDERS, value);

/** Largest number first; what is no number comes last, in the order it came in. */
export function orderRows(rows: readonly Indicator[], order: RowOrder): readonly Indicator[] {
  if (order === 'document') return rows;
  const rankOf = (row: Indicator): number =>
    numberOf(readPrinted(row[order])) ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(b) - rankOf(a)));
}
