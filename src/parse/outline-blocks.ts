import type { Block, PlanDocument, Section, Table } from '../model.ts';
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
      readonly rows: readonly (readonly (string | null)[])[];
      readonly headingPath: readonly string[];
      readonly page: number | null;
    };

/** All blocks of a document in its order; notes follow their table. */
export const outlineBlocks = ({ children }: PlanDocument): readonly OutlineBlock[] =>
  blocksOf(children, []);

function blocksOf(
  children: readonly (Section | Block)[],
  headingPath: readonly string[],
): readonly OutlineBlock[] {
  return children.flatMap((child): readonly OutlineBlock[] => {
    if (child.type === 'section') {
      return blocksOf(child.children, [...headingPath, headingText(child)]);
    }
    if (child.type === 'text') {
      return [{ type: 'text', text: child.text, headingPath, page: child.page }];
    }
    const { title, columns, page, notes } = child;
    const table: OutlineBlock = {
      type: 'table',
      title,
      columns,
      rows: printedRows(child),
      headingPath,
      page,
    };
    return [table, ...blocksOf(notes, headingPath)];
  });
}

function printedRows({ columns, rows }: Table): readonly (readonly (string | null)[])[] {
  const printed: (readonly (string | null)[])[] = columns.length === 0 ? [] : [columns];
  let group: string | null = null;
  for (const row of rows) {
    if (row.group !== null && row.group !== group) printed.push([row.group]);
    group = row.group;
    printed.push(row.cells);
  }
  return printed;
}
