import type { Place, SourceBlock, SourceCell, SourceRow } from '../../model.ts';
import { headerRowsOf } from '../header-rows.ts';
import { child, isOn, numberOf, settingOf, type XmlElement } from './xml-tree.ts';

interface CellDraft {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly text: string;
}

interface RowDraft {
  readonly cells: readonly CellDraft[];
  readonly isHeader: boolean;
  readonly place: Place;
}

/** What a table needs to know of the text round it. */
export interface CellReader {
  /** Text of a cell, on one line. */
  readonly text: (cell: XmlElement) => string;
  /** Where the paragraph stands that is read next. */
  readonly place: () => Place;
}

/** A table with its merged cells as spans; null where it holds no text. */
export function tableBlock(table: XmlElement, reader: CellReader): SourceBlock | null {
  const place = reader.place();
  const drafts: RowDraft[] = [];
  /** By column: the cell above that may reach down. */
  const above = new Map<number, CellDraft>();
  for (const row of rowsOf(table)) drafts.push(rowDraft(row, above, reader));
  const rows: SourceRow[] = drafts
    .filter(({ cells }) => cells.length > 0)
    .map(({ cells, place }) => ({ cells: cells.map((cell): SourceCell => ({ ...cell })), place }));
  if (!rows.some(({ cells }) => cells.some(({ text }) => text !== ''))) return null;
  const marked = drafts.findIndex(({ isHeader }) => !isHeader);
  const headerRows = marked > 0 ? marked : headerRowsOf(rows);
  return { type: 'table', title: null, headerRows, rows, place };
}

/** Its rows, also those inside content controls; without those deleted as a whole. */
export function rowsOf(table: XmlElement): readonly XmlElement[] {
  return inside(table, 'tr').filter((row) => child(row, 'trPr', 'del') === undefined);
}

export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return inside(row, 'tc');
}

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);

function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((part) => {
    if (part.name === name) return [part];
    return WRAPPERS.has(part.name) ? inside(part, name) : [];
  });
}

function rowDraft(row: XmlElement, above: Map<number, CellDraft>, reader: CellReader): RowDraft {
  const place = reader.place();
  const cells: CellDraft[] = [];
  let column = numberOf(row, 'trPr', 'gridBefore') ?? 0;
  for (const cell of cellsOf(row)) {
    const columnSpan = Math.max(1, numberOf(cell, 'tcPr', 'gridSpan') ?? 1);
    const reaching = above.get(column);
    if (isContinued(cell, 'vMerge') && reaching !== undefined) {
      reaching.rowSpan++;
    } else if (isContinued(cell, 'hMerge') && cells.length > 0) {
      const before = cells[cells.length - 1];
      if (before !== undefined) {
        cells[cells.length - 1] = { ...before, columnSpan: before.columnSpan + columnSpan };
      }
    } else {
      const draft: CellDraft = { column, columnSpan, rowSpan: 1, text: reader.text(cell) };
      cells.push(draft);
      above.set(column, draft);
    }
    column += columnSpan;
  }
  return { cells, isHeader: isOn(row, 'trPr', 'tblHeader'), place };
}

/** A merge that is named without a value goes on; `restart` begins one. */
function isContinued(cell: XmlElement, merge: 'vMerge' | 'hMerge'): boolean {
  return child(cell, 'tcPr', merge) !== undefined && settingOf(cell, 'tcPr', merge) !== 'restart';
}
