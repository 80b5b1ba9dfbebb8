import type { TextBlock } from '../model.ts';
import { joinLines, type Paragraph, slice } from './paragraph.ts';
import type { SourceLine } from './source-line.ts';
import { textBlock } from './text-block.ts';

const NOTE_START = /^(?:注|备注|说明|资料来源|数据来源)\s*(?:[:：]|\d)/;
const NUMBERED_NOTE = /(?:^|[；;。]\s*)(?=(?:(?:注|备注|说明)\s*[:：]\s*)?\d{1,2}[.．、](?!\d))/g;
const MAX_NOTE_LINES = 12;

/** The notes under a table, one block a note; `next` is the index of the first line after them. */
export function readNotes(
  lines: readonly SourceLine[],
  start: number,
): { notes: readonly TextBlock[]; next: number } {
  if (!NOTE_START.test(lines[start]?.text ?? '')) return { notes: [], next: start };
  let next = start + 1;
  while (next < lines.length && next - start < MAX_NOTE_LINES && goesOn(lines, next)) next += 1;
  const whole = joinLines(lines.slice(start, next));
  return { notes: splitNotes(whole).map((note) => textBlock(note, 'note')), next };
}

function goesOn(lines: readonly SourceLine[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  const line = lines[index]?.text ?? '';
  return !/。[”’）)]?$/.test(before) || /^\d{1,2}[.．、](?!\d)/.test(line);
}

function splitNotes(whole: Paragraph): readonly Paragraph[] {
  const starts = [...whole.text.matchAll(NUMBERED_NOTE)].map(
    (match) => match.index + match[0].length,
  );
  const borders = [0, ...starts.filter((start) => start > 0), whole.text.length];
  return borders
    .slice(0, -1)
    .map((from, index) => slice(whole, from, borders[index + 1] ?? whole.text.length))
    .filter((note) => note.text !== '');
}
