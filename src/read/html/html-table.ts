import type { SourceCell, SourceRow } from '../../model.ts';
import { headerRowsOf } from '../header-rows.ts';
import type { PageElement } from './page-tree.ts';

/** As many columns and rows as a cell may claim. */
const MAX_SPAN = 200;
/** A cell with more words than this holds an article. */
const MAX_CELL_CHARS = 2500;

export interface RawRow {
  readonly element: PageElement;
  readonly isHead: boolean;
  readonly cells: readonly PageElement[];
}

/** Rows of a table itself, not of tables inside it. */
export function rowsOf(table: PageElement): RawRow[] {
  return childElements(table).flatMap((part) => {
    if (part.name === 'tr') return [toRow(part, false)];
    if (!['thead', 'tbody', 'tfoot'].includes(part.name)) return [];
    return childElements(part)
      .filter(({ name }) => name === 'tr')
      .map((row) => toRow(row, part.name === 'thead'));
  });
}

function toRow(element: PageElement, isInHead: boolean): RawRow {
  const cells = childElements(element).filter(({ name }) => name === 'td' || name === 'th');
  const isHead = isInHead || (cells.length > 0 && cells.every(({ name }) => name === 'th'));
  return { element, isHead, cells };
}

function childElements(element: PageElement): PageElement[] {
  return element.children.filter((child) => child.type === 'element');
}

/** A table that only arranges the page: one column, one row of long texts, or tables and articles in its cells. */
export function isLayout(table: PageElement, rows: readonly RawRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const columns = Math.max(
    0,
    ...rows.map((row) => row.cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0)),
  );
  return (
    table.attributes.role === 'presentation' ||
    columns < 2 ||
    cells.filter(({ chars }) => chars > 0).length < 2 ||
    cells.some((cell) => cell.chars > MAX_CELL_CHARS || holdsTable(cell)) ||
    (rows.length === 1 && cells.some(({ chars }) => chars > 100))
  );
}

function holdsTable(element: PageElement): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.name === 'table' || holdsTable(child)),
  );
}

function spanOf(cell: PageElement, which: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attributes[which] ?? '1', 10);
  return Number.isNaN(span) || span < 1 ? 1 : Math.min(span, MAX_SPAN);
}

/** Each cell in its column, rows that reach down from above counted. */
export function toSourceRows(
  rows: readonly RawRow[],
  textOf: (cell: PageElement) => string,
  placeOf: (row: PageElement) => SourceRow['place'],
): SourceRow[] {
  /** Up to which row each column is taken. */
  const taken: number[] = [];
  return rows.map((row, index) => {
    let column = 0;
    const cells = row.cells.map((cell): SourceCell => {
      while ((taken[column] ?? 0) > index) column++;
      const columnSpan = spanOf(cell, 'colspan');
      const rowSpan = Math.min(spanOf(cell, 'rowspan'), rows.length - index);
      for (let at = column; at < column + columnSpan; at++) taken[at] = index + rowSpan;
      const source = { column, columnSpan, rowSpan, text: textOf(cell) };
      column += columnSpan;
      return source;
    });
    return { cells, place: placeOf(row.element) };
  });
}

/** Rows the page itself calls its head, or what looks like one. */
export function headerRowsIn(raw: readonly RawRow[], rows: readonly SourceRow[]): number {
  const marked = raw.findIndex(({ isHead }) => !isHead);
  return marked > 0 ? marked : headerRowsOf(rows);
}
