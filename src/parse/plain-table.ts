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
const GROUP_SIGN = /^[一二三四五六七八九十]+、|（共\d+项）$/u;

/** A table whose cells stand a line each, without anything between them: 序号, the other columns, then 1, 2, 3… */
export function readPlainTable(lines: readonly SourceLine[], start: number): Grid | null {
  const first = lines[start];
  if (first === undefined || !HEAD_START.test(columnName(first.text))) return null;
  const head = headOf(lines, start);
  if (head === null) return null;
  const { rows, next } = readRows(lines, head.end, head.columns.length);
  return rows.length < 2 ? null : { columns: head.columns, rows, first, next };
}

/** The names of the columns: short lines up to the first row, or to the group over it. */
function headOf(
  lines: readonly SourceLine[],
  start: number,
): { columns: readonly string[]; end: number } | null {
  let end = start;
  while (end - start <= MAX_COLUMNS && !startsRow(lines, end, 1)) {
    const text = lines[end]?.text;
    if (text === undefined || text.length > MAX_NAME * 2) return null;
    end += 1;
  }
  if (!startsRow(lines, end, 1)) return null;
  if (GROUP_SIGN.test(lines[end - 1]?.text ?? '')) end -= 1;
  const columns = lines.slice(start, end).map(({ text }) => columnName(text));
  const areNames = columns.every((name) => name.length <= MAX_NAME && !/[。；]/u.test(name));
  return areNames && columns.length >= MIN_COLUMNS ? { columns, end } : null;
}

function startsRow(lines: readonly SourceLine[], index: number, number: number): boolean {
  return lines[index]?.text === String(number);
}

function readRows(
  lines: readonly SourceLine[],
  start: number,
  width: number,
): { rows: readonly GridRow[]; next: number } {
  const rows: GridRow[] = [];
  let next = start;
  for (let number = 1; next < lines.length; number += 1) {
    const group = lines[next];
    if (group !== undefined && isGroup(lines, next, number)) {
      rows.push(gridRow([{ text: group.text, line: group }], width));
      next += 1;
    }
    if (!startsRow(lines, next, number)) break;
    const end = rowEnd(lines, next, number, width);
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
  width: number,
): number {
  for (let at = start + 2; at <= start + MAX_ROW_LINES; at += 1) {
    if (!startsRow(lines, at, number + 1)) continue;
    const isUnderGroup = at - start > width && GROUP_SIGN.test(lines[at - 1]?.text ?? '');
    return isUnderGroup ? at - 1 : at;
  }
  let end = start;
  while (end < lines.length && end - start < width && !isHeading(lines[end])) end += 1;
  return end;
}

function isHeading(line: SourceLine | undefined): boolean {
  const family = line === undefined ? null : readMarker(line.text)?.family;
  return family?.id === 'annex' || family?.id === 'item';
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
