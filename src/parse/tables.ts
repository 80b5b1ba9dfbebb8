import type { Table } from '../model.ts';
import { readBarTable } from './bar-table.ts';
import { readHeading } from './heading.ts';
import { displayWidth } from './layout.ts';
import { readMarker } from './numbering.ts';
import { readPlainTable } from './plain-table.ts';
import type { SourceLine } from './source-line.ts';
import { readSpacedTable } from './spaced-table.ts';
import { readTabTable } from './tab-table.ts';
import type { Grid } from './table-grid.ts';
import { readNotes } from './table-notes.ts';
import { shapeRows } from './table-rows.ts';

const READERS = [readBarTable, readTabTable, readSpacedTable, readPlainTable];
const TITLE =
  /^(?:表\s*\d*[：:\s]*)?[^。；：，]{4,60}(?:指标|目标|情况表?|一览表|任务表?|项目表?|表)$/;

/** A table read from the lines; `next` is the index of the first line after it and its notes. */
export interface ReadTable {
  readonly table: Table;
  readonly next: number;
}

export function readTable(
  lines: readonly SourceLine[],
  start: number,
  title: SourceLine | null,
): ReadTable | null {
  for (const read of READERS) {
    const grid = read(lines, start);
    if (grid !== null) return finishTable(lines, grid, title);
  }
  return null;
}

/** The line right above a table names it: short, no sentence, no heading. */
export function isTableTitle(line: SourceLine | undefined): line is SourceLine {
  return (
    line !== undefined &&
    TITLE.test(line.text) &&
    displayWidth(line.text) <= 80 &&
    readMarker(line.text) === null &&
    readHeading(line.text) === null
  );
}

/** Rows with their groups, and the notes under them. */
export function finishTable(
  lines: readonly SourceLine[],
  grid: Grid,
  title: SourceLine | null,
): ReadTable {
  const { notes, next } = readNotes(lines, grid.next);
  return {
    table: {
      type: 'table',
      title: title === null ? null : title.text.replace(/\s+/g, ' '),
      columns: grid.columns,
      rows: shapeRows(grid),
      notes,
      lines: [(title ?? grid.first).number, lines[next - 1]?.number ?? grid.first.number],
      page: (title ?? grid.first).page,
    },
    next,
  };
}
