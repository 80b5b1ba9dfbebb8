import type { SourceRow } from '../model.ts';

/**
 * How many rows at the top of a table name its columns, where the file does not say: the first, and as far
 * down as its cells reach. Of a single row, or of one that is all one cell, it is none.
 */
export function headerRowsOf(rows: readonly SourceRow[]): number {
  const [first] = rows;
  if (first === undefined || rows.length < 2 || first.cells.length < 2) return 0;
  return Math.min(rows.length - 1, Math.max(...first.cells.map(({ rowSpan }) => rowSpan)));
}
