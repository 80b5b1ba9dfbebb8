import { readMarker } from './numbering.ts';
import type { SourceLine } from './source-line.ts';

/** As wide as two characters: what parts a title from its text on one line. */
const WIDE_GAP =
  /(?:\u3000{2,}|[ \u00a0]{4,}|\u3000[ \u00a0]{2,}|[ \u00a0]{2,}\u3000)[\u3000 \u00a0]*/gu;
const RANKED = /第\s*[一二三四五六七八九十百零〇]+\s*[编篇章节]/gu;
const ENDS_PIECE = /[。：:；;！？]$/u;
const MARK_OF_TEXT = /[，。；：、！？]/u;
/** Where so many lines show that text follows its title, it needs no mark to be told from a second half of the title. */
const HABIT = 3;
const MAX_HEADINGS_LINE = 120;

/** The lines, and the pieces of each on which a heading and its text, or two headings, stand side by side. */
export function linePieces(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isHabit = lines.filter(({ text }) => splitAtGaps(text, false).length > 1).length >= HABIT;
  return lines.flatMap((line) => piecesOf(line, isHabit));
}

function piecesOf(line: SourceLine, isHabit: boolean): readonly SourceLine[] {
  if (/[|\t]/u.test(line.text)) return [line];
  const texts = splitAtGaps(line.text, isHabit).flatMap(splitHeadings);
  if (texts.length < 2) return [line];
  return texts.map((text, index) => ({ ...line, text, raw: index === 0 ? line.raw : text }));
}

/** A gap parts what follows from a numbered title, or from a sentence that has ended. */
function splitAtGaps(text: string, isHabit: boolean): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const gap of text.matchAll(WIDE_GAP)) {
    const before = text.slice(from, gap.index);
    const after = text.slice(gap.index + gap[0].length);
    if (!canPart(before, after, isHabit)) continue;
    pieces.push(before.trim());
    from = gap.index + gap[0].length;
  }
  return [...pieces, text.slice(from).trim()];
}

function canPart(before: string, after: string, isHabit: boolean): boolean {
  if (readMarker(after) !== null) return ENDS_PIECE.test(before) || isTitle(before);
  if (ENDS_PIECE.test(before)) return true;
  return isTitle(before) && after.length >= 8 && (isHabit || MARK_OF_TEXT.test(after));
}

/** It has a number that makes a heading, and words after it: 总　　则 is one title. */
function isTitle(text: string): boolean {
  const marker = readMarker(text);
  return marker !== null && marker.rest.length >= 2 && !/[。；]/u.test(marker.rest);
}

/** 第五篇坚持可持续发展第十八章控制人口增长: the second goes deeper than the first. */
function splitHeadings(text: string): readonly string[] {
  const first = readMarker(text);
  if (first?.family.rank === undefined || first.family.rank === null) return [text];
  if (text.length > MAX_HEADINGS_LINE || /[。；：]/u.test(text)) return [text];
  const at = [...text.matchAll(RANKED)].map(({ index }) => index);
  const inner = at.find((index) => index > 0);
  if (inner === undefined) return [text];
  const second = readMarker(text.slice(inner));
  const goesDeeper = (second?.family.rank ?? -1) > first.family.rank;
  const hasTitle = text.slice(first.number.length, inner).trim().length >= 2;
  return goesDeeper && hasTitle
    ? [text.slice(0, inner).trim(), ...splitHeadings(text.slice(inner).trim())]
    : [text];
}
