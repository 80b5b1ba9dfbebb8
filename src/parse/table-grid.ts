import type { Lines } from '../model.ts';
import type { SourceLine } from './source-line.ts';

/** A row as its cells were read, before it is known what it means. */
export interface GridRow {
  /** null where print has no cell. */
  readonly cells: readonly (string | null)[];
  /** The row as printed, where cells merged downwards were copied into it; else it is its cells. */
  readonly text?: string;
  readonly lines: Lines;
  readonly page: number | null;
}

/** A table as read from the lines; `next` is the index of the first line after it. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  readonly first: SourceLine;
  readonly next: number;
}

/** （1） or (1) before the name of an indicator. */
export const ROW_NUMBER = /^[（(]\s*(\d{1,3})\s*[）)]/;

/** Longer runs of cells are no table of a plan. */
export const MAX_TABLE_LINES = 600;

/** A cell with the line it stands on. */
export interface Cell {
  readonly text: string;
  readonly line: SourceLine;
}

export function gridRow(cells: readonly Cell[], width: number): GridRow {
  const texts = cells.map((cell) => (cell.text === '' ? null : cell.text));
  const padding = Array.from({ length: Math.max(0, width - texts.length) }, () => null);
  return {
    cells: [...texts, ...padding],
    lines: [cells[0]?.line.number ?? 0, cells.at(-1)?.line.number ?? 0],
    page: cells[0]?.line.page ?? null,
  };
}

/** A grid of rows of cells, the first of which names the columns; null where that is no table. */
export function gridOf(
  rows: readonly (readonly Cell[])[],
  first: SourceLine,
  next: number,
): Grid | null {
  const [head, ...body] = rows;
  if (head === undefined || head.length < 2 || body.length === 0) return null;
  return {
    columns: head.map((cell) => columnName(cell.text)),
    rows: body.map((cells) => gridRow(cells, head.length)),
    first,
    next,
  };
}

/** Column names are wrapped and spaced out in print: 指 标 名 称. */
export function columnName(cell: string): string {
  return cell.replace(/\s+/g, '');
}
