import { displayWidth } from './layout.ts';
import type { SourceLine } from './source-line.ts';
import {
  type Cell,
  columnName,
  type Grid,
  type GridRow,
  gridRow,
  ROW_NUMBER,
} from './table-grid.ts';
import { splitValues } from './table-values.ts';

const HEAD_START = /^(?:序号|主要)?指标/;
const MAX_HEAD_LINES = 12;
const MAX_ROW_LINES = 20;
const MAX_GROUP_WIDTH = 24;
const COLUMN =
  /序号|(?:主要)?指标(?:名称)?(?:[（(][^）)]*[）)])?(?!属性|性质)|单位|20\d\d年(?:实际值?|目标值?|规划值?|预计值?)?|年均.*?(?=指标|属性|性质|$)|(?:指标)?(?:属性|性质)/g;
/** The last cell of a row. */
const PROPERTY_END = /(?:预期性|约束性|指导性)$/;
/** A name ends in the bracket that holds its unit. */
const NAME = /^(.+?[（(][^（()）]*[）)])(?=\s|$)(.*)$/s;

/** A table set with spaces between the cells, a row running on over the next lines where its cells are wrapped. */
export function readSpacedTable(lines: readonly SourceLine[], start: number): Grid | null {
  const first = lines[start];
  if (first === undefined || !HEAD_START.test(columnName(first.text))) return null;
  const bodyStart = findBody(lines, start);
  if (bodyStart === null) return null;
  const head = lines
    .slice(start, bodyStart)
    .map((line) => columnName(line.text))
    .join('');
  const columns = [...head.matchAll(COLUMN)].map((match) => match[0]);
  if (columns.length < 3 || !/属性|性质/.test(columns.at(-1) ?? '')) return null;
  const { rows, next } = readRows(lines, bodyStart, columns.length);
  return rows.length < 2 ? null : { columns, rows, first, next };
}

function findBody(lines: readonly SourceLine[], start: number): number | null {
  for (let index = start + 1; index <= start + MAX_HEAD_LINES; index += 1) {
    const line = lines[index];
    if (line === undefined) return null;
    if (ROW_NUMBER.test(line.text)) return isGroup(lines, index - 1) ? index - 1 : index;
  }
  return null;
}

function isGroup(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  return (
    line !== undefined &&
    /^[\u4e00-\u9fff]{2,}$/.test(line.text) &&
    !/属性|性质|指标/.test(line.text) &&
    displayWidth(line.text) <= MAX_GROUP_WIDTH &&
    ROW_NUMBER.test(lines[index + 1]?.text ?? '')
  );
}

function readRows(
  lines: readonly SourceLine[],
  start: number,
  width: number,
): { rows: readonly GridRow[]; next: number } {
  const rows: GridRow[] = [];
  let next = start;
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined) break;
    if (isGroup(lines, next)) {
      rows.push(gridRow([{ text: line.text, line }], width));
      next += 1;
      continue;
    }
    const end = ROW_NUMBER.test(line.text) ? findRowEnd(lines, next) : null;
    if (end === null) break;
    rows.push(gridRow(cellsOf(lines.slice(next, end), width), width));
    next = end;
  }
  return { rows, next };
}

function findRowEnd(lines: readonly SourceLine[], start: number): number | null {
  for (let index = start; index < Math.min(lines.length, start + MAX_ROW_LINES); index += 1) {
    const text = lines[index]?.text ?? '';
    if (index > start && ROW_NUMBER.test(text)) return null;
    if (PROPERTY_END.test(text)) return index + 1;
  }
  return null;
}

function cellsOf(lines: readonly SourceLine[], width: number): readonly Cell[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = lines.map((line) => line.text).join('\n');
  const [, name = text, rest = ''] = NAME.exec(text) ?? [];
  const property = PROPERTY_END.exec(rest)?.[0] ?? '';
  const values = splitValues(rest.slice(0, rest.length - property.length), width - 2);
  return [
    { text: name.replace(/\n/g, ''), line: first },
    ...values.map((value) => ({ text: value, line: last })),
    { text: property, line: last },
  ];
}
