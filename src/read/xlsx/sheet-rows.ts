import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { SourceCell } from '../../model.ts';
import { onOneLine } from '../line-breaks.ts';

export interface SheetRow {
  /** From 1, as the program numbers it. */
  readonly row: number;
  /** Cells with a text, and those a merge reaches over; none for a blank row. */
  readonly cells: readonly SourceCell[];
}

/** The visible rows of a sheet with merged cells as spans, and how many rows and columns are hidden. */
export function sheetRows(sheet: WorkSheet): {
  readonly rows: readonly SheetRow[];
  readonly hidden: number;
} {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const isRowHidden = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true;
  const isColumnHidden = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true;
  const merges = mergesByStart(sheet['!merges'] ?? []);
  const hiddenColumns = new Set<number>();
  let hidden = 0;
  const rows: SheetRow[] = [];
  for (const [row, cells = []] of data.entries()) {
    if (isRowHidden(row)) {
      if (cells.some(hasText)) hidden++;
      continue;
    }
    const kept: SourceCell[] = [];
    for (const [column, cell] of cells.entries()) {
      const text = printed(cell);
      const merge = merges.get(`${row},${column}`);
      if (text === '' && merge === undefined) continue;
      if (isColumnHidden(column)) hiddenColumns.add(column);
      else kept.push({ column, ...spansOf(merge, isRowHidden, isColumnHidden), text });
    }
    rows.push({ row: row + 1, cells: kept.some(({ text }) => text !== '') ? kept : [] });
  }
  return { rows, hidden: hidden + hiddenColumns.size };
}

/** The first cell of each merge, as row,column from 0. */
function mergesByStart(merges: readonly Range[]): ReadonlyMap<string, Range> {
  return new Map(merges.map((merge) => [`${merge.s.r},${merge.s.c}`, merge]));
}

/** Hidden rows and columns do not count, in print they are not there. */
function spansOf(
  merge: Range | undefined,
  isRowHidden: (row: number) => boolean,
  isColumnHidden: (column: number) => boolean,
): Pick<SourceCell, 'columnSpan' | 'rowSpan'> {
  if (merge === undefined) return { columnSpan: 1, rowSpan: 1 };
  return {
    columnSpan: countShown(merge.s.c, merge.e.c, isColumnHidden),
    rowSpan: countShown(merge.s.r, merge.e.r, isRowHidden),
  };
}

/** A merge may be said to reach to the end of the sheet: no further is looked than tables are wide or long. */
const MAX_SPAN = 1000;

function countShown(from: number, to: number, isHidden: (index: number) => boolean): number {
  let shown = 0;
  for (let index = from; index <= Math.min(to, from + MAX_SPAN); index++) {
    if (!isHidden(index)) shown++;
  }
  return Math.max(1, shown);
}

function hasText(cell: CellObject | undefined): boolean {
  return printed(cell) !== '';
}

/** What stands on paper: 2.29% and 3.0, not 0.0229 and 3. */
function printed(cell: CellObject | undefined): string {
  if (cell === undefined) return '';
  const text = cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  return onOneLine(text).trim();
}
