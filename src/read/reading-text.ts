import type { Place, SourceBlock, SourceDocument } from '../model.ts';
import { withNumber } from './automatic-number.ts';
import { onOneLine } from './line-breaks.ts';

export interface ReadingText {
  /** One line a paragraph or row; of plain text the text itself, line for line. */
  readonly text: string;
  /** Line n was read from `places[n - 1]`. */
  readonly places: readonly Place[];
}

const CELL_MARK = ' | ';

/** What is kept beside the index of a file that was read: lines to quote from, each with its place. */
export function readingText(source: SourceDocument): ReadingText {
  const lines = source.blocks.flatMap(linesOf);
  return { text: lines.map(([text]) => text).join('\n'), places: lines.map(([, place]) => place) };
}

function linesOf(block: SourceBlock): readonly (readonly [text: string, place: Place])[] {
  switch (block.type) {
    case 'heading':
      return [[withNumber(block.number, block.text), block.place]];
    case 'paragraph':
    case 'note':
      return [[block.text, block.place]];
    case 'table':
      return [
        ...(block.title === null ? [] : [[block.title, block.place] as const]),
        ...block.rows.map(
          ({ cells, place }) =>
            [cells.map(({ text }) => onOneLine(text)).join(CELL_MARK), place] as const,
        ),
      ];
  }
}
