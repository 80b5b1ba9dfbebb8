import type { TableRow } from '../model.ts';
import type { Grid, GridRow } from './table-grid.ts';

const PROPERTY_COLUMN = /属性|性质/;
const IS_FIGURE = /^(?:—{1,2}|[[〔［]?[-－]?\d.*)$/;

/** The rows of data with the group row each stands under, slipped cells put back. */
export function shapeRows(grid: Grid): readonly TableRow[] {
  const shaped: TableRow[] = [];
  let group: string | null = null;
  let above: GridRow | null = null;
  for (const row of grid.rows) {
    const [name = null, ...values] = row.cells;
    if (values.every((cell) => cell === null)) {
      group = name ?? group;
      continue;
    }
    const mended = mendSlippedRow(row, above, grid.columns);
    shaped.push({
      group,
      cells: mended.cells,
      text: rowText(row),
      lines: row.lines,
      page: row.page,
    });
    above = mended;
  }
  return shaped;
}

function rowText(row: GridRow): string {
  return row.text ?? row.cells.filter((cell) => cell !== null).join(' ');
}

/**
 * Where print merges cells downwards, the rows under the first lack the cell and what follows slips left, the
 * property into the column before its own. The merged cell is the one that holds words in the row above.
 */
function mendSlippedRow(row: GridRow, above: GridRow | null, columns: readonly string[]): GridRow {
  const property = columns.findIndex((column) => PROPERTY_COLUMN.test(column));
  const hasSlipped =
    property > 1 && row.cells[property] === null && /性$/.test(row.cells[property - 1] ?? '');
  if (!hasSlipped) return row;
  const merged = above === null ? -1 : mergedColumn(above, property);
  const at = merged > 0 ? merged : property - 1;
  const cells = [...row.cells.slice(0, at), null, ...row.cells.slice(at, property)];
  return { ...row, cells: [...cells, ...row.cells.slice(property + 1)] };
}

/** The column with words in it, or with the gap left by words further up. */
function mergedColumn(above: GridRow, property: number): number {
  return above.cells.findIndex(
    (cell, column) => column > 0 && column < property && (cell === null || !IS_FIGURE.test(cell)),
  );
}
