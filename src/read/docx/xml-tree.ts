import { SaxesParser } from 'saxes';
import { YoujuError } from '../../errors.ts';
import { fileError } from '../file-errors.ts';
import type { ZipArchive } from '../zip-archive.ts';

/** An element of a part. Names of elements and attributes are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly children: readonly XmlElement[];
  /** Its own characters, without those of its children. */
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Appearance only: dropped while parsing, for they are most of a part. */
const UNREAD = new Set(
  'rFonts sz szCs color lang spacing ind jc kern shd tcBorders tblBorders pBdr tcW tcMar rsids tabs'.split(
    ' ',
  ),
);
/** Elements whose characters are read. */
const WITH_TEXT = new Set(['t', 'instrText']);
const MAX_DEPTH = 500;
/** Fifteen times what a plan of two hundred pages has; more would fill the memory. */
const MAX_ELEMENTS = 600_000;

/** The tree of a part of the archive; null where there is no such part. */
export async function xmlPart(
  zip: ZipArchive,
  part: string,
  file: string,
): Promise<XmlElement | null> {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const parser = treeParser(root, file);
  let decoder: TextDecoder | null = null;
  const damagedIfFails = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (error instanceof YoujuError) throw error;
      const what = `文件已损坏：其中的 ${part} 不完整。`;
      throw fileError('FILE_DAMAGED', file, what, { cause: error });
    }
  };
  const exists = await zip.inflate(part, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece));
    const text = decoder.decode(piece, { stream: true });
    damagedIfFails(() => parser.write(text));
  });
  if (!exists) return null;
  damagedIfFails(() => parser.close());
  return root.children[0] ?? null;
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function treeParser(root: Growing, file: string): SaxesParser {
  const open: Growing[] = [root];
  let skipped = 0;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => {
    throw fileError('FILE_UNSAFE', file, '文件里有文档类型声明（DOCTYPE），已拒绝读取。');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name: fullName, attributes }) => {
    const name = local(fullName);
    if (skipped > 0 || UNREAD.has(name)) {
      skipped++;
      return;
    }
    if (open.length > MAX_DEPTH) throw fileError('FILE_UNSAFE', file, '文件的结构嵌套得太深。');
    elements++;
    if (elements > MAX_ELEMENTS) throw fileError('FILE_TOO_LARGE', file, '文件的内容太多。');
    const element: Growing = { name, attributes: localNames(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (skipped === 0 && element !== undefined && WITH_TEXT.has(element.name)) element.text += text;
  });
  parser.on('closetag', () => {
    if (skipped > 0) skipped--;
    else open.pop();
  });
  return parser;
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith('xmlns') && !name.startsWith('w:rsid'))
      .map(([name, value]) => [local(name), value]),
  );
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function child(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((other) => other.name === name);
  return at;
}

export function childrenNamed(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((other) => other.name === name) ?? [];
}

/** The `val` of a child, as most properties have it; undefined where there is no such child. */
export function settingOf(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return child(element, ...path)?.attributes.val;
}

/** A property that is on by being there, unless it says otherwise. */
export function isOn(element: XmlElement | undefined, ...path: string[]): boolean {
  const found = child(element, ...path);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '1');
}

export function numberOf(element: XmlElement | undefined, ...path: string[]): number | undefined {
  const value = settingOf(element, ...path);
  return value === undefined || !/^-?\d+$/u.test(value) ? undefined : Number(value);
}
