import type { SourceBlock } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import { type EdgeCell, type EdgeRow, rowsFromEdges } from '../edge-table.ts';
import { headerRowsOf } from '../header-rows.ts';
import { onOneLine, paragraphsOf } from '../line-breaks.ts';

/** Cells of a row as its definition has them. */
type CellEdge = Omit<EdgeCell, 'text' | 'left'>;

/** Longer ones, and those that go on behind a full stop, are paragraphs that were given a heading's level. */
const MAX_HEADING_CHARS = 100;

/** Puts blocks together while the tokens of a file go by. */
export class RtfBlocks {
  readonly #blocks: SourceBlock[] = [];
  readonly #notes: SourceBlock[] = [];
  #ordinal = 1;
  #text = '';
  #number = '';
  #note = '';
  #cellLines: string[] = [];
  #cells: string[] = [];
  #rows: EdgeRow[] = [];
  #edges: CellEdge[] = [];
  #merge = { continuesLeft: false, continuesUp: false };
  /** Of the current paragraph. */
  isInTable = false;
  level: number | null = null;

  add(text: string): void {
    this.#text += text;
  }

  addNumber(text: string): void {
    this.#number += text;
  }

  addNote(text: string): void {
    this.#note += text;
  }

  endNote(): void {
    const text = onOneLine(this.#note).trim();
    if (text !== '') {
      const place = { type: 'paragraph', ordinal: this.#ordinal } as const;
      this.#notes.push({ type: 'note', text, place });
    }
    this.#note = '';
  }

  endParagraph(): void {
    const text = this.#text;
    const number = printedNumber(this.#number);
    this.#text = '';
    this.#number = '';
    if (this.isInTable) {
      this.#cellLines.push(text.trim() === '' ? (number ?? '') : withNumber(number, text.trim()));
    } else {
      this.#endTable();
      this.#blocks.push(...this.#paragraphs(text, number));
    }
    this.#ordinal++;
  }

  #paragraphs(text: string, number: string | null): readonly SourceBlock[] {
    const place = { type: 'paragraph', ordinal: this.#ordinal } as const;
    const isHeading = text.length <= MAX_HEADING_CHARS && !/[。；][^\s”’）]/u.test(text);
    if (this.level !== null && isHeading && text.trim() !== '') {
      const heading = onOneLine(text).trim();
      return [{ type: 'heading', level: this.level, number, text: heading, place }];
    }
    return paragraphsOf(text).map((line, index) => ({
      type: 'paragraph',
      text: index === 0 ? withNumber(number, line) : line,
      place,
    }));
  }

  endCell(): void {
    this.isInTable = true;
    this.endParagraph();
    this.#cells.push(onOneLine(this.#cellLines.join('\n')).trim());
    this.#cellLines = [];
  }

  /** A new definition of the rows that follow. */
  startRow(): void {
    this.#edges = [];
    this.#merge = { continuesLeft: false, continuesUp: false };
  }

  mergeCell(direction: 'continuesLeft' | 'continuesUp'): void {
    this.#merge = { ...this.#merge, [direction]: true };
  }

  edge(right: number): void {
    this.#edges.push({ right, ...this.#merge });
    this.#merge = { continuesLeft: false, continuesUp: false };
  }

  endRow(): void {
    let left = Math.min(0, ...this.#edges.map(({ right }) => right - 1));
    const cells = this.#cells.map((text, index): EdgeCell => {
      const edge = this.#edges[index] ?? { right: left + 1000, ...this.#merge };
      const cell = { text, left, ...edge };
      left = edge.right;
      return cell;
    });
    const place = { type: 'paragraph', ordinal: this.#ordinal } as const;
    if (cells.length > 0) this.#rows.push({ cells, place });
    this.#cells = [];
  }

  #endTable(): void {
    const rows = rowsFromEdges(this.#rows);
    this.#rows = [];
    const [first] = rows;
    if (first === undefined) return;
    if (rows.every(({ cells }) => cells.length === 1)) {
      // A table of one column only frames its text.
      for (const { cells, place } of rows) {
        for (const { text } of cells) {
          if (text !== '') this.#blocks.push({ type: 'paragraph', text, place });
        }
      }
      return;
    }
    const headerRows = headerRowsOf(rows);
    this.#blocks.push({ type: 'table', title: null, headerRows, rows, place: first.place });
  }

  finish(): readonly SourceBlock[] {
    this.isInTable = false;
    this.endParagraph();
    return [...this.#blocks, ...this.#notes];
  }
}

/** A bullet is no number. */
function printedNumber(text: string): string | null {
  const number = text.trim();
  return /[\p{L}\p{N}]/u.test(number) ? number : null;
}
