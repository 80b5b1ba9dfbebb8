import type { Lines, Wrap } from '../model.ts';
import type { SourceLine } from './source-line.ts';

/** Text that belongs together, before it is known what it is. */
export interface Paragraph {
  readonly text: string;
  readonly lines: Lines;
  readonly page: number | null;
  /** Every seed line it was joined from, the first included. */
  readonly wraps: readonly Wrap[];
  /** It stood between cell bars. */
  readonly isCell: boolean;
  /** The format sets it as a heading of this level, from 1 the outermost; left out where it does not. */
  readonly level?: number;
}

const CELL_BAR = /\s*\|+\s*$/;
/** Words part with a blank; a figure is never parted, nor a unit from it. */
const WORD_END = /[A-Za-z]$/;
const WORD_START = /^[A-Za-z]/;

/** One paragraph of the lines, wraps taken out; `lines` is not empty. */
export function joinLines(lines: readonly SourceLine[]): Paragraph {
  let text = '';
  const wraps: Wrap[] = [];
  for (const line of lines) {
    const next = line.text.replace(CELL_BAR, '');
    if (WORD_END.test(text) && WORD_START.test(next)) text += ' ';
    wraps.push({ offset: text.length, line: line.number, page: line.page });
    text += next;
  }
  const first = lines[0];
  return {
    text,
    lines: [first?.number ?? 0, lines.at(-1)?.number ?? 0],
    page: first?.page ?? null,
    wraps,
    isCell: lines.every((line) => CELL_BAR.test(line.text)),
    ...(first?.block?.type === 'heading' && { level: first.block.level }),
  };
}

/** The part of a paragraph from one offset to another, with its own lines; white space round it drops off. */
export function slice(paragraph: Paragraph, from: number, to: number): Paragraph {
  const part = paragraph.text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const text = part.trim();
  const inside = paragraph.wraps.filter(
    (wrap) => wrap.offset > start && wrap.offset < start + text.length,
  );
  const first = paragraph.wraps.findLast((wrap) => wrap.offset <= start);
  const line = first?.line ?? paragraph.lines[0];
  const page = first?.page ?? paragraph.page;
  return {
    text,
    lines: [line, inside.at(-1)?.line ?? line],
    page,
    wraps: [
      { offset: 0, line, page },
      ...inside.map((wrap) => ({ ...wrap, offset: wrap.offset - start })),
    ],
    isCell: paragraph.isCell,
  };
}

/** Two paragraphs as one, a blank between them. */
export function joinParagraphs(first: Paragraph, second: Paragraph): Paragraph {
  const from = first.text.length + 1;
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    lines: [first.lines[0], second.lines[1]],
    wraps: [
      ...first.wraps,
      ...second.wraps.map((wrap) => ({ ...wrap, offset: wrap.offset + from })),
    ],
  };
}
