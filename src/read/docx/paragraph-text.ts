import type { Dropped, DroppedKind } from '../dropped.ts';
import { isHidden, type Style, type Styles } from './styles.ts';
import { child, childrenNamed, settingOf, type XmlElement } from './xml-tree.ts';

/** What a paragraph holds: its text with hand-made line breaks as \n, and what hangs on it. */
export interface ParagraphContent {
  text: string;
  /** Contents of text boxes, each once. */
  readonly boxes: XmlElement[];
  /** Notes it refers to, e.g. footnote/3, in their order. */
  readonly noteIds: string[];
}

/** Fields begin and end in runs, also of different paragraphs; only their results are text. */
export type OpenFields = { isInResult: boolean }[];

export interface InlineContext {
  readonly styles: Styles;
  readonly fields: OpenFields;
  readonly dropped: Dropped;
}

/** Elements that stand for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};
/** Elements that are not text and hold none. */
const SKIPPED = new Set(
  'pPr rPr sdtPr sdtEndPr instrText delText delInstrText rt rubyPr tblPr binData'.split(' '),
);
/** What is dropped and told of; the rest of the element is not looked at. */
const DROPPED: Readonly<Record<string, DroppedKind>> = {
  del: 'revision',
  moveFrom: 'revision',
  blip: 'picture',
  imagedata: 'picture',
  chart: 'chart',
  relIds: 'chart',
  OLEObject: 'object',
  commentReference: 'comment',
};
/** The usual check marks and bullets of symbol fonts; other characters of theirs have no reading. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F0FC: '√',
  F052: '☑',
  F0A8: '□',
  F06F: '□',
  F06E: '■',
  F06C: '●',
  F0B7: '•',
  F0B0: '°',
  F0B1: '±',
  F0B3: '≥',
};

export function paragraphContent(
  paragraph: XmlElement,
  styles: readonly Style[],
  context: InlineContext,
): ParagraphContent {
  const content: ParagraphContent = { text: '', boxes: [], noteIds: [] };
  // What a field asks for is said in one paragraph: one still without result was torn, and would swallow the rest.
  while (context.fields.at(-1)?.isInResult === false) context.fields.pop();
  gather(paragraph, content, styles, context);
  return content;
}

function gather(
  element: XmlElement,
  content: ParagraphContent,
  styles: readonly Style[],
  context: InlineContext,
): void {
  for (const part of element.children) {
    const dropped = DROPPED[part.name];
    if (dropped !== undefined) context.dropped.add(dropped);
    else if (!SKIPPED.has(part.name)) take(part, content, styles, context);
  }
}

function take(
  part: XmlElement,
  content: ParagraphContent,
  styles: readonly Style[],
  context: InlineContext,
): void {
  switch (part.name) {
    case 'r':
      if (isHidden(child(part, 'rPr'), [...runStyles(part, context.styles), ...styles])) {
        if (part.children.some(({ name }) => name === 't')) context.dropped.add('hidden');
        // A field may be half hidden; its other half must still find it.
        for (const mark of childrenNamed(part, 'fldChar')) turnField(mark, context.fields);
      } else {
        gather(part, content, styles, context);
      }
      return;
    case 'fldChar':
      turnField(part, context.fields);
      return;
    case 'txbxContent':
      content.boxes.push(part);
      return;
    case 'footnoteReference':
    case 'endnoteReference':
      content.noteIds.push(`${part.name.replace('Reference', '')}/${part.attributes.id ?? ''}`);
      return;
    case 'AlternateContent':
      // The same thing twice: for newer programs and for older ones.
      gather({ ...part, children: alternative(part) }, content, styles, context);
      return;
    default:
      if (context.fields.every(({ isInResult }) => isInResult)) content.text += characters(part);
      gather(part, content, styles, context);
  }
}

function characters(part: XmlElement): string {
  if (part.name === 't') return part.text;
  if (part.name === 'sym') return symbol(part);
  return CHARACTERS[part.name] ?? '';
}

function symbol({ attributes }: XmlElement): string {
  const code = (attributes.char ?? '').toUpperCase();
  const known = SYMBOLS[code];
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  return Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff)
    ? ''
    : String.fromCharCode(point);
}

/** A character style, where the run names one. */
function runStyles(run: XmlElement, styles: Styles): readonly Style[] {
  const styleId = settingOf(run, 'rPr', 'rStyle');
  return styleId === undefined ? [] : styles(styleId);
}

function turnField({ attributes }: XmlElement, fields: OpenFields): void {
  const innermost = fields.at(-1);
  if (attributes.fldCharType === 'begin') fields.push({ isInResult: false });
  else if (attributes.fldCharType === 'end') fields.pop();
  else if (innermost !== undefined) innermost.isInResult = true;
}

export function alternative(element: XmlElement): readonly XmlElement[] {
  return (child(element, 'Choice') ?? child(element, 'Fallback'))?.children ?? [];
}
