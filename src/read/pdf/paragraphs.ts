import type { Measured } from './measure.ts';
import { quantile } from './page.ts';

/** Lines that make one paragraph. */
export type Paragraph = readonly [Measured, ...Measured[]];

/** Begins a paragraph wherever it begins a line. */
const MARKER =
  /^(?:第[一二三四五六七八九十百零〇0-9]{1,4}[编篇章节条部]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[．、.](?![0-9])|[①-⑳●■◆▲★□○•·]|[一二三四五六七八九十]{1,2}是|专栏\s?[0-9一二三四五六七八九十]|附件|附：|注[：:])/u;
const STRONG_MARKER = /^(?:第[一二三四五六七八九十百零〇]{1,4}[编篇章节条]|专栏\s?[0-9])/u;
const ENDS = /[。；;：:！？!?”’）)…—]$/u;

/** Sizes that differ by less than this share are one. */
const SAME_SIZE = 0.1;
/** How far a full line may end before its side, in characters beside the word that had no room. */
const SLACK = 0.9;
const RAGGED = 1.8;

/** Lines joined into paragraphs, over columns and pages; `pitch` is the step from line to line in sizes. */
export function joinLines(lines: readonly Measured[], pitch: number): Paragraph[] {
  const paragraphs: [Measured, ...Measured[]][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && continues(last, line, open[0], pitch)) {
      open.push(line);
    } else paragraphs.push([line]);
  }
  return paragraphs;
}

/** The usual step from baseline to baseline, in sizes of the text. */
export function pitchOf(lines: readonly Measured[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const last = lines[index];
    const step = last === undefined || last.page !== line.page ? 0 : line.y - last.y;
    return step > 0 ? [step / line.size] : [];
  });
  return steps.length === 0 ? 2 : quantile(steps, 0.5);
}

function continues(last: Measured, next: Measured, first: Measured, pitch: number): boolean {
  if (Math.abs(last.size - next.size) > SAME_SIZE * last.size) return false;
  if (last.columns !== next.columns) return false;
  if (isCentred(last) || isCentred(next)) return false;
  if (next.page === last.page && next.column === last.column) {
    if ((next.y - last.y) / next.size > pitch * 1.5 + 0.1) return false;
  }
  if (!isFull(last, next)) return false;
  if (STRONG_MARKER.test(next.text)) return false;
  const hasEnded = ENDS.test(last.text);
  if (hasEnded && (MARKER.test(next.text) || !last.isSure)) return false;
  const indent = (next.x0 - next.left) / next.size;
  if (indent < 1.2) return true;
  // The lines of a list hang behind its number.
  const deeper = indent - (last.x0 - last.left) / last.size;
  const isHanging = last === first && MARKER.test(last.text) && deeper > 0.8 && deeper < 3;
  const isBelowIt = last !== first && MARKER.test(first.text) && Math.abs(deeper) < 0.6;
  return !hasEnded && !MARKER.test(next.text) && (isHanging || isBelowIt);
}

export function isCentred({ x0, x1, left, right, size }: Measured): boolean {
  const [before, behind] = [x0 - left, right - x1];
  return before > 2.6 * size && Math.abs(before - behind) < Math.max(1.6 * size, before * 0.15);
}

/** Whether the next line's first word had no room on this one. */
function isFull(line: Measured, next: Measured): boolean {
  const word = /^[0-9A-Za-z.%+\-/]+|^[“‘（(《〈「]*./u.exec(next.text)?.[0] ?? '';
  const isLatin = /^[0-9A-Za-z]/u.test(word);
  const closing = /^.[，。；：、！？”’）》]*/u.exec(next.text)?.[0].length ?? 1;
  const chars = isLatin ? word.length * 0.6 : Math.max(word.length, closing);
  // Where no sentence ends and nothing is indented, a line set ragged is no end either.
  const isOpen =
    !ENDS.test(line.text) && next.x0 - next.left < line.size && !MARKER.test(next.text);
  return line.right - line.x1 < (chars + (isOpen ? RAGGED : SLACK)) * line.size;
}

/** The words of a paragraph, without blanks where only the line ended. */
export function textOfLines(lines: readonly { readonly text: string }[]): string {
  return lines.reduce((text, line) => {
    const needsBlank = /[A-Za-z,.;]$/u.test(text) && /^[A-Za-z]/u.test(line.text);
    return `${text}${needsBlank ? ' ' : ''}${line.text}`;
  }, '');
}
