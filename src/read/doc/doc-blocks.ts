import type { Place, SourceBlock } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import type { Dropped } from '../dropped.ts';
import { blocksFromEdges, type EdgeCell, type EdgeRow } from '../edge-table.ts';
import { onOneLine } from '../line-breaks.ts';
import { type Lists, levelOfStyle, NumberCounter } from '../list-numbering.ts';
import { blocksOfParagraph } from '../styled-paragraph.ts';
import {
  characterRuns,
  OPERATION,
  type Properties,
  type PropertyRun,
  paragraphRuns,
  runFinder,
} from './properties.ts';
import { isOn, ShownText } from './shown-text.ts';
import { chainOf, type DocStyle, isContentsLine, outlineLevel, parseStyles } from './styles.ts';
import { rangeOf, type TextPart, type WordFile } from './word-file.ts';

const CELL_END = '\u0007';
/** A paragraph ends with its own mark, or that of a cell, a page or a section. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const PARAGRAPH = /(?<characters>[^\r\u0007\f]*)(?<mark>[\r\u0007\f]?)/gu;

/** Turns the characters of a Word file into blocks. */
export class DocReader {
  /** Paragraphs with an automatic number: worked out, and those whose list the file does not hold. */
  readonly numbers = { workedOut: 0, lost: 0 };
  readonly #file: WordFile;
  readonly #lists: Lists;
  readonly #counter: NumberCounter;
  readonly #styles: readonly (DocStyle | null)[];
  readonly #paragraphAt: (character: number) => PropertyRun | undefined;
  readonly #shown: ShownText;
  readonly #dropped: Dropped;
  #ordinal = 0;
  #lines: string[] = [];
  #cells: string[] = [];
  #rows: EdgeRow[] = [];

  constructor(file: WordFile, lists: Lists, dropped: Dropped) {
    this.#file = file;
    this.#dropped = dropped;
    this.#styles = parseStyles(file);
    this.#lists = lists;
    this.#counter = new NumberCounter(lists);
    this.#paragraphAt = runFinder(file.pieces, paragraphRuns(file));
    this.#shown = new ShownText(runFinder(file.pieces, characterRuns(file)), dropped);
  }

  blocks(part: TextPart): readonly SourceBlock[] {
    const [start, end] = rangeOf(this.#file, part);
    const blocks: SourceBlock[] = [];
    for (const match of this.#file.text.slice(start, end).matchAll(PARAGRAPH)) {
      const { characters = '', mark = '' } = match.groups ?? {};
      if (characters === '' && mark === '') continue;
      blocks.push(...this.#paragraph(characters, mark, start + match.index));
    }
    return [...blocks, ...this.#endTable()];
  }

  #paragraph(characters: string, mark: string, start: number): readonly SourceBlock[] {
    this.#ordinal++;
    const place: Place = { type: 'paragraph', ordinal: this.#ordinal };
    const run = this.#paragraphAt(start + characters.length + mark.length - 1);
    const properties: Properties = run?.properties ?? new Map();
    const chain = chainOf(this.#styles, run?.style ?? 0);
    if (isOn(properties, OPERATION.isRowEnd)) {
      this.#endRow(properties, place);
      return [];
    }
    const text = this.#shown.of(characters, start);
    const number = this.#number(properties, chain);
    const isCellEnd = mark === CELL_END;
    if (isCellEnd || isOn(properties, OPERATION.isInTable)) {
      this.#lines.push(withNumber(number, text.trim()));
      if (isCellEnd) this.#endCell();
      return [];
    }
    const before = this.#endTable();
    if (isContentsLine(chain)) {
      if (text.trim() !== '') this.#dropped.add('contents');
      return before;
    }
    const level = outlineLevel(properties, chain);
    return [...before, ...blocksOfParagraph({ text, number, level, place })];
  }

  #number(properties: Properties, chain: readonly DocStyle[]): string | null {
    const list = inherited(OPERATION.list, properties, chain);
    const id = list === undefined || list.length < 2 ? 0 : list.readUInt16LE(0);
    if (id === 0) return null;
    const ilvl =
      properties.get(OPERATION.listLevel)?.[0] ??
      levelOfStyle(
        this.#lists.get(String(id)),
        chain.map(({ index }) => String(index)),
      ) ??
      inherited(OPERATION.listLevel, properties, chain)?.[0] ??
      0;
    const number = this.#counter.next(String(id), ilvl);
    if (number !== null) this.numbers.workedOut++;
    else if (!this.#lists.has(String(id))) this.numbers.lost++;
    return number;
  }

  #endCell(): void {
    this.#cells.push(this.#lines.join('\n'));
    this.#lines = [];
  }

  #endRow(properties: Properties, place: Place): void {
    this.#rows.push({ cells: edgeCells(this.#cells, properties.get(OPERATION.tableRow)), place });
    this.#cells = [];
  }

  #endTable(): readonly SourceBlock[] {
    // Cells that no row end follows are text all the same.
    const cells = [...this.#cells, ...this.#lines];
    const place: Place = { type: 'paragraph', ordinal: this.#ordinal };
    if (cells.length > 0) this.#rows.push({ cells: edgeCells(cells, undefined), place });
    const blocks = blocksFromEdges(this.#rows);
    this.#rows = [];
    this.#cells = [];
    this.#lines = [];
    return blocks;
  }
}

/** An operand of two bytes, of the paragraph or else of the nearest style that has it. */
function inherited(
  operation: number,
  own: Properties,
  chain: readonly DocStyle[],
): Buffer | undefined {
  return [own, ...chain.map(({ properties }) => properties)]
    .map((properties) => properties.get(operation))
    .find((operand) => operand !== undefined);
}

/** Flags of a cell: two bits say that it is merged with one to its side, two with one above. */
const MERGED_SIDEWAYS = 0x0003;
const MERGED_UP = 0x0060;
const CONTINUES_UP = 0x0020;
const CELL_BYTES = 20;

/** Cells with their edges, as the definition of their row has them; without one they are of one width. */
function edgeCells(cells: readonly string[], row: Buffer | undefined): readonly EdgeCell[] {
  const count = row?.[0] ?? 0;
  return cells.map((text, index): EdgeCell => {
    if (row === undefined || index >= count || row.length < 1 + (count + 1) * 2) {
      const left = index * 1000;
      return { text, left, right: left + 1000, continuesLeft: false, continuesUp: false };
    }
    const flagsAt = 1 + (count + 1) * 2 + index * CELL_BYTES;
    const flags = flagsAt + 2 <= row.length ? row.readUInt16LE(flagsAt) : 0;
    return {
      text,
      left: row.readInt16LE(1 + index * 2),
      right: row.readInt16LE(3 + index * 2),
      // Programs differ in which bit is the first cell's; the others are empty.
      continuesLeft: (flags & MERGED_SIDEWAYS) !== 0 && index > 0 && onOneLine(text).trim() === '',
      continuesUp: (flags & MERGED_UP) === CONTINUES_UP,
    };
  });
}
