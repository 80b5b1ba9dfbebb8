import type { Place, SourceBlock, SourceCell, SourceRow } from '../model.ts';
import { headerRowsOf } from './header-rows.ts';
import { onOneLine, paragraphsOf } from './line-breaks.ts';

/** A cell as older formats have it: by the places of its edges, with marks where it is merged. */
export interface EdgeCell {
  /** One line a paragraph. */
  readonly text: string;
  /** In any unit, the same for all of a table. */
  readonly left: number;
  readonly right: number;
  /** It only goes on with the cell to its left, or above. */
  readonly continuesLeft: boolean;
  readonly continuesUp: boolean;
}

export interface EdgeRow {
  readonly cells: readonly EdgeCell[];
  readonly place: Place;
}

/** Edges nearer than this share of the table's width are one: rows of a table are seldom cut quite alike. */
const TOLERANCE = 0.008;

/** The table that these rows are; one of a single column only frames its text, which comes out as paragraphs. */
export function blocksFromEdges(edgeRows: readonly EdgeRow[]): readonly SourceBlock[] {
  const rows = rowsFromEdges(edgeRows);
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.every(({ cells }) => cells.length === 1)) {
    return rows.flatMap(({ cells, place }) =>
      cells
        .flatMap(({ text }) => text.split('\n').flatMap(paragraphsOf))
        .map((text): SourceBlock => ({ type: 'paragraph', text, place })),
    );
  }
  const onLines = rows.map(({ cells, place }) => ({
    cells: cells.map((cell) => ({ ...cell, text: onOneLine(cell.text).trim() })),
    place,
  }));
  if (!onLines.some(({ cells }) => cells.some(({ text }) => text !== ''))) return [];
  const headerRows = headerRowsOf(onLines);
  return [{ type: 'table', title: null, headerRows, rows: onLines, place: first.place }];
}

/** Rows with columns and spans, columns being what lies between any two edges of the table. */
function rowsFromEdges(rows: readonly EdgeRow[]): readonly SourceRow[] {
  const columnAt = columnFinder(rows);
  const above = new Map<number, { rowSpan: number }>();
  const drafts = rows.map(({ cells, place }) => {
    const kept: (Omit<SourceCell, 'rowSpan'> & { columnSpan: number; rowSpan: number })[] = [];
    for (const cell of cells) {
      const column = columnAt(cell.left);
      const columnSpan = Math.max(1, columnAt(cell.right) - column);
      const before = kept.at(-1);
      const upper = above.get(column);
      if (cell.continuesLeft && before !== undefined) {
        before.columnSpan += columnSpan;
      } else if (cell.continuesUp && upper !== undefined) {
        upper.rowSpan++;
      } else {
        const draft = { column, columnSpan, rowSpan: 1, text: cell.text };
        kept.push(draft);
        above.set(column, draft);
      }
    }
    return { cells: kept, place };
  });
  return drafts.filter(({ cells }) => cells.length > 0);
}

function columnFinder(rows: readonly EdgeRow[]): (edge: number) => number {
  const edges = rows
    .flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right]))
    .sort((a, b) => a - b);
  const width = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  const columns = edges.filter((edge, index) => {
    const before = edges[index - 1];
    return before === undefined || edge - before > width * TOLERANCE;
  });
  return (edge) => columns.findLastIndex((start) => edge >= start);
}
