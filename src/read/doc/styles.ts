import { OPERATION, type Properties, parseProperties } from './properties.ts';
import type { WordFile } from './word-file.ts';

export interface DocStyle {
  /** Its place in the style sheet. */
  readonly index: number;
  /** Built-in ones have a number: 1 to 9 are headings, 19 to 27 lines of a table of contents. */
  readonly builtIn: number;
  readonly basedOn: number;
  readonly properties: Properties;
}

const NO_STYLE = 0xfff;
const LAST_HEADING = 9;
const CONTENTS = [19, 27] as const;
const MAX_CHAIN = 20;

/** Styles by their place in the style sheet. */
export function parseStyles({ document, table }: WordFile): readonly (DocStyle | null)[] {
  const start = document.readUInt32LE(0xa2);
  const end = start + document.readUInt32LE(0xa6);
  if (end > table.length || end - start < 8) return [];
  const headBytes = table.readUInt16LE(start);
  const baseBytes = table.readUInt16LE(start + 4);
  const styles: (DocStyle | null)[] = [];
  for (let at = start + 2 + headBytes; at + 2 <= end; ) {
    const size = table.readUInt16LE(at);
    styles.push(
      size === 0 ? null : styleOf(styles.length, table.subarray(at + 2, at + 2 + size), baseBytes),
    );
    at += 2 + size + (size % 2);
  }
  return styles;
}

function styleOf(index: number, style: Buffer, baseBytes: number): DocStyle | null {
  if (style.length < baseBytes + 4) return null;
  const kind = style.readUInt16LE(2);
  const nameBytes = style.readUInt16LE(baseBytes) * 2;
  const lists = baseBytes + 2 + nameBytes + 2;
  const isParagraph = (kind & 0xf) === 1;
  const size = isParagraph && lists + 2 <= style.length ? style.readUInt16LE(lists) : 0;
  return {
    index,
    builtIn: style.readUInt16LE(0) & 0xfff,
    basedOn: kind >> 4,
    // The list begins with the style's own number.
    properties: parseProperties(style.subarray(lists + 4, lists + 2 + size)),
  };
}

/** A style and those it is based on, nearest first. */
export function chainOf(styles: readonly (DocStyle | null)[], style: number): readonly DocStyle[] {
  const chain: DocStyle[] = [];
  for (let at = style; at !== NO_STYLE && chain.length < MAX_CHAIN; ) {
    const found = styles[at];
    if (found == null || chain.includes(found)) break;
    chain.push(found);
    at = found.basedOn;
  }
  return chain;
}

/** Outline level from 1; null for body text. */
export function outlineLevel(own: Properties, chain: readonly DocStyle[]): number | null {
  for (const level of [
    own.get(OPERATION.outlineLevel)?.[0],
    ...chain.map(
      ({ builtIn, properties }) =>
        properties.get(OPERATION.outlineLevel)?.[0] ??
        (builtIn >= 1 && builtIn <= LAST_HEADING ? builtIn - 1 : undefined),
    ),
  ]) {
    if (level !== undefined) return level < 9 ? level + 1 : null;
  }
  return null;
}

export function isContentsLine(chain: readonly DocStyle[]): boolean {
  return chain.some(({ builtIn }) => builtIn >= CONTENTS[0] && builtIn <= CONTENTS[1]);
}
