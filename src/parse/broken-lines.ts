import { readHeading } from './heading.ts';
import { readMarker } from './numbering.ts';
import type { SourceLine } from './source-line.ts';

/** Nothing ends in an opening mark, and nothing begins with one that belongs to what is before. */
const OPENS = /[（(“‘《〈【[]$/u;
const CLOSES = /^\s*[，。、；：！？）)》〉】％%,;]/u;
/** A figure or a unit that was set smaller: 2.5 of PM2.5, 2 of CO2. */
const FRAGMENT = /^[\d.+\-—~～∶%％]{1,8}[A-Za-zμ]{0,3}$/u;
const ENDS = /[。！？：:；;]$/u;
/** A heading, a caption or a row may end a page; a sentence with a mark in it goes on. */
const MIN_SENTENCE = 16;
const ENDS_PAGE = /^[^，、；。]*$|[。！？：:；;）)|][”’]*$/u;
/** What is shorter may be a cell of a table. */
const MIN_TEXT = 9;

/** Whether a line was torn off the ones before it inside a sentence. Cells of tables are left alone. */
export function isTornOff(
  group: readonly SourceLine[],
  line: SourceLine,
  next: SourceLine | undefined,
): boolean {
  const last = group.at(-1);
  // Pieces of one line were parted on purpose.
  if (last === undefined || last.number === line.number) return false;
  if (isCell(last) || isCell(line)) return false;
  if (OPENS.test(last.text) || CLOSES.test(line.text)) return true;
  if (FRAGMENT.test(last.text)) return group.length > 1;
  const length = group.reduce((sum, { text }) => sum + text.length, 0);
  if (isPageTurn(last, line)) return length >= MIN_SENTENCE && !ENDS_PAGE.test(last.text);
  const isInside = length >= MIN_TEXT && !ENDS.test(last.text);
  return FRAGMENT.test(line.text) && isInside && (next?.text.length ?? 0) >= MIN_TEXT;
}

/** A page mark stands between them, and what follows is no heading. */
function isPageTurn(last: SourceLine, line: SourceLine): boolean {
  const turns = last.page !== null && line.page !== null && last.page !== line.page;
  return turns && readHeading(last.text)?.isRunIn !== false && readMarker(line.text) === null;
}

function isCell({ text, raw }: SourceLine): boolean {
  return /\|/u.test(text) || /^\t|\S\t/u.test(raw);
}
