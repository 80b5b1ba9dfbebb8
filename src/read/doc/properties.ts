import type { Piece, WordFile } from './word-file.ts';

/** Property lists of Word: an operation of two bytes, then its operand. */
export type Properties = ReadonlyMap<number, Buffer>;

/** Operations that are read. */
export const OPERATION = {
  isDeleted: 0x0800,
  isHidden: 0x083c,
  isInTable: 0x2416,
  isRowEnd: 0x2417,
  listLevel: 0x260a,
  list: 0x460b,
  outlineLevel: 0x2640,
  largeList: 0x6646,
  tableRow: 0xd608,
} as const;

/** Bytes of an operand by the three highest bits of its operation; 6 says its own length. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

export function parseProperties(list: Buffer): Properties {
  const properties = new Map<number, Buffer>();
  let at = 0;
  while (at + 2 <= list.length) {
    const operation = list.readUInt16LE(at);
    at += 2;
    let size: number = OPERAND_BYTES[operation >> 13] ?? 1;
    if (size === 0) {
      if (at >= list.length) break;
      // A row of a table gives its length in two bytes, and one too many.
      const isRow = operation === OPERATION.tableRow && at + 2 <= list.length;
      size = isRow ? list.readUInt16LE(at) - 1 : (list[at] ?? 0);
      at += isRow ? 2 : 1;
    }
    properties.set(operation, list.subarray(at, at + size));
    at += size;
  }
  return properties;
}

/** Properties of the characters or paragraphs in a range of the file's bytes. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
  /** Of a paragraph; 0 for characters. */
  readonly style: number;
}

const PAGE_BYTES = 512;

/** Runs of characters in the order of the file's bytes. */
export function characterRuns({ document, table }: WordFile): readonly PropertyRun[] {
  return pagesOf(document, table, 0xfa).flatMap((page) => {
    const count = page[PAGE_BYTES - 1] ?? 0;
    return Array.from({ length: count }, (_, index) => {
      const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
      const size = at === 0 ? 0 : (page[at] ?? 0);
      return runAt(page, index, parseProperties(page.subarray(at + 1, at + 1 + size)), 0);
    });
  });
}

/** Runs of paragraphs in the order of the file's bytes. */
export function paragraphRuns({ document, table, data }: WordFile): readonly PropertyRun[] {
  return pagesOf(document, table, 0x102).flatMap((page) => {
    const count = page[PAGE_BYTES - 1] ?? 0;
    return Array.from({ length: count }, (_, index) => {
      const at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
      const list = at === 0 ? Buffer.alloc(2) : paragraphList(page, at);
      const properties = parseProperties(list.subarray(2));
      const style = list.length < 2 ? 0 : list.readUInt16LE(0);
      return runAt(page, index, withLargeList(properties, data), style);
    });
  });
}

function paragraphList(page: Buffer, at: number): Buffer {
  const words = page[at] ?? 0;
  return words === 0
    ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0))
    : page.subarray(at + 1, at + 2 * words);
}

/** A list too long for its page lies in a stream of its own. */
function withLargeList(properties: Properties, data: Buffer | null): Properties {
  const place = properties.get(OPERATION.largeList);
  if (place === undefined || place.length < 4 || data === null) return properties;
  const at = place.readUInt32LE(0);
  if (at + 2 > data.length) return properties;
  const list = parseProperties(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
  return new Map([...properties, ...list]);
}

function runAt(page: Buffer, index: number, properties: Properties, style: number): PropertyRun {
  return {
    start: page.readUInt32LE(index * 4),
    end: page.readUInt32LE(index * 4 + 4),
    properties,
    style,
  };
}

/** Pages of property runs, as the table at this place of the file information block lists them. */
function pagesOf(document: Buffer, table: Buffer, at: number): readonly Buffer[] {
  const start = document.readUInt32LE(at);
  const size = document.readUInt32LE(at + 4);
  if (size < 8) return [];
  const count = (size - 4) / 8;
  const numbers = start + (count + 1) * 4;
  return Array.from({ length: count }, (_, index) => {
    const page = (table.readUInt32LE(numbers + index * 4) & 0x3fffff) * PAGE_BYTES;
    return document.subarray(page, page + PAGE_BYTES);
  }).filter((page) => page.length === PAGE_BYTES);
}

/** Finds the run in which a character lies, whatever piece of the file holds it. */
export function runFinder(
  pieces: readonly Piece[],
  runs: readonly PropertyRun[],
): (character: number) => PropertyRun | undefined {
  const sorted = [...runs].sort((a, b) => a.start - b.start);
  return (character) => {
    const piece = lastAtOrBefore(pieces, character, ({ start }) => start);
    if (piece === undefined) return undefined;
    const offset = piece.offset + (character - piece.start) * piece.width;
    const run = lastAtOrBefore(sorted, offset, ({ start }) => start);
    return run !== undefined && offset < run.end ? run : undefined;
  };
}

function lastAtOrBefore<T>(
  items: readonly T[],
  value: number,
  startOf: (item: T) => number,
): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= value) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
