import type { Place, SourceBlock } from '../model.ts';
import { withNumber } from './automatic-number.ts';
import { onOneLine, paragraphsOf } from './line-breaks.ts';

/** A paragraph as programs of the office kind have it. */
export interface StyledParagraph {
  /** Lines broken by hand stand apart by \n. */
  readonly text: string;
  /** Automatic, as printed. */
  readonly number: string | null;
  /** Of its style, from 1; null for body text. */
  readonly level: number | null;
  readonly place: Place;
}

/** Longer ones, and those that go on behind a full stop, are paragraphs that were given a heading's style. */
const MAX_HEADING_CHARS = 100;

/** The blocks it makes: none, a heading, or one or more paragraphs. */
export function blocksOfParagraph({
  text,
  number,
  level,
  place,
}: StyledParagraph): readonly SourceBlock[] {
  if (text.trim() === '') return [];
  if (level !== null && isHeadingText(text)) {
    return [{ type: 'heading', level, number, text: onOneLine(text).trim(), place }];
  }
  return paragraphsOf(text).map((line, index) => ({
    type: 'paragraph',
    text: index === 0 ? withNumber(number, line) : line,
    place,
  }));
}

function isHeadingText(text: string): boolean {
  return text.length <= MAX_HEADING_CHARS && !/[。；][^\s”’）]/u.test(text);
}
