import type { SourceCell, SourceRow } from '../../model.ts';
import { headerRowsOf } from '../header-rows.ts';
import { type Grid, type GridCell, gridsOf } from './grid.ts';
import { type Line, linesOf } from './lines.ts';
import { openGridsOf, whiteGridsOf } from './open-grid.ts';
import { type Glyph, middle, type Page, type Rule } from './page.ts';
import { textOfLines } from './paragraphs.ts';

/** A table as it stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Edges of its columns, in points. */
  readonly xs: readonly number[];
  readonly rows: readonly SourceRow[];
  readonly headerRows: number;
}

/** A box drawn around text. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PageParts {
  readonly tables: PageTable[];
  readonly frames: readonly Frame[];
  /** The characters that stand in no table. */
  readonly rest: Glyph[];
}

/** A box taller than this share of the page is the page's own border. */
const MAX_FRAME = 0.85;

/** The tables of a page, its frames and what stands in none of the tables. */
export function takeTables(page: Page): PageParts {
  const drawn = gridsOf(page.rules);
  const loose = page.rules.filter((rule) => !drawn.some((grid) => holdsRule(grid, rule)));
  const tables: PageTable[] = [];
  const frames: Frame[] = [];
  let rest = [...page.glyphs];
  const take = (grid: Grid): void => {
    const inside = rest.filter((glyph) => holds(grid, glyph));
    const table = toTable(grid, inside, page.page);
    if (table === null) {
      frames.push({
        left: first(grid.xs),
        right: last(grid.xs),
        top: first(grid.ys),
        bottom: last(grid.ys),
      });
      return;
    }
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
  };
  for (const grid of [...drawn, ...openGridsOf(rest, loose)]) take(grid);
  for (const grid of whiteGridsOf(linesOf(rest, page.page))) take(grid);
  return {
    tables: tables.sort((a, b) => a.top - b.top),
    frames: frames.filter(({ top, bottom }) => bottom - top < page.height * MAX_FRAME),
    rest,
  };
}

const first = (values: readonly number[]): number => values[0] ?? 0;
const last = (values: readonly number[]): number => values.at(-1) ?? 0;

function holds({ xs, ys }: Grid, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = middle(glyph);
  return x > first(xs) && x < last(xs) && y > first(ys) && y < last(ys);
}

function holdsRule({ xs, ys }: Grid, { isHorizontal, at, from, to }: Rule): boolean {
  const [across, down] = isHorizontal ? [xs, ys] : [ys, xs];
  const slack = 4;
  return (
    at >= first(down) - slack &&
    at <= last(down) + slack &&
    from >= first(across) - slack &&
    to <= last(across) + slack
  );
}

/** Null for a frame around text: one column, or one cell that says anything. */
function toTable(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable | null {
  const filled = grid.cells.map((cell) => ({ cell, lines: linesIn(cell, glyphs, page) }));
  const starts = (of: (cell: GridCell) => number): number[] =>
    [...new Set(grid.cells.map(of))].sort((a, b) => a - b);
  const columns = starts(({ column }) => column);
  const said = filled.filter(({ lines }) => lines.length > 0);
  if (columns.length < 2 || said.length < 2) return null;
  const span = (all: readonly number[], from: number, size: number): number =>
    all.filter((at) => at >= from && at < from + size).length;
  const rowStarts = starts(({ row }) => row);
  const rows = rowStarts.map(
    (row): SourceRow => ({
      cells: filled
        .filter(({ cell }) => cell.row === row)
        .map(({ cell, lines }): SourceCell => {
          const column = columns.indexOf(cell.column);
          const columnSpan = span(columns, cell.column, cell.columnSpan);
          const rowSpan = span(rowStarts, row, cell.rowSpan);
          return { column, columnSpan, rowSpan, text: textOfLines(lines) };
        }),
      place: { type: 'page', page },
    }),
  );
  return {
    page,
    top: first(grid.ys),
    bottom: last(grid.ys),
    xs: columns.map((column) => grid.xs[column] ?? 0),
    rows,
    headerRows: headerRowsOf(rows),
  };
}

function linesIn(cell: GridCell, glyphs: readonly Glyph[], page: number): Line[] {
  const inside = glyphs.filter((glyph) => {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = middle(glyph);
    return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
  });
  return linesOf(inside, page);
}
