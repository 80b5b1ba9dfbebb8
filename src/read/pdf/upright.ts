import type { Point } from './matrix.ts';
import type { Glyph, Page, Rule } from './page.ts';
import type { Mark } from './pen.ts';

type Upright = Pick<Page, 'glyphs' | 'rules' | 'width' | 'height'>;
/** Quarter turns, clockwise. */
type Turn = 0 | 1 | 2 | 3;

const QUARTERS: readonly Turn[] = [0, 1, 2, 3];
/** A character leans by less than this, in radians; what leans more is a watermark. */
const MAX_LEAN = 0.1;

/**
 * The page turned so that most of its characters stand upright (a wide table is often set sideways),
 * without those that stand otherwise or outside.
 */
export function uprightPage(
  marks: readonly Mark[],
  rules: readonly Rule[],
  width: number,
  height: number,
): Upright {
  const turned = marks.map((mark) => ({ mark, turn: turnOf(mark) }));
  const count = (turn: Turn): number => turned.filter((one) => one.turn === turn).length;
  const main = QUARTERS.reduce(
    (best, turn) => (count(turn) > count(best) ? turn : best),
    0 as Turn,
  );
  const back = turnBack(main, width, height);
  const size = main % 2 === 0 ? { width, height } : { width: height, height: width };
  return {
    ...size,
    glyphs: turned
      .filter(({ turn }) => turn === main)
      .map(({ mark }) => toGlyph(mark, back))
      .filter(({ x0, x1, y }) => x1 >= 0 && x0 <= size.width && y >= 0 && y <= size.height),
    rules: main === 0 ? rules : rules.map((rule) => turnRule(rule, back)),
  };
}

function turnOf({ start, end }: Mark): Turn | null {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  if (dx === 0 && dy === 0) return null;
  const quarters = Math.atan2(dy, dx) / (Math.PI / 2);
  const whole = Math.round(quarters);
  if (Math.abs(quarters - whole) > MAX_LEAN) return null;
  return QUARTERS[(whole + 4) % 4] ?? 0;
}

function turnBack(turn: Turn, width: number, height: number): (point: Point) => Point {
  switch (turn) {
    case 0:
      return (point) => point;
    case 1:
      return ([x, y]) => [y, width - x];
    case 2:
      return ([x, y]) => [width - x, height - y];
    case 3:
      return ([x, y]) => [height - y, x];
  }
}

function toGlyph({ text, start, end, size, isBold }: Mark, back: (point: Point) => Point): Glyph {
  const [x0, y] = back(start);
  const [x1] = back(end);
  return { text, x0: Math.min(x0, x1), x1: Math.max(x0, x1), y, size, isBold };
}

function turnRule({ isHorizontal, at, from, to }: Rule, back: (point: Point) => Point): Rule {
  const [x0, y0] = back(isHorizontal ? [from, at] : [at, from]);
  const [x1, y1] = back(isHorizontal ? [to, at] : [at, to]);
  const isFlat = Math.abs(y1 - y0) < Math.abs(x1 - x0);
  return isFlat
    ? { isHorizontal: true, at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
    : { isHorizontal: false, at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
}
