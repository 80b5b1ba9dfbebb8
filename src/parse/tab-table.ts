import { gapBetween, type SourceLine } from './source-line.ts';
import { type Cell, type Grid, gridOf, MAX_TABLE_LINES, ROW_NUMBER } from './table-grid.ts';

/** A table whose cells are set off by tabs: a row a line, or a cell a line with rows apart. */
export function readTabTable(lines: readonly SourceLine[], start: number): Grid | null {
  let next = start;
  while (next - start < MAX_TABLE_LINES && isTabbed(lines[next])) next += 1;
  const run = lines.slice(start, next);
  const first = run[0];
  if (first === undefined || run.length < 3) return null;
  const rows = run.every((line) => cellsOf(line).length === 1) ? foldCells(run) : run.map(cellsOf);
  return gridOf(rows, first, next);
}

function isTabbed(line: SourceLine | undefined): boolean {
  return line !== undefined && (/^\t/.test(line.raw) || line.text.includes('\t'));
}

function cellsOf(line: SourceLine): readonly Cell[] {
  return line.text.split('\t').map((text) => ({ text: text.trim(), line }));
}

/** The head ends at the first blank line; after it a blank line within a row is a blank cell. */
function foldCells(run: readonly SourceLine[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  run.forEach((line, index) => {
    const before = run[index - 1];
    const gap = before === undefined ? 0 : gapBetween(before, line);
    const row = rows.at(-1);
    if (row === undefined || startsRow(rows, line, run[index + 1], gap)) {
      rows.push([{ text: line.text, line }]);
      return;
    }
    for (let blank = 0; blank < gap && before !== undefined; blank += 1) {
      row.push({ text: '', line: before });
    }
    row.push({ text: line.text, line });
  });
  return rows;
}

function startsRow(
  rows: readonly (readonly Cell[])[],
  line: SourceLine,
  next: SourceLine | undefined,
  gap: number,
): boolean {
  if (ROW_NUMBER.test(line.text)) return true;
  const isFull = rows.length > 1 && (rows.at(-1)?.length ?? 0) >= (rows[0]?.length ?? 0);
  if (isFull) return true;
  if (gap === 0) return false;
  const isGroup = next !== undefined && ROW_NUMBER.test(next.text) && gapBetween(line, next) > 0;
  return isGroup || rows.length === 1;
}
