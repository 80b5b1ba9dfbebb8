import type { Block, Lines, PlanDocument, Section, Table } from '../model.ts';
import { headingText } from '../parse/heading-text.ts';

/** What is compared: a heading, a paragraph or a row of a table. */
export interface Unit {
  readonly type: 'heading' | 'text' | 'row';
  readonly text: string;
  readonly headingPath: readonly string[];
  readonly lines: Lines;
  /** Of a row: name of each column and what stands there. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly column: string;
  readonly text: string | null;
}

/** All units of a document in its order; front matter says of itself what the document's page says of it. */
export const unitsOf = ({ children }: PlanDocument): readonly Unit[] => unitsIn(children, []);

function unitsIn(
  children: readonly (Section | Block)[],
  headingPath: readonly string[],
): readonly Unit[] {
  return children.flatMap((child): readonly Unit[] => {
    if (child.type === 'table') return rowsOf(child, headingPath);
    if (child.type === 'text') {
      if (child.kind === 'front') return [];
      const { text, lines } = child;
      return [{ type: 'text', text, headingPath, lines, cells: [] }];
    }
    const text = headingText(child);
    const { headingLines: lines } = child;
    const inner = unitsIn(child.children, [...headingPath, text]);
    // A run-in heading is told with the text that it begins.
    return isBegunBy(inner[0], child)
      ? inner
      : [{ type: 'heading', text, headingPath, lines, cells: [] }, ...inner];
  });
}

function isBegunBy(unit: Unit | undefined, { number, title }: Section): boolean {
  const bare = (text: string): string => text.replace(/\s/gu, '');
  return unit?.type === 'text' && bare(unit.text).startsWith(bare(`${number ?? ''}${title}`));
}

function rowsOf({ columns, rows, notes }: Table, headingPath: readonly string[]): readonly Unit[] {
  return [
    ...rows.map(
      ({ text, cells, lines }): Unit => ({
        type: 'row',
        text,
        headingPath,
        lines,
        cells: cells.map((cell, at) => ({ column: columns[at] ?? `第${at + 1}列`, text: cell })),
      }),
    ),
    ...unitsIn(notes, headingPath),
  ];
}
