import { type Grid, type GridCell, mergeRules } from './grid.ts';
import { type Line, linesOf } from './lines.ts';
import { type Glyph, middle, type Rule } from './page.ts';

/** Columns stand apart by at least this many times the size of the text. */
const MIN_GAP = 0.8;
/** Lines of one table begin and end together, to within this many points. */
const SAME_EXTENT = 8;
/** A table ruled in one direction has at least so many lines: above and below its head, and at its end. */
const MIN_ACROSS = 3;
const MIN_DOWN = 2;

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

/** Between lines that rule rows off, a line with something in the first column begins a row. */
function rowEdges(
  lines: readonly Line[],
  ruled: readonly number[],
  xs: readonly number[],
): number[] {
  const firstEnds = xs[1] ?? 0;
  const edges: number[] = [];
  ruled.forEach((top, index) => {
    const bottom = ruled[index + 1];
    edges.push(top);
    if (bottom === undefined) return;
    const inside = lines.filter(
      ({ y, size }) => middle({ y, size }) > top && y < bottom + size / 2,
    );
    const starts = inside.filter(({ x0 }) => x0 < firstEnds);
    if (starts.length < 2) return;
    for (const line of starts.slice(1)) {
      const above = inside[inside.indexOf(line) - 1];
      if (above !== undefined) edges.push((above.y + line.y - line.size) / 2 + line.size * 0.1);
    }
  });
  return edges;
}

function gridOf(xs: readonly number[], ys: readonly number[]): Grid[] {
  if (xs.length < 3 || ys.length < 3) return [];
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
