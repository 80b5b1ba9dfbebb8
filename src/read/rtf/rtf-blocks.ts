import type { SourceBlock } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import { blocksFromEdges, type EdgeCell, type EdgeRow } from '../edge-table.ts';
import { onOneLine } from '../line-breaks.ts';
import { blocksOfParagraph } from '../styled-paragraph.ts';

/** Cells of a row as its definition has them. */
type CellEdge = Omit<EdgeCell, 'text' | 'left'>;

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
  isInTable: boolean = false;
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
      const place = { type: 'paragraph', ordinal: this.#ordinal } as const;
      this.#blocks.push(...blocksOfParagraph({ text, number, level: this.level, place }));
    }
    this.#ordinal++;
  }

  endCell(): void {
    this.isInTable = true;
    this.endParagraph();
    this.#cells.push(this.#cellLines.join('\n'));
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
    this.#blocks.push(...blocksFromEdges(this.#rows));
    this.#rows = [];
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
