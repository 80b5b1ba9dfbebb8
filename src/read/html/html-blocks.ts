import type { Place, SourceBlock } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import { Dropped } from '../dropped.ts';
import { onOneLine } from '../line-breaks.ts';
import { headerRowsIn, isLayout, rowsOf, toSourceRows } from './html-table.ts';
import { indexPairs } from './index-table.ts';
import { listNumbers } from './list-number.ts';
import { isChrome, withoutTools } from './page-noise.ts';
import { type PageElement, type PageNode, textIn } from './page-tree.ts';
import { paragraphsIn, shownText } from './white-space.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/iu;
const KEEPS_LINES = /white-space\s*:\s*pre/iu;
const NUMBERED =
  /^(?:第?[一二三四五六七八九十百\d]+[、.．章节条]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])/u;
const NOTE_NAME = /^_?(?:ftn|edn|footnote|endnote)[-_]?\d*$/iu;

/** Where the walk stands. */
interface Walk {
  readonly dropped: Dropped;
  readonly articleChars: number;
  readonly blocks: SourceBlock[];
  /** The last id or name passed. */
  anchor: string | null;
  /** Words of the paragraph under way. */
  words: string;
  line: number | null;
  /** Level of the heading it stands in. */
  heading: number | null;
  isNote: boolean;
  /** Number of a list's item, for its first paragraph. */
  number: string;
  keepsLines: boolean;
}

/** An article's blocks in the order of reading; menus, tools and the like inside it are left out. */
export function blocksIn(
  article: PageElement,
  anchor: string | null,
  dropped: Dropped = new Dropped(),
): SourceBlock[] {
  const walk: Walk = {
    dropped,
    articleChars: article.chars,
    blocks: [],
    anchor,
    words: '',
    line: null,
    heading: null,
    isNote: false,
    number: '',
    keepsLines: false,
  };
  visitChildren(article, walk);
  flush(walk);
  return walk.blocks;
}

const placeAt = (line: number, anchor: string | null): Place => ({ type: 'element', line, anchor });

function visit(node: PageNode, walk: Walk): void {
  if (node.type === 'text') {
    addText(node.text, node.line, walk);
    return;
  }
  walk.anchor =
    node.attributes.id ?? (node.name === 'a' ? node.attributes.name : undefined) ?? walk.anchor;
  if (node.name === 'br') {
    // A heading over two lines is one heading.
    if (walk.heading === null) flush(walk);
    return;
  }
  if (isChrome(node, walk.articleChars)) return;
  if (isPicture(node)) walk.dropped.add('picture');
  const isBlock = BLOCKS.has(node.name) || BLOCK_STYLE.test(node.attributes.style ?? '');
  if (!isBlock) {
    visitChildren(node, walk);
    return;
  }
  flush(walk);
  if (node.name === 'table' && visitTable(node, walk)) return;
  visitBlock(node, walk);
  flush(walk);
}

const ORNAMENT = /icon|logo|button|btn|share|print|qrcode|ewm|arrow|blank|spacer|line|dot/iu;
const MIN_PICTURE = 80;

/** An image that may show words, by its size and its name. */
function isPicture({ name, attributes }: PageElement): boolean {
  if (name !== 'img' || ORNAMENT.test(attributes.src ?? '')) return false;
  const sizes = [attributes.width, attributes.height].map((size) =>
    Number.parseInt(size ?? '', 10),
  );
  return !sizes.some((size) => size < MIN_PICTURE);
}

function visitBlock(node: PageElement, walk: Walk): void {
  const outer = { heading: walk.heading, isNote: walk.isNote, keepsLines: walk.keepsLines };
  const level = /^h([1-6])$/u.exec(node.name)?.[1];
  if (level !== undefined) walk.heading = Number(level);
  if (NOTE_NAME.test(node.attributes.id ?? '')) walk.isNote = true;
  if (node.name === 'pre' || KEEPS_LINES.test(node.attributes.style ?? '')) walk.keepsLines = true;
  const numbers = listNumbers(node);
  for (const child of node.children) {
    const number = child.type === 'element' ? numbers.get(child) : undefined;
    if (number !== undefined) {
      flush(walk);
      walk.number = number;
    }
    visit(child, walk);
  }
  flush(walk);
  Object.assign(walk, outer);
}

function visitChildren(element: PageElement, walk: Walk): void {
  for (const child of element.children) visit(child, walk);
}

function addText(text: string, line: number, walk: Walk): void {
  const lines = walk.keepsLines ? text.split(/\r?\n/u) : [text];
  lines.forEach((part, index) => {
    if (index > 0) flush(walk);
    if (walk.line === null && part.trim() !== '') {
      // The words begin behind the line ends before them.
      walk.line = line + index + (/^\s*/u.exec(part)?.[0].split('\n').length ?? 1) - 1;
    }
    walk.words += part;
  });
}

/** Ends the paragraph under way. */
function flush(walk: Walk): void {
  const { words, line, heading, anchor } = walk;
  walk.words = '';
  walk.line = null;
  if (line === null) return;
  const place = placeAt(line, anchor);
  for (const part of paragraphsIn(words)) {
    const text = numbered(withoutTools(part), walk);
    if (text === '') continue;
    walk.blocks.push(
      heading === null
        ? { type: walk.isNote ? 'note' : 'paragraph', text, place }
        : { type: 'heading', level: heading, number: null, text, place },
    );
  }
}

function numbered(text: string, walk: Walk): string {
  const { number } = walk;
  if (text === '' || number === '') return text;
  walk.number = '';
  // Some pages print a number of their own beside that of the list.
  return NUMBERED.test(text) ? text : withNumber(number, text);
}

/** False for a table that only arranges the page. */
function visitTable(table: PageElement, walk: Walk): boolean {
  const raw = rowsOf(table);
  if (isLayout(table, raw)) return false;
  const place = placeAt(table.line, walk.anchor);
  const textOf = (cell: PageElement): string => cellText(cell, walk.dropped);
  const rows = toSourceRows(raw, textOf, ({ line }) => placeAt(line, walk.anchor));
  const pairs = indexPairs(rows.map(({ cells }) => cells.map(({ text }) => text)));
  if (pairs !== null) {
    walk.blocks.push(...pairs.map((text) => ({ type: 'paragraph', text, place }) as const));
    return true;
  }
  const caption = table.children.find(
    (child) => child.type === 'element' && child.name === 'caption',
  );
  const title = caption === undefined ? '' : shownText(textIn(caption));
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const headerRows = headerRowsIn(raw, rows);
  walk.blocks.push({
    type: 'table',
    title: title === '' ? null : title,
    headerRows,
    rows: filled.length === rows.length ? rows : filled,
    place,
  });
  return true;
}

/** On one line, paragraphs behind each other. */
function cellText(cell: PageElement, dropped: Dropped): string {
  const blocks = blocksIn({ ...cell, name: 'div' }, null, dropped);
  return onOneLine(blocks.map((block) => (block.type === 'table' ? '' : block.text)).join('\n'));
}
