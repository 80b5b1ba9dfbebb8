import type { SourceBlock } from '../../model.ts';
import { type FlowLine, readInColumns } from './columns.ts';
import { takeFootnotes } from './footnotes.ts';
import { type PageLines, withoutFurniture } from './furniture.ts';
import { bodySizeOf, headingLevels } from './headings.ts';
import { goesOn, joinTables } from './join-tables.ts';
import { type Line, linesOf } from './lines.ts';
import { type Measured, measure } from './measure.ts';
import type { Page } from './page.ts';
import { type Frame, type PageTable, takeTables } from './page-table.ts';
import { joinLines, type Paragraph, pitchOf, textOfLines } from './paragraphs.ts';

/** More columns than any page has: numbers from here on stand for frames by their width. */
const FRAMED = 100;

interface Assembled {
  readonly blocks: readonly SourceBlock[];
  /** Pages that say nothing but page numbers and running heads. */
  readonly empty: readonly number[];
}

interface ReadPage {
  readonly page: number;
  /** Lines and tables in the order of reading. */
  readonly items: readonly (FlowLine | PageTable)[];
  readonly notes: readonly string[];
}

/** Pages as they are drawn become headings, paragraphs, tables and notes. */
export function assemble(pages: readonly Page[]): Assembled {
  const taken = pages.map((page) => ({ page, ...takeTables(page) }));
  const lined = withoutFurniture(
    taken.map(({ page, rest }): PageLines => ({ page, lines: linesOf(rest, page.page) })),
  );
  const bodySize = bodySizeOf(lined.flatMap(({ lines }) => lines));
  const read = lined.map(({ page, lines: all }, index): ReadPage => {
    const { lines, notes } = takeFootnotes(page, all, bodySize);
    return {
      page: page.page,
      notes,
      items: framed(inOrder(lines, taken[index]?.tables ?? []), taken[index]?.frames ?? []),
    };
  });
  return {
    blocks: blocksOf(read, bodySize),
    empty: read.filter(({ items }) => items.length === 0).map(({ page }) => page),
  };
}

const isTable = (item: FlowLine | PageTable): item is PageTable => 'rows' in item;
const isLine = (item: FlowLine | PageTable): item is FlowLine => !isTable(item);

/** Frames of one width are a column of their own, with its own sides. */
function framed(
  items: readonly (FlowLine | PageTable)[],
  frames: readonly Frame[],
): (FlowLine | PageTable)[] {
  return items.map((item) => {
    if (isTable(item)) return item;
    const frame = frames.find(
      ({ left, right, top, bottom }) =>
        item.x0 >= left && item.x1 <= right + item.size && item.y > top && item.y < bottom,
    );
    if (frame === undefined) return item;
    return { ...item, column: 0, columns: FRAMED + Math.round(frame.right - frame.left) };
  });
}

/** Tables go across the page and part what stands above from what stands below. */
function inOrder(lines: readonly Line[], tables: readonly PageTable[]): (FlowLine | PageTable)[] {
  let left = lines;
  const items: (FlowLine | PageTable)[] = [];
  for (const table of tables) {
    items.push(...readInColumns(left.filter(({ y }) => y < table.bottom)), table);
    left = left.filter(({ y }) => y >= table.bottom);
  }
  return [...items, ...readInColumns(left)];
}

function blocksOf(pages: readonly ReadPage[], bodySize: number): SourceBlock[] {
  const items = joinAcross(pages.flatMap((page) => page.items));
  const lines = items.filter(isLine);
  const measured = new Map(measure(lines).map((line, index) => [lines[index], line]));
  const pitch = pitchOf([...measured.values()]);
  const parts: (Paragraph | PageTable)[] = [];
  let run: Measured[] = [];
  const close = (): void => {
    parts.push(...joinLines(run, pitch));
    run = [];
  };
  for (const item of items) {
    if (isTable(item)) {
      close();
      parts.push(item);
    } else run.push(...[measured.get(item)].filter((line) => line !== undefined));
  }
  close();
  return withNotes(toBlocks(parts, bodySize), pages);
}

/** Tables that follow each other over a page are one. */
function joinAcross(items: readonly (FlowLine | PageTable)[]): (FlowLine | PageTable)[] {
  const joined: (FlowLine | PageTable)[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last !== undefined && isTable(last) && isTable(item) && goesOn(last, item)) {
      joined[joined.length - 1] = joinTables(last, item);
    } else joined.push(item);
  }
  return joined;
}

function toBlocks(parts: readonly (Paragraph | PageTable)[], bodySize: number): SourceBlock[] {
  const isParagraph = (part: Paragraph | PageTable): part is Paragraph => Array.isArray(part);
  const levelOf = headingLevels(parts.filter(isParagraph), bodySize);
  return parts.map((part): SourceBlock => {
    if (!isParagraph(part)) {
      const place = part.rows[0]?.place ?? ({ type: 'page', page: part.page } as const);
      return { type: 'table', title: null, headerRows: part.headerRows, rows: part.rows, place };
    }
    const place = { type: 'page', page: part[0].page } as const;
    const level = levelOf(part);
    const text = textOfLines(part);
    return level === null
      ? { type: 'paragraph', text, place }
      : { type: 'heading', level, number: null, text, place };
  });
}

/** The notes of a page follow the last block that begins on it. */
function withNotes(blocks: readonly SourceBlock[], pages: readonly ReadPage[]): SourceBlock[] {
  const pageOf = ({ place }: SourceBlock): number => (place.type === 'page' ? place.page : 0);
  const all = [...blocks];
  for (const { page, notes } of pages) {
    if (notes.length === 0) continue;
    const last = all.findLastIndex((block) => pageOf(block) <= page);
    const made = notes.map(
      (text) => ({ type: 'note', text, place: { type: 'page', page } }) as const,
    );
    all.splice(last + 1, 0, ...made);
  }
  return all;
}
