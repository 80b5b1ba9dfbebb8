import type { Table } from '../model.ts';
import { isBareAnnex } from './annex-title.ts';
import type { Layout } from './layout.ts';
import type { Paragraph } from './paragraph.ts';
import type { SourceLine } from './source-line.ts';
import { isTableTitle, readTable } from './tables.ts';
import { unwrap } from './unwrap.ts';

/** A table begins at the head of a run of cells, perhaps after the cells of a panel. */
const MAX_CELLS_BEFORE_TABLE = 8;

/** What the body is made of, in order. */
export type Unit =
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly type: 'note'; readonly paragraph: Paragraph }
  | { readonly type: 'table'; readonly table: Table };

export function readUnits(lines: readonly SourceLine[], layout: Layout): readonly Unit[] {
  const units: Unit[] = [];
  let run: SourceLine[] = [];
  const flush = () => {
    for (const paragraph of unwrap(run, layout)) units.push({ type: 'paragraph', paragraph });
    run = [];
  };
  let cells = 0;
  let index = 0;
  while (index < lines.length) {
    const above = run.at(-1);
    const title = isTableTitle(above) && !isBareAnnex(run.at(-2)?.text ?? '') ? above : null;
    const line = lines[index];
    cells = line !== undefined && /[|\t]/.test(line.raw) ? cells + 1 : 0;
    const read = cells > MAX_CELLS_BEFORE_TABLE ? null : readTable(lines, index, title);
    if (read !== null) {
      if (title !== null) run.pop();
      flush();
      units.push({ type: 'table', table: read.table });
      index = read.next;
      cells = 0;
    } else {
      if (line !== undefined) run.push(line);
      index += 1;
    }
  }
  flush();
  return units;
}
