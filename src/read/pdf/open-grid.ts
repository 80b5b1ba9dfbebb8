import { type Grid, type GridCell, mergeRules } from './grid.ts';
import { type Line, linesOf } from './lines.ts';
import { type Glyph, middle, type Rule } from './page.ts';

/** Columns stand apart by at least this many times the size of the text. */
const MIN_GAP = 0.8;
/** Rows stand further apart than the lines of a cell. */
const ROW_STEP = 1.25;
/** Lines of one table begin and end together, to within this many points. */
const SAME_EXTENT = 8;
/** A table ruled in one direction has at least so many lines: above and below its head, and at its end. */
const MIN_ACROSS = 3;
const MIN_DOWN = 2;
const MIN_WHITE_COLUMNS = 3;
const MIN_WHITE_ROWS = 3;
/** Lines of a table without lines follow each other within so many times their size. */
const MAX_STEP = 3;

/** Tables drawn with lines in one direction only, from above; `rules` are those that belong to no other. */
export function openGridsOf(glyphs: readonly Glyph[], rules: readonly Rule[]): Grid[] {
  const merged = mergeRules(rules);
  return [...acrossGrids(glyphs, merged), ...downGrids(glyphs, merged)];
}

function acrossGrids(glyphs: readonly Glyph[], rules: readonly Rule[]): Grid[] {
  const across = rules.filter(({ isHorizontal }) => isHorizontal);
  return sameExtent(across).flatMap((group) => {
    const ys = group.map(({ at }) => at).sort((a, b) => a - b);
    const [first, last, one] = [ys[0], ys.at(-1), group[0]];
    if (ys.length < MIN_ACROSS || first === undefined || last === undefined || !one) return [];
    const inside = glyphs.filter(
      (glyph) =>
        middle(glyph) > first && middle(glyph) < last && glyph.x1 > one.from && glyph.x0 < one.to,
    );
    const lines = linesOf(inside, 0);
    const xs = columnEdges(lines, one.from, one.to);
    return gridOf(xs, rowEdges(lines, ys, xs));
  });
}

function downGrids(glyphs: readonly Glyph[], rules: readonly Rule[]): Grid[] {
  const down = rules.filter(({ isHorizontal }) => !isHorizontal);
  return sameExtent(down).flatMap((group) => {
    const xs = group.map(({ at }) => at).sort((a, b) => a - b);
    const one = group[0];
    if (xs.length < MIN_DOWN || one === undefined) return [];
    const inside = glyphs.filter((glyph) => middle(glyph) > one.from && middle(glyph) < one.to);
    const lines = linesOf(inside, 0);
    const outside = [
      Math.min(...lines.map(({ x0 }) => x0)) - 1,
      Math.max(...lines.map(({ x1 }) => x1)) + 1,
    ].filter((x) => Number.isFinite(x) && (x < (xs[0] ?? x) || x > (xs.at(-1) ?? x)));
    const edges = [...xs, ...outside].sort((a, b) => a - b);
    return gridOf(edges, rowEdges(lines, [one.from, one.to], edges));
  });
}

function sameExtent(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const group = groups.find(([one]) => {
      if (one === undefined) return false;
      return (
        Math.abs(one.from - rule.from) <= SAME_EXTENT && Math.abs(one.to - rule.to) <= SAME_EXTENT
      );
    });
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups;
}

/** The middles of the white that runs down through all lines. */
function columnEdges(lines: readonly Line[], from: number, to: number): number[] {
  const spans = lines
    .flatMap(({ glyphs }) => glyphs)
    .filter(({ text }) => text.trim() !== '')
    .map(({ x0, x1, size }) => ({ x0, x1, size }))
    .sort((a, b) => a.x0 - b.x0);
  const edges = [from];
  let reach = spans[0]?.x1 ?? to;
  for (const { x0, x1, size } of spans) {
    if (x0 - reach > MIN_GAP * size) edges.push((x0 + reach) / 2);
    reach = Math.max(reach, x1);
  }
  return [...edges, to];
}

/** Rows between the lines that rule them off: parted by white, else each begins in the first column. */
function rowEdges(
  lines: readonly Line[],
  ruled: readonly number[],
  xs: readonly number[],
): number[] {
  return ruled.flatMap((top, index) => {
    const bottom = ruled[index + 1];
    if (bottom === undefined) return [top];
    const inside = lines.filter(
      ({ y, size }) => middle({ y, size }) > top && y < bottom + size / 2,
    );
    return [top, ...rowStarts(inside, xs).map((line) => line.y - line.size)];
  });
}

/** The lines that begin a row, but for the first. */
function rowStarts(lines: readonly Line[], xs: readonly number[]): Line[] {
  const firstEnds = xs[1] ?? 0;
  if (lines.filter(({ x0 }) => x0 < firstEnds).length < 2) return [];
  const pitch = Math.min(
    ...xs.slice(1).map((right, index) => pitchWithin(lines, xs[index] ?? 0, right)),
  );
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? line.y));
  const apart = lines.slice(1).filter((_, index) => (steps[index] ?? 0) > pitch * ROW_STEP);
  const byColumn = lines.slice(1).filter(({ x0 }) => x0 < firstEnds);
  // White that parts hardly any row is none between rows.
  return apart.length * 2 >= byColumn.length ? apart : byColumn;
}

/** The least step from line to line inside a column, in points. */
function pitchWithin(lines: readonly Line[], left: number, right: number): number {
  const ys = lines
    .filter(({ glyphs }) =>
      glyphs.some(({ x0, x1 }) => (x0 + x1) / 2 > left && (x0 + x1) / 2 < right),
    )
    .map(({ y }) => y);
  return Math.min(...ys.slice(1).map((y, index) => y - (ys[index] ?? y)));
}

/** Columns and rows that only white parts: at least three columns on at least three lines. */
export function whiteGridsOf(lines: readonly Line[]): Grid[] {
  const grids: Grid[] = [];
  for (let start = 0; start < lines.length; start++) {
    let block: Line[] = [];
    let xs: number[] = [];
    for (const line of lines.slice(start)) {
      const last = block.at(-1);
      if (last !== undefined && line.y - last.y > MAX_STEP * line.size) break;
      const wider = columnEdges([...block, line], 0, Number.MAX_SAFE_INTEGER);
      if (wider.length < MIN_WHITE_COLUMNS + 1) break;
      block = [...block, line];
      xs = wider;
    }
    const full = block.filter((line) => columnEdges([line], 0, 0).length >= MIN_WHITE_COLUMNS + 1);
    const [first, last] = [block[0], block.at(-1)];
    if (full.length < MIN_WHITE_ROWS || full.length * 2 < block.length || !first || !last) continue;
    const left = Math.min(...block.map(({ x0 }) => x0)) - 1;
    const right = Math.max(...block.map(({ x1 }) => x1)) + 1;
    const edges = [left, ...xs.slice(1, -1), right];
    const ruled = [first.y - first.size, last.y + last.size / 3];
    grids.push(...gridOf(edges, rowEdges(block, ruled, edges)));
    start += block.length - 1;
  }
  return grids;
}

function gridOf(xs: readonly number[], ys: readonly number[]): Grid[] {
  if (xs.length < 3 || ys.length < 2) return [];
  const cells: GridCell[] = ys.slice(0, -1).flatMap((top, row) =>
    xs.slice(0, -1).map((left, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      left,
      right: xs[column + 1] ?? left,
      top,
      bottom: ys[row + 1] ?? top,
    })),
  );
  return [{ xs, ys, cells }];
}
