import type { SourceBlock, SourceCell, SourceRow } from '../model.ts';
import type { SourceLine } from './source-line.ts';
import { columnName, type Grid, type GridRow } from './table-grid.ts';

type SourceTable = Extract<SourceBlock, { type: 'table' }>;

const HAS_FIGURE = /\d/;

/** A table of a file as the text tables are read; null where it has no more than one column or row. */
export function gridOfBlock(
  block: SourceTable,
  rowLines: readonly SourceLine[],
  next: number,
): Grid | null {
  const first = rowLines[0];
  const width = Math.max(0, ...block.rows.map(widthOf));
  const heads = headerRows(block, width);
  if (first === undefined || width < 2 || block.rows.length <= heads.to) return null;
  const filled = fillSpans(block.rows, width);
  return {
    columns: columnNames(filled.slice(heads.from, heads.to), width),
    rows: filled.slice(heads.to).map((cells, index): GridRow => {
      const line = rowLines[heads.to + index] ?? first;
      const printed = block.rows[heads.to + index]?.cells.map(({ text }) => text.trim()) ?? [];
      return {
        cells: cells.map((cell) => (cell === null || isFarFigure(cell) ? null : cell.text)),
        text: printed.filter((text) => text !== '').join(' '),
        lines: [line.number, line.number],
        page: line.page,
      };
    }),
    first,
    next,
  };
}

/** The title that a table brings in its first row, over all columns; null where it brings none. */
export function titleInside(block: SourceTable): string | null {
  const width = Math.max(0, ...block.rows.map(widthOf));
  return startsWithTitle(block, width) ? (block.rows[0]?.cells[0]?.text.trim() ?? null) : null;
}

function startsWithTitle({ rows }: SourceTable, width: number): boolean {
  const [first] = rows;
  const [cell] = first?.cells ?? [];
  return rows.length > 2 && width > 1 && first?.cells.length === 1 && cell?.columnSpan === width;
}

/** Which rows name the columns, end excluded: as the format says, else as deep as the first row's merged cells go. */
function headerRows(block: SourceTable, width: number): { from: number; to: number } {
  const from = startsWithTitle(block, width) ? 1 : 0;
  const depths = block.rows[from]?.cells.map(({ rowSpan }) => rowSpan) ?? [];
  const hasWideCell = block.rows[from]?.cells.some(({ columnSpan }) => columnSpan > 1) ?? false;
  const merged = hasWideCell ? Math.max(1, ...depths) : 1;
  return { from, to: Math.max(block.headerRows, from + merged) };
}

function widthOf({ cells }: SourceRow): number {
  return Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan));
}

interface Filled {
  readonly text: string;
  /** It was copied down or sideways from where it is printed. */
  readonly isCopy: boolean;
}

/** A cell a column: one merged over columns stands in its first, one merged over rows in each of them. */
function fillSpans(
  rows: readonly SourceRow[],
  width: number,
): readonly (readonly (Filled | null)[])[] {
  const grid = rows.map(() => Array.from({ length: width }, (): Filled | null => null));
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) place(grid, cell, row);
  });
  return grid;
}

function place(grid: (Filled | null)[][], cell: SourceCell, row: number): void {
  const text = cell.text.replace(/\s*\n\s*/g, ' ').trim();
  if (text === '') return;
  for (let below = 0; below < cell.rowSpan; below += 1) {
    const target = grid[row + below];
    if (target !== undefined) target[cell.column] = { text, isCopy: below > 0 };
  }
}

/** A figure is quoted only where it is printed; a merged word (a group, a department) holds for each row. */
function isFarFigure({ text, isCopy }: Filled): boolean {
  return isCopy && HAS_FIGURE.test(text);
}

/** Of a head over several rows the lowest name of each column, after what stands over it. */
function columnNames(
  heads: readonly (readonly (Filled | null)[])[],
  width: number,
): readonly string[] {
  return Array.from({ length: width }, (_, column) => {
    const names = heads.flatMap((row) => row[column] ?? []).filter(({ isCopy }) => !isCopy);
    return columnName(names.at(-1)?.text ?? '');
  });
}
