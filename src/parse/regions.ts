import {
  ADOPTED,
  CONTENTS_LINE,
  COPIES_LINE,
  DATE_LINE,
  DOCUMENT_NUMBER,
  METADATA_LABELS,
  OPENLY_PUBLISHED,
  PREFACE_LINE,
  PRINTED_LINE,
  squeeze,
} from '../catalogue/head-patterns.ts';
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
const SENTENCE_END = /[。：；，,:;]$/;
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
  for (let index = 0; index < Math.min(lines.length, HEAD_LINES); index += 1) {
    const text = lines[index]?.text ?? '';
    if (isBodyHeading(text)) break;
    if (isHeadLine(text)) end = index + 1;
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
  return family === 'part' || family === 'chapter' || family === 'item' || family === 'section';
}

/** Past the entries and what is left of torn ones, up to the first entry printed again, a preface or a sentence. */
function findContentsEnd(lines: readonly SourceLine[], contents: number): number {
  const first = entryText(lines[contents + 1]?.text ?? '');
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
  return DOT_LEADER.test(text) || isBodyHeading(text);
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
  return at >= 0 ? at : lines.length;
}
