import type { SourceLine } from './source-line.ts';
import { type Cell, type Grid, gridOf, MAX_TABLE_LINES, ROW_NUMBER } from './table-grid.ts';

const RULE_LINE = /^[\s|:-]+$/;
const MAX_COLUMNS = 12;

/** A table whose cells end in bars: a row a line, or a cell a line. */
export function readBarTable(lines: readonly SourceLine[], start: number): Grid | null {
  let next = start;
  while (next - start < MAX_TABLE_LINES && lines[next]?.text.includes('|')) next += 1;
  const run = lines.slice(start, next);
  const first = run[0];
  if (first === undefined || run.length < 3) return null;
  const byLine = run.map(cellsOf);
  const rows = byLine.every((cells) => cells.length === 1)
    ? foldCells(byLine.flat())
    : byLine.filter((_, index) => !RULE_LINE.test(run[index]?.text ?? ''));
  return rows === null ? null : gridOf(rows, first, next);
}

function cellsOf(line: SourceLine): readonly Cell[] {
  return line.text
    .replace(/^\|(?=.*\|)/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((text) => ({ text: text.trim(), line }));
}

/** The numbered rows of a table printed a cell a line begin at multiples of its number of columns. */
function foldCells(cells: readonly Cell[]): readonly (readonly Cell[])[] | null {
  const starts = cells.flatMap((cell, index) => (ROW_NUMBER.test(cell.text) ? [index] : []));
  const width = starts.reduce(greatestCommonDivisor, 0);
  if (starts.length < 2 || width < 2 || width > MAX_COLUMNS) return null;
  const rows: (readonly Cell[])[] = [];
  for (let index = 0; index < cells.length; index += width) {
    rows.push(cells.slice(index, index + width));
  }
  return rows;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
