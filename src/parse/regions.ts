import {
  ADOPTED,
  CONTENTS_LINE,
  COPIES_LINE,
  DATE_LINE,
  DELIVERED,
  DOCUMENT_NUMBER,
  METADATA_LABELS,
  OPENLY_PUBLISHED,
  PREFACE_LINE,
  PRINTED_LINE,
  SALUTATION,
  SPEAKER,
  squeeze,
} from '../catalogue/head-patterns.ts';
import { readDecimal } from './decimals.ts';
import { readHeading } from './heading.ts';
import { displayWidth } from './layout.ts';
import type { SourceLine } from './source-line.ts';

/** The three parts of a document; a table of contents is in none. */
export interface Regions {
  readonly front: readonly SourceLine[];
  readonly body: readonly SourceLine[];
  readonly back: readonly SourceLine[];
}

const HEAD_LINES = 120;
const TAIL_LINES = 12;
/** A salutation this near under the last line of the head belongs to it, with a name between them. */
const SALUTATION_REACH = 4;
/** Where an entry of the contents begins, after what stands before it on the line. */
const ENTRY =
  /第\s*[一二三四五六七八九十百零〇]+\s*[编篇章节]|(?<=^|[\s\d.…·．])(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/gu;
const ORGAN = /^[\u4e00-\u9fff]{2,30}(?:政府|办公厅|办公室|委员会|管委会|国务院|局|厅|部|委|院)$/u;
const SENTENCE_END = /[。：；，,:;]$/;
/** So long a line is text. */
const LONG_TEXT = 80;
const MAX_ENTRY_WIDTH = 80;
const DOT_LEADER = /[.…·．]{2,}\s*\d*$/;

export function splitRegions(lines: readonly SourceLine[], title: string): Regions {
  const contents = lines.slice(0, HEAD_LINES).findIndex((line) => CONTENTS_LINE.test(line.text));
  const frontEnd = contents >= 0 ? contents : findFrontEnd(lines, title);
  const bodyStart = contents >= 0 ? findContentsEnd(lines, contents) : frontEnd;
  const backStart = findBackStart(lines, bodyStart);
  return {
    front: lines.slice(0, frontEnd),
    body: lines.slice(bodyStart, backStart),
    back: lines.slice(backStart),
  };
}

/** The head ends after its last telltale line and the title repeated under it. */
function findFrontEnd(lines: readonly SourceLine[], title: string): number {
  let end = 0;
  let hasText = false;
  for (let index = 0; index < Math.min(lines.length, HEAD_LINES); index += 1) {
    const text = lines[index]?.text ?? '';
    if (isBodyHeading(text)) break;
    if (isHeadLine(text)) end = index + 1;
    if (!hasText && SALUTATION.test(text) && index - end <= SALUTATION_REACH) return index;
    hasText ||= text.length >= LONG_TEXT;
  }
  while (isTitleLine(lines[end], title)) end += 1;
  return end;
}

function isHeadLine(text: string): boolean {
  const label = text.split(/[|:：]/)[0]?.replace(/\s+/g, '') ?? '';
  return (
    DATE_LINE.test(text) ||
    OPENLY_PUBLISHED.test(text) ||
    ADOPTED.test(text) ||
    DELIVERED.test(text) ||
    SPEAKER.test(text) ||
    DOCUMENT_NUMBER.exec(text)?.[0].length === text.length ||
    METADATA_LABELS.has(label)
  );
}

/** A line of the title, or a bracket under it. */
function isTitleLine(line: SourceLine | undefined, title: string): boolean {
  if (line === undefined) return false;
  const text = squeeze(line.text);
  return (text.length > 1 && squeeze(title).includes(text)) || /^[（(][^（）()]+[）)]$/.test(text);
}

function isBodyHeading(text: string): boolean {
  const heading = readHeading(text);
  const family = heading?.marker.family.id;
  if (family === undefined && readDecimal(text)?.heading.style === 'line') return true;
  return (
    family === 'article' ||
    family === 'part' ||
    family === 'chapter' ||
    family === 'item' ||
    family === 'section'
  );
}

/** Past the entries and what is left of torn ones, up to the first entry printed again, a preface or a sentence. */
function findContentsEnd(lines: readonly SourceLine[], contents: number): number {
  const [own = ''] = (lines[contents]?.text ?? '').split(CONTENTS_LINE).slice(-1);
  const first = firstEntry(own.search(ENTRY) >= 0 ? own : (lines[contents + 1]?.text ?? ''));
  let end = contents + 1;
  while (end < lines.length && !startsBody(lines, end, contents, first)) end += 1;
  return end;
}

function startsBody(
  lines: readonly SourceLine[],
  index: number,
  contents: number,
  first: string,
): boolean {
  const text = lines[index]?.text ?? '';
  if (index > contents + 1 && entryText(text) === first) return true;
  if (PREFACE_LINE.test(text)) return !isEntry(lines[index + 1]?.text ?? '');
  return !isEntry(text) && (displayWidth(text) > MAX_ENTRY_WIDTH || SENTENCE_END.test(text));
}

function isEntry(text: string): boolean {
  return DOT_LEADER.test(text) || isBodyHeading(text) || isEntryRun(text);
}

/** Several entries on a line, without the marks of a sentence. */
function isEntryRun(text: string): boolean {
  return (text.match(ENTRY)?.length ?? 0) > 1 && !/[。；]/u.test(text);
}

/** The first of the entries on a line. */
function firstEntry(text: string): string {
  const starts = [...text.matchAll(ENTRY)].map(({ index }) => index);
  return entryText(text.slice(0, starts.find((start) => start > 0) ?? text.length));
}

/** An entry of the contents without its dots and page number. */
function entryText(text: string): string {
  return text.replace(/[\s.…·．]+\d*\s*$/, '').replace(/\s+/g, '');
}

function findBackStart(lines: readonly SourceLine[], from: number): number {
  const tail = Math.max(from, lines.length - TAIL_LINES);
  const at = lines.findIndex(
    (line, index) => index >= tail && (COPIES_LINE.test(line.text) || PRINTED_LINE.test(line.text)),
  );
  const copies = at >= 0 ? at : lines.length;
  return findSignature(lines, Math.max(from, copies - TAIL_LINES), copies);
}

/** The issuer, the date and 此件公开发布 that end a document, with nothing after them. */
function findSignature(lines: readonly SourceLine[], from: number, end: number): number {
  let start = end;
  while (start > from && isSignature(lines[start - 1]?.text ?? '')) start -= 1;
  const hasDate = lines.slice(start, end).some(({ text }) => DATE_LINE.test(text));
  return hasDate ? start : end;
}

function isSignature(text: string): boolean {
  return DATE_LINE.test(text) || OPENLY_PUBLISHED.test(text) || ORGAN.test(squeeze(text));
}
