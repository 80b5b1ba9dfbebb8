import { readMarker } from './numbering.ts';
import type { SourceLine } from './source-line.ts';
import { type Cell, columnName, type Grid, type GridRow, gridRow } from './table-grid.ts';

const HEAD_START = /^(?:序号|编号)$/u;
const MAX_COLUMNS = 10;
const MIN_COLUMNS = 3;
const MAX_NAME = 16;
const MAX_ROW_LINES = 40;
/** 一、知识产权保护方面（共2项）, and no sentence. */
const GROUP = /^[^。；]{2,40}$/u;
const GROUP_NAME = /^[\u4e00-\u9fff]{2,12}$/u;
const GROUP_SIGN = /^[一二三四五六七八九十]+、|（共\d+项）$/u;

/** A table whose cells stand a line each, without anything between them: 序号, the other columns, then 1, 2, 3… */
export function readPlainTable(lines: readonly SourceLine[], start: number): Grid | null {
  const first = lines[start];
  if (first === undefined || !HEAD_START.test(columnName(first.text))) return null;
  const head = headOf(lines, start);
  if (head === null) return null;
  const { rows, next } = readRows(lines, head);
  return rows.length < 2 ? null : { columns: head.columns, rows, first, next };
}

interface Head {
  readonly columns: readonly string[];
  /** The first line after it. */
  readonly end: number;
  /** A name over the first row that is no column's: such names stand over other rows too. */
  readonly hasGroups: boolean;
}

/** The names of the columns: short lines up to the first row, or to the group over it. */
function headOf(lines: readonly SourceLine[], start: number): Head | null {
  let end = start;
  while (end - start <= MAX_COLUMNS && !startsRow(lines, end, 1)) {
    const text = lines[end]?.text;
    if (text === undefined || text.length > MAX_NAME * 2) return null;
    end += 1;
  }
  if (!startsRow(lines, end, 1)) return null;
  const hasGroups = hasGroupOverFirst(lines, start, end);
  if (hasGroups || GROUP_SIGN.test(lines[end - 1]?.text ?? '')) end -= 1;
  const columns = lines.slice(start, end).map(({ text }) => columnName(text));
  const areNames = columns.every((name) => name.length <= MAX_NAME && !/[。；]/u.test(name));
  return areNames && columns.length >= MIN_COLUMNS ? { columns, end, hasGroups } : null;
}

/** 经济发展 over the first row is no column: all its rows but one have a cell less. */
function hasGroupOverFirst(lines: readonly SourceLine[], start: number, end: number): boolean {
  const sizes: number[] = [];
  let from = end;
  for (let number = 2; sizes.length < MAX_COLUMNS; number += 1) {
    const next = nextRow(lines, from, number);
    if (next === null) break;
    sizes.push(next - from);
    from = next;
  }
  return sizes.length > 0 && Math.min(...sizes) === end - start - 1;
}

function nextRow(lines: readonly SourceLine[], from: number, number: number): number | null {
  for (let at = from + 2; at <= from + MAX_ROW_LINES; at += 1)
    if (startsRow(lines, at, number)) return at;
  return null;
}

function startsRow(lines: readonly SourceLine[], index: number, number: number): boolean {
  return lines[index]?.text === String(number);
}

function readRows(
  lines: readonly SourceLine[],
  { columns, end: start, hasGroups }: Head,
): { rows: readonly GridRow[]; next: number } {
  const rows: GridRow[] = [];
  const width = columns.length;
  let next = start;
  for (let number = 1; next < lines.length; number += 1) {
    const group = lines[next];
    if (group !== undefined && isGroup(lines, next, number)) {
      rows.push(gridRow([{ text: group.text, line: group }], width));
      next += 1;
    }
    if (!startsRow(lines, next, number)) break;
    const end = rowEnd(lines, next, number, { width, hasGroups });
    rows.push(gridRow(foldCells(lines.slice(next, end), width), width));
    next = end;
  }
  return { rows, next };
}

function isGroup(lines: readonly SourceLine[], index: number, number: number): boolean {
  return startsRow(lines, index + 1, number) && GROUP.test(lines[index]?.text ?? '');
}

/** Before the next number, or the group over it; a last row is as long as the columns are. */
function rowEnd(
  lines: readonly SourceLine[],
  start: number,
  number: number,
  { width, hasGroups }: { readonly width: number; readonly hasGroups: boolean },
): number {
  for (let at = start + 2; at <= start + MAX_ROW_LINES; at += 1) {
    if (!startsRow(lines, at, number + 1)) continue;
    const above = lines[at - 1]?.text ?? '';
    const isUnderGroup =
      at - start > width && (GROUP_SIGN.test(above) || (hasGroups && isName(lines, start, above)));
    return isUnderGroup ? at - 1 : at;
  }
  let end = start;
  while (end < lines.length && end - start < width && !isHeading(lines[end])) end += 1;
  return end;
}

/** Unlike the cells of a last column, the name of a group is not printed again. */
function isName(lines: readonly SourceLine[], from: number, text: string): boolean {
  const near = lines.slice(Math.max(0, from - MAX_ROW_LINES), from + MAX_ROW_LINES);
  return GROUP_NAME.test(text) && near.filter((line) => line.text === text).length === 1;
}

function isHeading(line: SourceLine | undefined): boolean {
  const family = line === undefined ? null : readMarker(line.text)?.family;
  if (family === undefined || family === null) return false;
  return family.id === 'item' || family.rank !== null;
}

/** Lines that are too many belong to the longest text among them. */
function foldCells(lines: readonly SourceLine[], width: number): readonly Cell[] {
  const cells: Cell[] = lines.map((line) => ({ text: line.text, line }));
  while (cells.length > width) {
    const at = longestPair(cells);
    const [first, second] = [cells[at], cells[at + 1]];
    if (first === undefined || second === undefined) break;
    cells.splice(at, 2, { text: `${first.text}${second.text}`, line: first.line });
  }
  return cells;
}

/** Where two lines that follow each other are longest together; the number stays by itself. */
function longestPair(cells: readonly Cell[]): number {
  let best = 1;
  for (let at = 1; at < cells.length - 1; at += 1) {
    if (lengthOf(cells, at) > lengthOf(cells, best)) best = at;
  }
  return best;
}

function lengthOf(cells: readonly Cell[], at: number): number {
  return (cells[at]?.text.length ?? 0) + (cells[at + 1]?.text.length ?? 0);
}
