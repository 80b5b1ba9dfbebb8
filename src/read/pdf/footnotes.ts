import type { Line } from './lines.ts';
import type { Page } from './page.ts';

/** Notes are set smaller than the text, by this share at least. */
const SMALLER = 0.93;
/** They stand in the lower part of a page. */
const FROM = 0.5;
const MARK = /^(?:[①-⑳*＊※]|[[［〔]\d{1,3}[\]］〕]|\d{1,3}\s?(?=[\p{Script=Han}“《]))/u;

export interface WithNotes {
  readonly lines: readonly Line[];
  /** Each on one line of words. */
  readonly notes: readonly string[];
}

/** Parts the notes at the foot of a page from its text, whose size is `bodySize`. */
export function takeFootnotes(page: Page, lines: readonly Line[], bodySize: number): WithNotes {
  const isSmall = ({ size }: Line): boolean => size <= bodySize * SMALLER;
  let start = lines.length;
  while (start > 0) {
    const line = lines[start - 1];
    if (line === undefined || !isSmall(line) || line.y < page.height * FROM) break;
    start--;
  }
  while (start < lines.length && !MARK.test(lines[start]?.text ?? '')) start++;
  const foot = lines.slice(start);
  // A page all in small print has no notes.
  if (foot.length === 0 || !lines.slice(0, start).some((line) => !isSmall(line))) {
    return { lines, notes: [] };
  }
  const notes: string[] = [];
  for (const { text } of foot) {
    const last = notes.at(-1);
    if (last === undefined || MARK.test(text)) notes.push(text);
    else notes[notes.length - 1] = `${last}${text}`;
  }
  return { lines: lines.slice(0, start), notes };
}
