import type { SourceBlock } from '../model.ts';

/** A line of the seed that holds text; blank ones show as gaps in `number`. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** As in the seed: leading white space tells pages and cells apart. */
  readonly raw: string;
  /** Trimmed, editor marks taken out. */
  readonly text: string;
  readonly page: number | null;
  /** What stood right before it in the file is none of the document's own text. */
  readonly isApart?: true;
  /** What the file's format knows of it; left out of plain text. */
  readonly block?: SourceBlock;
}

/** A bookmark that a converter left in the text. */
const EDITOR_MARK = /\[bookmark:[^\]]*\]/g;

export function splitLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

export function cleanLine(raw: string): string {
  return raw
    .replace(EDITOR_MARK, '')
    .replace(/[\u200B\uFEFF]/g, '')
    .trim();
}

/** Blank lines between two lines, as printed. */
export function gapBetween(before: SourceLine, after: SourceLine): number {
  return after.number - before.number - 1;
}
