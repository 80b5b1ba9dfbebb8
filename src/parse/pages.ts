/** Pages as the text itself proves them. */
export interface Pages {
  readonly count: number | null;
  /** By line index from 0; null where no page is proven. */
  readonly ofLine: readonly (number | null)[];
}

const PAGE_MARK =
  /^\s*(?:[—–-]\s*(\d{1,4})\s*[—–-]|第\s*(\d{1,4})\s*页(?:\s*[/，,]?\s*共\s*\d+\s*页)?)\s*$/;
/** A text extractor puts one space before the first line of a page whose mark it lost. */
const PAGE_START = /^ \S/;

export function isPageMark(line: string): boolean {
  return PAGE_MARK.test(line);
}

/**
 * Page starts are counted; the count is believed only if it is right at every printed mark.
 * Marks alone that run on without a gap are taken for footers. Otherwise no page is proven.
 */
export function numberPages(lines: readonly string[]): Pages {
  const marks = lines.flatMap((line, index) => {
    const match = PAGE_MARK.exec(line);
    return match === null ? [] : [{ index, number: Number(match[1] ?? match[2]) }];
  });
  if (marks.length === 0) return noPages(lines);
  const counted = countStarts(lines);
  const isMarkFirst = lines.slice(0, marks[0]?.index).every((line) => line.trim() === '');
  const hasStarts = isMarkFirst || lines.some((line) => PAGE_START.test(line));
  if (hasStarts && marks.every(({ index, number }) => counted[index] === number)) {
    return { count: counted.at(-1) ?? null, ofLine: counted };
  }
  const isUnbroken =
    marks.length > 1 && marks.every(({ number }, i) => number === (marks[0]?.number ?? 0) + i);
  return isUnbroken ? byFooters(lines, marks) : noPages(lines);
}

function countStarts(lines: readonly string[]): readonly (number | null)[] {
  let page = 0;
  return lines.map((line) => {
    if (isPageMark(line) || PAGE_START.test(line)) page += 1;
    return page === 0 ? null : page;
  });
}

function byFooters(
  lines: readonly string[],
  marks: readonly { index: number; number: number }[],
): Pages {
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

function noPages(lines: readonly string[]): Pages {
  return { count: null, ofLine: lines.map(() => null) };
}
