import type { SourceRow } from '../../model.ts';
import type { PageTable } from './page-table.ts';

/** Edges of columns on two pages, this near, are the same column. */
const SAME_EDGE = 6;

/** Whether a table at the head of a page goes on with one at the foot of the page before. */
export function goesOn(above: PageTable, below: PageTable): boolean {
  if (below.page !== above.page + 1 || above.xs.length !== below.xs.length) return false;
  // Pages may be bound left and right in turn: all edges move together.
  const shift = (below.xs[0] ?? 0) - (above.xs[0] ?? 0);
  return above.xs.every((x, index) => Math.abs((below.xs[index] ?? 0) - shift - x) <= SAME_EDGE);
}

/** One table of two; a head that is printed again is left out, a row cut by the page is put together. */
export function joinTables(above: PageTable, below: PageTable): PageTable {
  const rows = withoutHead(above, below.rows);
  const [first, ...others] = rows;
  const last = above.rows.at(-1);
  const isCut = first !== undefined && last !== undefined && continuesRow(last, first);
  const joined = isCut
    ? [...above.rows.slice(0, -1), joinRows(last, first), ...others]
    : [...above.rows, ...rows];
  return { ...above, page: below.page, bottom: below.bottom, xs: below.xs, rows: joined };
}

const textOf = ({ cells }: SourceRow): string =>
  cells
    .map(({ text }) => text)
    .join('|')
    .replace(/\s/gu, '');

function withoutHead(above: PageTable, rows: readonly SourceRow[]): readonly SourceRow[] {
  const head = new Set(above.rows.slice(0, above.headerRows).map(textOf));
  return rows.filter((row) => !head.has(textOf(row)));
}

/** The rest of a row has nothing in its first column and says less than a row of its own. */
function continuesRow(last: SourceRow, first: SourceRow): boolean {
  const said = (row: SourceRow): number[] =>
    row.cells.filter(({ text }) => text !== '').map(({ column }) => column);
  const [before, after] = [said(last), said(first)];
  return (
    after.length > 0 &&
    !after.includes(0) &&
    before.includes(0) &&
    after.length <= before.length / 2 &&
    after.every((column) => before.includes(column))
  );
}

function joinRows(last: SourceRow, first: SourceRow): SourceRow {
  return {
    ...last,
    cells: last.cells.map((cell) => {
      const rest = first.cells.find(({ column }) => column === cell.column)?.text ?? '';
      return { ...cell, text: `${cell.text}${rest}` };
    }),
  };
}
