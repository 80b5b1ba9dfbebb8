import { fileError } from '../file-errors.ts';
import { openOle } from './ole-file.ts';

const WORD_MAGIC = 0xa5ec;
/** Word 97: older ones are built otherwise. */
const OLDEST_VERSION = 0xc1;
const IS_ENCRYPTED = 0x0100;
const IN_TABLE_1 = 0x0200;
const IS_ONE_BYTE = 0x40000000;

/** A run of characters that lie together in the file. */
export interface Piece {
  /** Its first character among all of the document. */
  readonly start: number;
  readonly length: number;
  /** Where its bytes begin, and how many a character has. */
  readonly offset: number;
  readonly width: 1 | 2;
}

/** What a Word 97–2003 file consists of, before anything is made of it. */
export interface WordFile {
  readonly document: Buffer;
  readonly table: Buffer;
  /** Large property lists; null where there are none. */
  readonly data: Buffer | null;
  /** All characters: body, footnotes, heads and feet, comments, endnotes, text boxes, in this order. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Characters of each of these parts. */
  readonly lengths: Readonly<Record<TextPart, number>>;
}

/** Parts of the text in their order, with the place of their length in the file information block. */
const PARTS = [
  ['body', 0x4c],
  ['footnotes', 0x50],
  ['heads', 0x54],
  ['macros', 0x58],
  ['comments', 0x5c],
  ['endnotes', 0x60],
  ['textBoxes', 0x64],
  ['headTextBoxes', 0x68],
] as const;

export type TextPart = (typeof PARTS)[number][0];

export async function openWordFile(bytes: Uint8Array, file: string): Promise<WordFile> {
  const stream = await openOle(bytes, file);
  const document = await stream('WordDocument');
  if (document === null || document.length < 0x200 || document.readUInt16LE(0) !== WORD_MAGIC) {
    throw fileError('FILE_DAMAGED', file);
  }
  const flags = document.readUInt16LE(0x0a);
  if ((flags & IS_ENCRYPTED) !== 0) throw fileError('FILE_ENCRYPTED', file);
  if (document.readUInt16LE(2) < OLDEST_VERSION) {
    throw fileError('FILE_TYPE_UNKNOWN', file, '文件是 Word 95 或更早的格式。');
  }
  const table = await stream((flags & IN_TABLE_1) === 0 ? '0Table' : '1Table');
  if (table === null) throw fileError('FILE_DAMAGED', file);
  const pieces = piecesOf(document, table, file);
  return {
    document,
    table,
    data: await stream('Data'),
    text: pieces.map((piece) => pieceText(document, piece)).join(''),
    pieces,
    lengths: lengthsOf(document),
  };
}

function lengthsOf(document: Buffer): Readonly<Record<TextPart, number>> {
  const lengths = Object.fromEntries(PARTS.map(([part, at]) => [part, document.readUInt32LE(at)]));
  return lengths as Record<TextPart, number>;
}

/** First and last (not included) character of a part. */
export function rangeOf({ lengths }: WordFile, part: TextPart): readonly [number, number] {
  let start = 0;
  for (const [other] of PARTS) {
    if (other === part) break;
    start += lengths[other];
  }
  return [start, start + lengths[part]];
}

function piecesOf(document: Buffer, table: Buffer, file: string): readonly Piece[] {
  let at = document.readUInt32LE(0x01a2);
  // Property lists that pieces may refer to come first.
  while (table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  if (table[at] !== 2) throw fileError('FILE_DAMAGED', file);
  const count = (table.readUInt32LE(at + 1) - 4) / 12;
  const starts = at + 5;
  const places = starts + (count + 1) * 4;
  return Array.from({ length: count }, (_, index): Piece => {
    const start = table.readUInt32LE(starts + index * 4);
    const length = table.readUInt32LE(starts + index * 4 + 4) - start;
    const place = table.readUInt32LE(places + index * 8 + 2);
    return (place & IS_ONE_BYTE) === 0
      ? { start, length, offset: place, width: 2 }
      : { start, length, offset: (place & ~IS_ONE_BYTE) / 2, width: 1 };
  });
}

function pieceText(document: Buffer, { offset, length, width }: Piece): string {
  const bytes = document.subarray(offset, offset + length * width);
  const text =
    width === 2 ? bytes.toString('utf16le') : new TextDecoder('windows-1252').decode(bytes);
  // A file cut off gives less than it says; places must stay right.
  return text.padEnd(length, '\0');
}
