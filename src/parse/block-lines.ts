import type { Place, SourceBlock, SourceDocument } from '../model.ts';
import { readingText } from '../read/reading-text.ts';
import { withoutFurniture } from './furniture.ts';
import { cleanLine, type SourceLine } from './source-line.ts';

/** What the reading text puts between the cells of a row. */
const CELL_MARK = /(?:^|\s+)\|(?=\s|$)/gu;

/** The document's own lines of a file's reading text, each with the block it was made of. */
export function blockLines(source: SourceDocument): readonly SourceLine[] {
  const { text, places } = readingText(source);
  const blocks = source.blocks.flatMap((block) =>
    Array.from({ length: lineCount(block) }, () => block),
  );
  const lines = text.split('\n').flatMap((raw, index): readonly SourceLine[] => {
    const block = blocks[index];
    if (block === undefined) return [];
    const isRow = block.type === 'table';
    const clean = cleanLine(isRow ? raw.replace(CELL_MARK, ' ') : raw);
    // A row without text keeps its place among the rows.
    if (clean === '' && !isRow) return [];
    return [{ number: index + 1, raw, text: clean, page: pageOf(places[index]), block }];
  });
  return withoutFurniture(lines);
}

/** One line a paragraph; of a table its title and its rows. */
function lineCount(block: SourceBlock): number {
  if (block.type !== 'table') return 1;
  return block.rows.length + (block.title === null ? 0 : 1);
}

function pageOf(place: Place | undefined): number | null {
  return place?.type === 'page' ? place.page : null;
}
