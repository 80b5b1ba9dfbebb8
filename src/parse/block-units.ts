import type { Table } from '../model.ts';
import { gridOfBlock, titleInside } from './block-table.ts';
import { joinLines } from './paragraph.ts';
import type { SourceLine } from './source-line.ts';
import { finishTable, isTableTitle } from './tables.ts';
import type { Unit } from './units.ts';

/** What the body of a file is made of, where its format knows paragraphs from tables. */
export function readBlockUnits(lines: readonly SourceLine[]): readonly Unit[] {
  const units: Unit[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const above = lines[index - 1];
    const read = readTable(lines, index, isTableTitle(above) ? above : null);
    if (read === null) {
      const type = line.block?.type === 'note' ? 'note' : 'paragraph';
      units.push({ type, paragraph: joinLines([line]) });
      index += 1;
    } else {
      if (read.table.lines[0] === above?.number) units.pop();
      units.push({ type: 'table', table: read.table });
      index = read.next;
    }
  }
  return units;
}

/** The table whose lines begin here, with the notes under it; null where none does. */
function readTable(
  lines: readonly SourceLine[],
  start: number,
  above: SourceLine | null,
): { table: Table; next: number } | null {
  const block = lines[start]?.block;
  if (block?.type !== 'table' || lines[start - 1]?.block === block) return null;
  let next = start;
  while (lines[next]?.block === block) next += 1;
  const run = lines.slice(start, next);
  const rowLines = block.title === null ? run : run.slice(1);
  const grid = gridOfBlock(block, rowLines, next);
  if (grid === null) return null;
  const ownTitle = block.title ?? titleInside(block);
  const { table, next: end } = finishTable(lines, grid, ownTitle === null ? above : null);
  return {
    table: ownTitle === null ? table : { ...table, title: ownTitle.replace(/\s+/g, ' ') },
    next: end,
  };
}
