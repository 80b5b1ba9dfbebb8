import type { Place, SourceBlock } from '../../model.ts';
import { headerRowsOf } from '../header-rows.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Names that programs give; others are titles of a kind. */
const GIVEN_NAME = /^(?:sheet|工作表|表)\s*\d*$/iu;

/** Tables stand apart by blank rows; rows of one text above and below them are titles and notes. */
export function sheetBlocks(rows: readonly SheetRow[], sheet: string): readonly SourceBlock[] {
  const blocks = groupsOf(rows).flatMap((group) => groupBlocks(group, sheet));
  const [first] = blocks;
  const isNamed = blocks.some((block) => block.type !== 'table' || block.title !== null);
  if (first?.type !== 'table' || isNamed || GIVEN_NAME.test(sheet)) return blocks;
  return [{ ...first, title: sheet }, ...blocks.slice(1)];
}

function groupsOf(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const groups: SheetRow[][] = [[]];
  for (const row of rows) {
    // A row without a text of its own may still be reached over from above.
    if (row.cells.length === 0) groups.push([]);
    else groups.at(-1)?.push(row);
  }
  return groups.filter((group) => group.length > 0);
}

function groupBlocks(rows: readonly SheetRow[], sheet: string): readonly SourceBlock[] {
  const isWide = ({ cells }: SheetRow): boolean => cells.length > 1;
  const first = rows.findIndex(isWide);
  if (first < 0) return rows.map((row) => paragraph(row, sheet));
  const last = rows.findLastIndex((row) => isWide(row) || !isNote(row));
  const above = rows.slice(0, first);
  const title = above.at(-1);
  const table = rows.slice(first, last + 1).map(({ row, cells }) => ({
    cells,
    place: placeOf(sheet, row),
  }));
  const block: SourceBlock = {
    type: 'table',
    title: title === undefined ? null : textOf(title),
    headerRows: headerRowsOf(table),
    rows: table,
    place: placeOf(sheet, (title ?? rows[first])?.row ?? 1),
  };
  return [
    ...above.slice(0, -1).map((row) => paragraph(row, sheet)),
    block,
    ...rows.slice(last + 1).map((row) => paragraph(row, sheet)),
  ];
}

/** A text alone below a table, unless it is the name of a group that happens to be the last. */
function isNote({ cells: [cell] }: SheetRow): boolean {
  return cell === undefined || /^(?:注|说明|备注|资料来源|来源)|^[*※]|[。；]$/u.test(cell.text);
}

function paragraph(row: SheetRow, sheet: string): SourceBlock {
  return { type: 'paragraph', text: textOf(row), place: placeOf(sheet, row.row) };
}

function textOf({ cells }: SheetRow): string {
  return cells
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

function placeOf(sheet: string, row: number): Place {
  return { type: 'cell', sheet, row };
}
