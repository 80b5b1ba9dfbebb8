import { apply, type Matrix, type Point } from './matrix.ts';
import type { Rule } from './page.ts';

/** What a path begins each of its steps with, and how many numbers follow. */
const STEP_NUMBERS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
/** A filled box up to this many points thick is a line somebody drew. */
const MAX_THICKNESS = 3;
/** Shorter ones are dashes, dots and parts of pictures. */
const MIN_LENGTH = 3;
/** A line leans by less than this share of its length. */
const MAX_LEAN = 0.02;

/** The straight lines of a drawn path: its own ones when stroked, thin boxes when filled. */
export function rulesOf(path: ArrayLike<number>, ctm: Matrix, isStroked: boolean): Rule[] {
  return subpathsOf(path, ctm).flatMap((points) => [
    ...(isStroked ? sidesOf(points) : []),
    ...thinBox(points),
  ]);
}

function subpathsOf(path: ArrayLike<number>, ctm: Matrix): Point[][] {
  const subpaths: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? CLOSE;
    const numbers = STEP_NUMBERS[step] ?? 0;
    const last = subpaths.at(-1);
    if (step === MOVE || step === LINE) {
      const point = apply(ctm, [path[at + 1] ?? 0, path[at + 2] ?? 0]);
      if (step === MOVE || last === undefined) subpaths.push([point]);
      else last.push(point);
    } else if (step === CLOSE) {
      const first = last?.[0];
      if (last !== undefined && first !== undefined) last.push(first);
    } else if (last !== undefined) {
      // A curve draws no line; what follows begins anew.
      subpaths.push([apply(ctm, [path[at + numbers - 1] ?? 0, path[at + numbers] ?? 0])]);
    }
    at += 1 + numbers;
  }
  return subpaths;
}

function sidesOf(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((point, index) => ruleBetween(points[index] ?? point, point));
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): Rule[] {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (Math.max(width, height) < MIN_LENGTH) return [];
  if (height <= MAX_LEAN * width) {
    return [
      { isHorizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) },
    ];
  }
  if (width <= MAX_LEAN * height) {
    return [
      { isHorizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) },
    ];
  }
  return [];
}

function thinBox(points: readonly Point[]): Rule[] {
  if (points.length < 4) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  const isThin = Math.min(width, height) <= MAX_THICKNESS && Math.max(width, height) >= MIN_LENGTH;
  if (!isThin) return [];
  return width >= height
    ? [{ isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }]
    : [{ isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }];
}
