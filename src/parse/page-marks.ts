/** A number printed by itself at the foot or head of a page. */
export interface PageMark {
  /** Of the line, from 0. */
  readonly index: number;
  readonly number: number;
}

/** — 31 —, －2－, ·3·, 第3页 共13页, Page 3 of 13: what says by its shape that it is one. */
const SHAPED =
  /^\s*(?:[—–\-－―·•]\s*(\d{1,4})\s*[—–\-－―·•]|第\s*(\d{1,4})\s*页(?:\s*[/，,]?\s*共\s*\d+\s*页)?|page\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?)\s*$/iu;
const OF_ALL = /^\s*(\d{1,4})\s*[/／]\s*(\d{1,4})\s*$/u;
const BARE = /^\s*(\d{1,4})\s*$/u;
/** Bare numbers count pages where so many lines lie between them, and so many of them follow each other. */
const MIN_PAGE_LINES = 12;
const MIN_BARE = 3;
const TOP_LINES = 5;
/** A running head is short, and printed beside the marks of so many pages. */
const MAX_HEAD = 40;
const MIN_HEADS = 3;
const HEAD_REACH = 2;

/** The marks of all shapes, in order. */
export function pageMarks(lines: readonly string[]): readonly PageMark[] {
  const shaped = marksOf(lines, SHAPED);
  if (shaped.length > 0) return shaped;
  const ofAll = fractions(lines);
  return ofAll.length > 0 ? ofAll : bareNumbers(lines);
}

function marksOf(lines: readonly string[], pattern: RegExp): readonly PageMark[] {
  return lines.flatMap((line, index) => {
    const match = pattern.exec(line);
    const number = match?.slice(1).find((group) => group !== undefined);
    return number === undefined ? [] : [{ index, number: Number(number) }];
  });
}

/** 3/13 where the second number stays and the first goes up. */
function fractions(lines: readonly string[]): readonly PageMark[] {
  const found = marksOf(lines, OF_ALL);
  const totals = new Set(found.map(({ index }) => OF_ALL.exec(lines[index] ?? '')?.[2]));
  return found.length > 1 && totals.size === 1 && areConsecutive(found) ? found : [];
}

/** A number alone on its line may be a cell: pages go up by one and are far apart. */
function bareNumbers(lines: readonly string[]): readonly PageMark[] {
  const found = marksOf(lines, BARE);
  const isFarApart = found
    .slice(1)
    .every(({ index }, i) => linesOfText(lines, found[i]?.index ?? 0, index) >= MIN_PAGE_LINES);
  const isPaged = isFarApart || areUnderTitle(lines, found);
  return found.length >= MIN_BARE && isPaged && areConsecutive(found) ? found : [];
}

/** The title, printed at the top of the text, is printed again beside each number. */
function areUnderTitle(lines: readonly string[], marks: readonly PageMark[]): boolean {
  const top = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, TOP_LINES);
  return marks
    .slice(0, -1)
    .every(({ index }) =>
      [-1, 1].some((step) =>
        neighbours(lines, index, step === 1 ? 1 : -1).some((at) =>
          top.includes(lines[at]?.trim() ?? ''),
        ),
      ),
    );
}

function linesOfText(lines: readonly string[], from: number, to: number): number {
  return lines.slice(from + 1, to).filter((line) => line.trim() !== '').length;
}

function areConsecutive(marks: readonly PageMark[]): boolean {
  return marks.every(({ number }, index) => number === (marks[0]?.number ?? 0) + index);
}

/** Lines that are printed again beside the marks of several pages, by index. */
export function runningHeads(
  lines: readonly string[],
  marks: readonly PageMark[],
): ReadonlySet<number> {
  const beside = new Map<string, number[]>();
  for (const { index } of marks) {
    for (const at of [...neighbours(lines, index, -1), ...neighbours(lines, index, 1)]) {
      const text = lines[at]?.trim() ?? '';
      if (text.length <= MAX_HEAD) beside.set(text, [...(beside.get(text) ?? []), at]);
    }
  }
  return new Set([...beside.values()].filter((at) => at.length >= MIN_HEADS).flat());
}

/** The nearest lines with text, before or after. */
function neighbours(lines: readonly string[], from: number, step: 1 | -1): readonly number[] {
  const found: number[] = [];
  for (let at = from + step; at >= 0 && at < lines.length; at += step) {
    if ((lines[at] ?? '').trim() === '') continue;
    found.push(at);
    if (found.length === HEAD_REACH) break;
  }
  return found;
}
