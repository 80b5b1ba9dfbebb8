import type { Block, PlanDocument, Section, SourceDocument, SourceRow, Table } from '../model.ts';
import { headingText } from './heading-text.ts';

/** A paragraph or table with the headings it stands under, as `youju read --json` prints it. */
export type OutlineBlock =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly headingPath: readonly string[];
      readonly page: number | null;
    }
  | {
      readonly type: 'table';
      readonly title: string | null;
      readonly columns: readonly string[];
      /** Column names and group rows included, in the order of print; null where print has no cell. */
      readonly rows: readonly Cells[];
      readonly headingPath: readonly string[];
      readonly page: number | null;
    };

type Cells = readonly (string | null)[];

/** All blocks of a document in its order; notes follow their table. `source` is the file it was parsed from. */
export function outlineBlocks(
  { children }: PlanDocument,
  source: SourceDocument,
): readonly OutlineBlock[] {
  return blocksOf(children, [], printedRowsOf(source));
}

function blocksOf(
  children: readonly (Section | Block)[],
  headingPath: readonly string[],
  printed: ReadonlyMap<number, Cells>,
): readonly OutlineBlock[] {
  return children.flatMap((child): readonly OutlineBlock[] => {
    if (child.type === 'section') {
      return blocksOf(child.children, [...headingPath, headingText(child)], printed);
    }
    if (child.type === 'text') {
      return [{ type: 'text', text: child.text, headingPath, page: child.page }];
    }
    const { title, columns, page, notes } = child;
    const table: OutlineBlock = {
      type: 'table',
      title,
      columns,
      rows: rowsOf(child, printed),
      headingPath,
      page,
    };
    return [table, ...blocksOf(notes, headingPath, printed)];
  });
}

/** As the file has them where its format knows cells; else as they were read out of the text. */
function rowsOf(table: Table, printed: ReadonlyMap<number, Cells>): readonly Cells[] {
  const [first, last] = table.lines;
  const lines = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const rows = lines.flatMap((line) => {
    const cells = printed.get(line);
    return cells === undefined ? [] : [cells];
  });
  return rows.length > 0 ? rows : readRows(table);
}

function readRows({ columns, rows }: Table): readonly Cells[] {
  const printed: Cells[] = columns.length === 0 ? [] : [columns];
  let group: string | null = null;
  for (const row of rows) {
    if (row.group !== null && row.group !== group) printed.push([row.group]);
    group = row.group;
    printed.push(row.cells);
  }
  return printed;
}

/** The rows of all tables of a file, by their line in its reading text. */
function printedRowsOf({ blocks }: SourceDocument): ReadonlyMap<number, Cells> {
  const printed = new Map<number, Cells>();
  let line = 1;
  for (const block of blocks) {
    if (block.type !== 'table') {
      line += 1;
      continue;
    }
    if (block.title !== null) line += 1;
    for (const row of block.rows) {
      printed.set(line, cellsOf(row));
      line += 1;
    }
  }
  return printed;
}

/** A cell at each column; null where another cell reaches over it. */
function cellsOf({ cells }: SourceRow): Cells {
  const width = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  const textOf = new Map(cells.map(({ column, text }) => [column, text]));
  return Array.from({ length: width }, (_, column) => textOf.get(column) ?? null);
}
