import { PREFACE_LINE } from '../catalogue/head-patterns.ts';
import { isTornOff } from './broken-lines.ts';
import { readDecimal, readDecimalOf } from './decimals.ts';
import { type HeadingCandidate, readHeading } from './heading.ts';
import { displayWidth, type Layout } from './layout.ts';
import { readMarker } from './numbering.ts';
import { joinLines, type Paragraph } from './paragraph.ts';
import { gapBetween, type SourceLine } from './source-line.ts';

const ENDS_SENTENCE = /[。！？：:][”’）)]*$/;
const INDENTED = /^(?:\u3000| {2,}|\t)/;
const BULLET = /^(?:——|[●•▪◆])/;
const PUNCTUATION_OF_TEXT = /[。；;：:！？]/;
const MAX_TITLE_TAIL_WIDTH = 80;
const LONG_TITLE_WIDTH = 36;
const MAX_TITLE_LINES = 3;
/** How far a full line may fall short, where a mark hangs or a word did not fit. Widths count a Han character as two. */
const SLACK = 3;
/** The first line of a printed paragraph is set in by two characters, which the extractor drops. */
const INDENT = 4;

/** Paragraphs out of lines that follow each other. */
export function unwrap(lines: readonly SourceLine[], layout: Layout): readonly Paragraph[] {
  const groups: SourceLine[][] = [];
  lines.forEach((line, index) => {
    const group = groups.at(-1);
    if (group === undefined || startsParagraph(group, line, lines[index + 1], layout)) {
      groups.push([line]);
    } else {
      group.push(line);
    }
  });
  return groups.map(joinLines);
}

function startsParagraph(
  group: readonly SourceLine[],
  line: SourceLine,
  next: SourceLine | undefined,
  layout: Layout,
): boolean {
  const last = group.at(-1)?.text ?? '';
  if (layout.hasDecimals && partsDecimal(group, line)) return true;
  const title = openTitle(group);
  if (title !== null && continuesTitle(title, line, layout)) return false;
  if (isTornOff(group, line, next)) return false;
  if (!layout.isWrapped || isCellLine(last)) return true;
  if (PREFACE_LINE.test(last) || PREFACE_LINE.test(line.text)) return true;
  const isWholeTitle =
    title !== null && (isRanked(title) || isShort(group, layout) || readMarker(line.text) !== null);
  const isEnded = ENDS_SENTENCE.test(last) || isWholeTitle;
  if (isRankedHeading(line.text) && (isEnded || isSetApart(line.text))) return true;
  // A line that stops short ends its paragraph even where the full stop is missing.
  if (!isEnded) return isShort(group, layout) && readHeading(line.text) !== null;
  if (title !== null || readMarker(line.text) !== null || BULLET.test(line.text)) return true;
  return INDENTED.test(line.raw) || isShort(group, layout) || looksIndented(line, next, layout);
}

/** 1.1 编制目的 stands on a line of its own; a numbered sentence begins after one that has ended. */
function partsDecimal(group: readonly SourceLine[], line: SourceLine): boolean {
  const [first] = group;
  if (group.length === 1 && first !== undefined && isDecimalTitle(first.text)) return true;
  const hasEnded = ENDS_SENTENCE.test(group.at(-1)?.text ?? '');
  return isDecimalTitle(line.text) || (hasEnded && readDecimal(line.text) !== null);
}

function isDecimalTitle(text: string): boolean {
  return readDecimalOf(text)?.heading.style === 'line';
}

/** The lines so far as a heading that stands alone; null where they are text. */
function openTitle(group: readonly SourceLine[]): HeadingCandidate | null {
  if (group.length > MAX_TITLE_LINES) return null;
  const heading = readHeading(joinLines(group).text);
  return heading === null || heading.isRunIn ? null : heading;
}

/** A title that goes on: short, without the marks of running text, under a heading that is long or breaks off. */
function continuesTitle(title: HeadingCandidate, line: SourceLine, layout: Layout): boolean {
  if (!isRanked(title) || isCellLine(line.text) || readMarker(line.text) !== null) return false;
  if (PUNCTUATION_OF_TEXT.test(line.text) || BULLET.test(line.text)) return false;
  const breaksOff = /[，、—]$/.test(title.title);
  // Under the heading of a panel a short line is the first of its projects.
  const isLong =
    title.marker.family.id !== 'panel' && displayWidth(title.title) >= LONG_TITLE_WIDTH;
  const maxWidth = layout.isWrapped ? layout.width * 0.8 : MAX_TITLE_TAIL_WIDTH;
  return (breaksOff || isLong) && displayWidth(line.text) <= maxWidth;
}

function isCellLine(text: string): boolean {
  return text.endsWith('|');
}

function isRanked(heading: HeadingCandidate): boolean {
  return heading.marker.family.rank !== null;
}

function isRankedHeading(text: string): boolean {
  const heading = readHeading(text);
  return heading !== null && isRanked(heading) && !/[，。；]$/.test(text);
}

/** 第一章 and a space: so printed, it cannot be the middle of a sentence. */
function isSetApart(text: string): boolean {
  const number = readMarker(text)?.number ?? '';
  return /^\s/.test(text.slice(number.length));
}

function isShort(group: readonly SourceLine[], layout: Layout): boolean {
  const full = layout.width - (group.length === 1 ? INDENT : 0);
  return displayWidth(group.at(-1)?.text ?? '') < full - SLACK;
}

/** After a full line that ends a sentence, only the lost indent tells a new paragraph. */
function looksIndented(line: SourceLine, next: SourceLine | undefined, layout: Layout): boolean {
  const width = displayWidth(line.text);
  const isNextFull =
    next !== undefined && gapBetween(line, next) <= 2 && displayWidth(next.text) > width;
  const full = layout.width - INDENT;
  return width >= full - SLACK && width <= full + SLACK - 1 && isNextFull;
}
