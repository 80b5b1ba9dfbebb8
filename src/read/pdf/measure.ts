import type { FlowLine } from './columns.ts';
import { commonest, quantile } from './page.ts';

/** A line with the sides of its column. */
export interface Measured extends FlowLine {
  readonly left: number;
  readonly right: number;
  /** Enough lines reach the right side for it to be known. */
  readonly isSure: boolean;
}

/** Left sides this near, in points, are one. */
const SAME_SIDE = 2;
/** A page whose lines all begin this far in, in sizes of the text, holds only first lines of paragraphs. */
const MAX_INDENT = 3;
/** Few lines reach further than the column: numbers and dots that hang over. */
const FULL_SHARE = 0.93;
const MIN_FULL = 3;

/** Widths of columns are the same throughout a document; margins may change from page to page. */
export function measure(lines: readonly FlowLine[]): Measured[] {
  const here = leftSides(lines, ({ page, column, columns }) => `${page} ${column}/${columns}`);
  const usual = leftSides(lines, ({ column, columns }) => `${column}/${columns}`);
  const leftOf = (line: FlowLine): number => {
    const further = here(line) - usual(line);
    return further > 0 && further < MAX_INDENT * line.size ? usual(line) : here(line);
  };
  const reaches = groupsOf(lines, ({ columns }) => String(columns));
  const widths = new Map(
    [...reaches].map(([columns, group]) => [
      columns,
      quantile(
        group.map((line) => line.x1 - leftOf(line)),
        FULL_SHARE,
      ),
    ]),
  );
  const measured = lines.map((line) => {
    const left = leftOf(line);
    return { ...line, left, right: left + (widths.get(String(line.columns)) ?? 0) };
  });
  const full = measured.filter(({ x1, right, size }) => right - x1 < size).length;
  return measured.map((line) => ({ ...line, isSure: full >= MIN_FULL }));
}

function leftSides(
  lines: readonly FlowLine[],
  keyOf: (line: FlowLine) => string,
): (line: FlowLine) => number {
  const sides = new Map(
    [...groupsOf(lines, keyOf)].map(([key, group]) => [
      key,
      commonest(
        group.map(({ x0 }) => x0),
        SAME_SIDE,
      ),
    ]),
  );
  return (line) => sides.get(keyOf(line)) ?? line.x0;
}

function groupsOf(
  lines: readonly FlowLine[],
  keyOf: (line: FlowLine) => string,
): Map<string, FlowLine[]> {
  const groups = new Map<string, FlowLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  return groups;
}
