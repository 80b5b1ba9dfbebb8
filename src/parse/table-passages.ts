import type { Table, TableRow } from '../model.ts';
import type { PassageDraft } from './passage-draft.ts';

/** What a reader sees where print has no cell. */
export const MISSING_CELL = '原文此格缺失';

/** A passage a row, the table's title and column names repeated; then one a note. */
export function tablePassages(
  table: Table,
  headingPath: readonly string[],
): readonly PassageDraft[] {
  const path = table.title === null ? headingPath : [...headingPath, table.title];
  const rows = table.rows.map(
    (row): PassageDraft => ({
      kind: 'row',
      headingPath: path,
      text: rowInWords(table, row),
      quotable: row.text,
      lines: row.lines,
      page: row.page,
    }),
  );
  const notes = table.notes.map(
    (note): PassageDraft => ({
      kind: 'note',
      headingPath: path,
      text: note.text,
      lines: note.lines,
      page: note.page,
    }),
  );
  return [...rows, ...notes];
}

function rowInWords(table: Table, row: TableRow): string {
  const cells = table.columns.map(
    (column, index) => `${column}：${row.cells[index] ?? MISSING_CELL}`,
  );
  return [table.title, row.group, cells.join('；')].filter((part) => part !== null).join('｜');
}
