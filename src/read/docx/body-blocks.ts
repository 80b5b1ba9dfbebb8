import type { Place, SourceBlock } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import type { Dropped } from '../dropped.ts';
import { onOneLine } from '../line-breaks.ts';
import { type Lists, levelOfStyle, NumberCounter } from '../list-numbering.ts';
import { blocksOfParagraph } from '../styled-paragraph.ts';
import {
  alternative,
  type OpenFields,
  type ParagraphContent,
  paragraphContent,
} from './paragraph-text.ts';
import {
  isContentsLine,
  numberingRequest,
  outlineLevel,
  type Style,
  type Styles,
} from './styles.ts';
import { cellsOf, rowsOf, tableBlock } from './table-block.ts';
import { child, settingOf, type XmlElement } from './xml-tree.ts';

export interface NoteReference {
  readonly noteId: string;
  readonly place: Place;
}

/** Elements that only hold blocks. */
const WRAPPERS = new Set(['sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag', 'body']);

/** Turns the body of a document into blocks, in one pass: numbers, fields and places count on. */
export class BodyReader {
  readonly notes: NoteReference[] = [];
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #counter: NumberCounter;
  readonly #dropped: Dropped;
  readonly #fields: OpenFields = [];
  #ordinal = 0;
  /** Text of a paragraph whose end was deleted: it runs on into the next one. */
  #runningOn = '';

  constructor(styles: Styles, lists: Lists, dropped: Dropped) {
    this.#styles = styles;
    this.#lists = lists;
    this.#counter = new NumberCounter(lists);
    this.#dropped = dropped;
  }

  /** Blocks of a body, a cell, a text box or a note. A number without a text counts only in a cell. */
  blocks(container: XmlElement, isCell = false): readonly SourceBlock[] {
    const blocks = container.children.flatMap((part): readonly SourceBlock[] => {
      if (part.name === 'p') return this.#paragraph(part, isCell);
      if (part.name === 'tbl') return this.#table(part);
      if (part.name === 'sdt') return this.#contentControl(part, isCell);
      if (part.name === 'AlternateContent') {
        return this.blocks({ ...part, children: alternative(part) }, isCell);
      }
      if (part.name === 'altChunk') this.#dropped.add('attached');
      return WRAPPERS.has(part.name) ? this.blocks(part, isCell) : [];
    });
    return [...blocks, ...this.#leftOver()];
  }

  #contentControl(control: XmlElement, isCell: boolean): readonly SourceBlock[] {
    if (settingOf(control, 'sdtPr', 'docPartObj', 'docPartGallery') === 'Table of Contents') {
      this.#dropped.add('contents');
      return [];
    }
    return this.blocks(control, isCell);
  }

  #paragraph(paragraph: XmlElement, isCell: boolean): readonly SourceBlock[] {
    this.#ordinal++;
    const place: Place = { type: 'paragraph', ordinal: this.#ordinal };
    const properties = child(paragraph, 'pPr');
    const styles = this.#styles(settingOf(properties, 'pStyle'));
    const content = paragraphContent(paragraph, styles, {
      styles: this.#styles,
      fields: this.#fields,
      dropped: this.#dropped,
    });
    const text = `${this.#runningOn}${content.text}`;
    this.#runningOn = '';
    if (isMarkGone(properties)) {
      this.#dropped.add('revision');
      this.#runningOn = text;
      return this.#boxes(content);
    }
    for (const noteId of content.noteIds) this.notes.push({ noteId, place });
    if (isContentsLine(styles)) {
      if (text.trim() !== '') this.#dropped.add('contents');
      return this.#boxes(content);
    }
    const number = this.#number(properties, styles);
    const level = outlineLevel(properties, styles);
    const own: readonly SourceBlock[] =
      isCell && number !== null && text.trim() === ''
        ? [{ type: 'paragraph', text: number, place }]
        : blocksOfParagraph({ text, number, level, place });
    return [...own, ...this.#boxes(content)];
  }

  /** Text that was to run on, where nothing follows. */
  #leftOver(): readonly SourceBlock[] {
    const text = this.#runningOn;
    this.#runningOn = '';
    const place: Place = { type: 'paragraph', ordinal: this.#ordinal };
    return blocksOfParagraph({ text, number: null, level: null, place });
  }

  #boxes({ boxes }: ParagraphContent): readonly SourceBlock[] {
    return boxes.flatMap((box) => this.blocks(box));
  }

  #number(properties: XmlElement | undefined, styles: readonly Style[]): string | null {
    const direct = numberingRequest(properties);
    const inherited = styles.map((style) => numberingRequest(style.properties));
    // A style may name the list, and one that is based on it the level.
    const numId = direct.numId ?? inherited.find((request) => request.numId !== undefined)?.numId;
    if (numId === undefined || numId === '0') return null;
    const ilvl =
      direct.ilvl ??
      levelOfStyle(this.#lists.get(numId), styles[0]?.chain ?? []) ??
      inherited.find((request) => request.ilvl !== undefined)?.ilvl ??
      0;
    return this.#counter.next(numId, ilvl);
  }

  /** A table of one column only frames its text. */
  #table(table: XmlElement): readonly SourceBlock[] {
    const rows = rowsOf(table).map(cellsOf);
    if (rows.every((cells) => cells.length <= 1)) {
      return rows.flat().flatMap((cell) => this.blocks(cell));
    }
    const block = tableBlock(table, {
      text: (cell) => this.#cellText(cell),
      place: () => ({ type: 'paragraph', ordinal: this.#ordinal + 1 }),
    });
    return block === null ? [] : [block];
  }

  #cellText(cell: XmlElement): string {
    return onOneLine(this.blocks(cell, true).map(plainText).join('\n'));
  }
}

/** Whether the paragraph's end was deleted or moved away. */
function isMarkGone(properties: XmlElement | undefined): boolean {
  return ['del', 'moveFrom'].some((name) => child(properties, 'rPr', name) !== undefined);
}

function plainText(block: SourceBlock): string {
  if (block.type === 'table') {
    return block.rows
      .map(({ cells }) =>
        cells
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .join(' '),
      )
      .join('\n');
  }
  return block.type === 'heading' ? withNumber(block.number, block.text) : block.text;
}
