import type { Rule } from './page.ts';

/** A cell of a drawn table: its column, and the box it takes. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Grid {
  /** Edges of columns and rows, in points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines this near are one (double borders, the two sides of a thick one). */
const SAME_LINE = 4;
/** Lines that end this near to another touch it. */
const TOUCH = 3.5;
/** What share of a cell's side must be drawn. */
const DRAWN = 0.6;
/** A table has cells at least this wide and high. */
const MIN_CELL = 6;
/** More lines than this are a chart. */
const MAX_LINES = 3000;

/** The tables that lines draw on a page, from above. A frame around text has one cell. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const merged = mergeRules(rules);
  if (merged.length > MAX_LINES) return [];
  return components(merged)
    .flatMap((component) => toGrid(component) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Lines in one direction, their pieces put together; dashes and dots among them. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((isHorizontal) => {
    const sorted = rules
      .filter((rule) => rule.isHorizontal === isHorizontal)
      .sort((a, b) => a.at - b.at);
    const merged: Rule[] = [];
    let level: Rule[] = [];
    const close = (): void => {
      merged.push(...joinPieces(level));
      level = [];
    };
    for (const rule of sorted) {
      if (level[0] !== undefined && rule.at - level[0].at > SAME_LINE / 2) close();
      level.push(rule);
    }
    close();
    return merged;
  });
}

function joinPieces(level: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...level].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && rule.from <= last.to + TOUCH) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    } else joined.push(rule);
  }
  return joined;
}

function components(rules: readonly Rule[]): Rule[][] {
  const horizontals = rules.filter(({ isHorizontal }) => isHorizontal);
  const verticals = rules.filter(({ isHorizontal }) => !isHorizontal);
  const owner = new Map<Rule, Set<Rule>>();
  for (const rule of rules) owner.set(rule, new Set([rule]));
  for (const across of horizontals) {
    for (const down of verticals) {
      if (!isTouching(across, down)) continue;
      const [one, other] = [owner.get(across), owner.get(down)];
      if (one === undefined || other === undefined || one === other) continue;
      for (const rule of other) {
        one.add(rule);
        owner.set(rule, one);
      }
    }
  }
  return [...new Set(owner.values())].map((set) => [...set]);
}

function isTouching(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - TOUCH &&
    down.at <= across.to + TOUCH &&
    across.at >= down.from - TOUCH &&
    across.at <= down.to + TOUCH
  );
}

function toGrid(component: readonly Rule[]): Grid | null {
  const across = component.filter(({ isHorizontal }) => isHorizontal);
  const down = component.filter(({ isHorizontal }) => !isHorizontal);
  if (across.length === 0 || down.length === 0) return null;
  // A table may be open at its sides: then its lines end where its cells do.
  const xs = edges([
    ...down.map(({ at }) => at),
    ...outermost(across.map(({ from, to }) => [from, to] as const)),
  ]);
  const ys = edges([
    ...across.map(({ at }) => at),
    ...outermost(down.map(({ from, to }) => [from, to] as const)),
  ]);
  if (xs.length < 2 || ys.length < 2) return null;
  return { xs, ys, cells: cellsOf(xs, ys, across, down) };
}

function outermost(spans: readonly (readonly [number, number])[]): number[] {
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}

function edges(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || value - last > MIN_CELL) kept.push(value);
  }
  return kept;
}

function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > MIN_CELL) continue;
    covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return covered >= (to - from) * DRAWN;
}

/** Fields without a line between them are one cell; it grows to the right, then down. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const x = (index: number): number => xs[index] ?? 0;
  const y = (index: number): number => ys[index] ?? 0;
  const taken = new Set<number>();
  const isOpenRight = (row: number, column: number): boolean =>
    !isDrawn(down, x(column + 1), y(row), y(row + 1));
  const isOpenBelow = (row: number, column: number): boolean =>
    !isDrawn(across, y(row + 1), x(column), x(column + 1));
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let right = column;
      while (
        right + 1 < columns &&
        isOpenRight(row, right) &&
        !taken.has(row * columns + right + 1)
      ) {
        right++;
      }
      const span = Array.from({ length: right - column + 1 }, (_, index) => column + index);
      let bottom = row;
      while (
        bottom + 1 < rows &&
        span.every((at) => isOpenBelow(bottom, at)) &&
        span.slice(0, -1).every((at) => isOpenRight(bottom + 1, at))
      ) {
        bottom++;
      }
      for (let at = row; at <= bottom; at++) {
        for (const over of span) taken.add(at * columns + over);
      }
      cells.push({
        row,
        column,
        rowSpan: bottom - row + 1,
        columnSpan: right - column + 1,
        left: x(column),
        right: x(right + 1),
        top: y(row),
        bottom: y(bottom + 1),
      });
    }
  }
  return cells;
}
