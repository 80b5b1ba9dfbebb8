import { decimalParts } from './decimals.ts';
import type { SourceLine } from './source-line.ts';
import { ROW_NUMBER } from './table-grid.ts';

/** How the seed sets its lines. */
export interface Layout {
  /** A paragraph runs over several lines, as on the printed page; else every line is a paragraph. */
  readonly isWrapped: boolean;
  /** Width of a full line, a Han character counting two. */
  readonly width: number;
  /** Sections are numbered 1, 1.1, 1.1.1. */
  readonly hasDecimals: boolean;
}

const ENDS_PARAGRAPH = /[。！？：:；;!?）)][”’）)]*$/;
const LONG_LINE = 30;
const WIDEST_PRINTED_LINE = 120;
/** Full lines differ by what did not fit in. */
const FULL_LINE_SLACK = 6;
/** Fewer prove nothing. */
const MIN_FULL_LINES = 4;

/** Wrapped is a text whose long lines mostly break off in mid-sentence, and at the same width. */
export function learnLayout(lines: readonly SourceLine[]): Layout {
  const long = lines.filter(
    (line) => displayWidth(line.text) >= LONG_LINE && !ROW_NUMBER.test(line.text),
  );
  const widths = long.map((line) => displayWidth(line.text));
  const open = long
    .filter((line) => !ENDS_PARAGRAPH.test(line.text) && !line.text.includes('|'))
    .map((line) => displayWidth(line.text));
  const width = mostFrequent(open);
  const full = open.filter((one) => Math.abs(one - width) <= FULL_LINE_SLACK);
  const isWrapped =
    width <= WIDEST_PRINTED_LINE &&
    full.length >= MIN_FULL_LINES &&
    open.length > long.length * 0.4 &&
    full.length > open.length * 0.6;
  return {
    isWrapped,
    width: isWrapped ? width : Math.max(0, ...widths),
    hasDecimals: decimalParts(lines.map((line) => line.text)).size > 0,
  };
}

export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char) ? 2 : 1;
  return width;
}

/** Han, full-width forms and, as in Chinese fonts, quotation marks and dashes. */
function isWide(char: string): boolean {
  return char >= '\u1100' || char === '·';
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
