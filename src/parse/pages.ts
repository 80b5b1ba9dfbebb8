import { type PageMark, pageMarks, runningHeads } from './page-marks.ts';

/** Pages as the text itself proves them. */
export interface Pages {
  readonly count: number | null;
  /** By line index from 0; null where no page is proven. */
  readonly ofLine: readonly (number | null)[];
  /** Lines that are page marks and running heads, by index from 0. */
  readonly furniture: ReadonlySet<number>;
}

/** A text extractor puts one space before the first line of a page whose mark it lost. */
const PAGE_START = /^ \S/;

/**
 * Page starts are counted; the count is believed only if it is right at every printed mark.
 * Marks alone that run on without a gap are taken for footers. Otherwise no page is proven.
 */
export function numberPages(lines: readonly string[]): Pages {
  const marks = pageMarks(lines);
  const furniture = new Set([...marks.map(({ index }) => index), ...runningHeads(lines, marks)]);
  return { ...countPages(lines, marks), furniture };
}

type Counted = Omit<Pages, 'furniture'>;

function countPages(lines: readonly string[], marks: readonly PageMark[]): Counted {
  if (marks.length === 0) return noPages(lines);
  const counted = countStarts(lines, marks);
  const isMarkFirst = lines.slice(0, marks[0]?.index).every((line) => line.trim() === '');
  const hasStarts = isMarkFirst || lines.some((line) => PAGE_START.test(line));
  if (hasStarts && marks.every(({ index, number }) => counted[index] === number)) {
    return { count: counted.at(-1) ?? null, ofLine: counted };
  }
  const isUnbroken =
    marks.length > 1 && marks.every(({ number }, i) => number === (marks[0]?.number ?? 0) + i);
  return isUnbroken ? byFooters(lines, marks) : noPages(lines);
}

function countStarts(
  lines: readonly string[],
  marks: readonly PageMark[],
): readonly (number | null)[] {
  const marked = new Set(marks.map(({ index }) => index));
  let page = 0;
  return lines.map((line, index) => {
    if (marked.has(index) || PAGE_START.test(line)) page += 1;
    return page === 0 ? null : page;
  });
}

function byFooters(lines: readonly string[], marks: readonly PageMark[]): Counted {
  const last = marks.at(-1);
  const end = (last?.number ?? 0) + 1;
  let next = 0;
  const ofLine = lines.map((_, index) => {
    while ((marks[next]?.index ?? Number.POSITIVE_INFINITY) < index) next += 1;
    return marks[next]?.number ?? end;
  });
  const hasTail = lines.slice((last?.index ?? 0) + 1).some((line) => line.trim() !== '');
  return { count: hasTail ? end : end - 1, ofLine };
}

function noPages(lines: readonly string[]): Counted {
  return { count: null, ofLine: lines.map(() => null) };
}
