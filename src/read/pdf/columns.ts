import { type Line, toLine } from './lines.ts';
import type { Glyph } from './page.ts';

/** A line in the order of reading. */
export interface FlowLine extends Line {
  /** Which column of how many it stands in, from 0. */
  readonly column: number;
  readonly columns: number;
}

/** White this wide, in sizes of the text, may part two columns. */
const MIN_GUTTER = 1.2;
/** Columns of fewer lines are a row of signatures or a table. */
const MIN_LINES = 4;
/** Running text fills its column: so many of its lines reach so far. */
const FULL_LINES = 0.5;
const FULL_WIDTH = 0.8;
/** A column holds at least so many characters. */
const MIN_CHARS = 7;

/** The lines of a page, column by column where it has two. */
export function readInColumns(lines: readonly Line[]): FlowLine[] {
  const pieces = lines.flatMap(splitAtGaps);
  const gutter = findGutter(pieces);
  if (gutter === null) return lines.map((line) => ({ ...line, column: 0, columns: 1 }));
  const flow: FlowLine[] = [];
  let zone: Line[] = [];
  const close = (): void => {
    flow.push(...readZone(zone, gutter));
    zone = [];
  };
  for (const line of lines) {
    if (splitAtGaps(line).some((piece) => crosses(piece, gutter))) {
      close();
      flow.push({ ...line, column: 0, columns: 1 });
    } else zone.push(line);
  }
  close();
  return flow;
}

const crosses = ({ x0, x1 }: Line, x: number): boolean => x0 < x - 1 && x1 > x + 1;

function readZone(zone: readonly Line[], gutter: number): FlowLine[] {
  const sides = [0, 1].map((column) =>
    zone.flatMap((line) => {
      const glyphs = line.glyphs.filter(({ x0, x1 }) => (x0 + x1) / 2 < gutter === (column === 0));
      return glyphs.some(({ text }) => text.trim() !== '')
        ? [{ ...toLine(glyphs, line.page), column, columns: 2 }]
        : [];
    }),
  );
  return sides.flat();
}

function splitAtGaps(line: Line): Line[] {
  const runs: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs.filter(({ text }) => text.trim() !== '')) {
    if (glyph.x0 - end > MIN_GUTTER * glyph.size) runs.push([]);
    runs.at(-1)?.push(glyph);
    end = glyph.x1;
  }
  return runs.map((run) => toLine(run, line.page));
}

/** The middle of the white between two columns of running text; null where there is one column. */
function findGutter(pieces: readonly Line[]): number | null {
  const left = Math.min(...pieces.map(({ x0 }) => x0));
  const right = Math.max(...pieces.map(({ x1 }) => x1));
  let best: { readonly x: number; readonly lines: number } | null = null;
  for (let x = left + (right - left) * 0.3; x < left + (right - left) * 0.7; x += 2) {
    const lines = longestRun(pieces, x);
    if (lines > (best?.lines ?? 0)) best = { x, lines };
  }
  if (best === null) return null;
  const { x } = best;
  const ends = pieces.filter(({ x1 }) => x1 <= x).map(({ x1 }) => x1);
  const starts = pieces.filter(({ x0 }) => x0 >= x).map(({ x0 }) => x0);
  return (Math.max(...ends) + Math.min(...starts)) / 2;
}

/** How many lines on the poorer side of x follow each other without one that crosses; 0 if they are no columns. */
function longestRun(pieces: readonly Line[], x: number): number {
  let best = 0;
  let run: Line[] = [];
  const close = (): void => {
    const sides = [run.filter(({ x1 }) => x1 <= x), run.filter(({ x0 }) => x0 >= x)];
    if (sides.every(isRunningText)) best = Math.max(best, ...sides.map(({ length }) => length));
    run = [];
  };
  for (const piece of pieces) {
    if (crosses(piece, x)) close();
    else run.push(piece);
  }
  close();
  return best;
}

function isRunningText(lines: readonly Line[]): boolean {
  if (lines.length < MIN_LINES) return false;
  const widths = lines.map(({ x0, x1 }) => x1 - x0);
  const widest = Math.max(...widths);
  const full = widths.filter((width) => width >= widest * FULL_WIDTH).length;
  const size = lines[0]?.size ?? 1;
  return widest >= MIN_CHARS * size && full >= lines.length * FULL_LINES;
}
