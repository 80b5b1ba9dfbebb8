import type { SourceBlock, SourceDocument } from '../../model.ts';
import { Dropped } from '../dropped.ts';
import { fileError } from '../file-errors.ts';
import { decodePage } from './decode-page.ts';
import { findBody } from './find-body.ts';
import { headlineOf } from './headline.ts';
import { blocksIn } from './html-blocks.ts';
import { isIndex } from './index-table.ts';
import { elementsIn, type PageElement, type PageTree, parsePage } from './page-tree.ts';

/** How much of an article is looked at for the page's headline. */
const OPENING_BLOCKS = 12;
/** An index over a document has so many characters; a page has few parts of that size. */
const MIN_INDEX_CHARS = 20;
const MAX_INDEX_CHARS = 1500;
const MAX_CANDIDATES = 300;

/**
 * A web page, or a Word file saved as one: its article as headings, paragraphs, lists and tables.
 * Scripts are not run, nothing is fetched. Fails with FILE_WITHOUT_TEXT or FILE_DAMAGED.
 */
export async function readHtml(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  return readPage(decodePage(bytes, file), file, 'html');
}

export function readPage(html: string, file: string, format: 'html' | 'mhtml'): SourceDocument {
  const page = parsePage(html);
  const article = findBody(page.body);
  const dropped = new Dropped();
  const blocks = blocksIn(article, anchorBefore(page.body, article), dropped);
  if (blocks.length === 0) {
    const what = /<frame|<iframe/iu.test(html)
      ? '网页的正文在另一个框架里，这个文件里没有文字。'
      : '网页里没有文字。';
    throw fileError('FILE_WITHOUT_TEXT', file, what);
  }
  const lines = blocks.map((block) => (block.type === 'table' ? '' : block.text));
  return {
    format,
    blocks: [
      ...headlineBlock(page, article, lines.slice(0, OPENING_BLOCKS)),
      ...indexBlocks(page.body, article, new Set(lines)),
      ...blocks,
    ],
    pages: null,
    warnings: dropped.warnings(),
  };
}

function headlineBlock(
  page: PageTree,
  article: PageElement,
  opening: readonly string[],
): SourceBlock[] {
  const headline = headlineOf(page, article, opening);
  if (headline === null) return [];
  const { text, line } = headline;
  const place = { type: 'element', line, anchor: null } as const;
  return [{ type: 'heading', level: 1, number: null, text, place }];
}

/** The index a public site prints over its document (标题, 发文字号, 成文日期), where it is not in the article. */
function indexBlocks(
  body: PageElement,
  article: PageElement,
  said: ReadonlySet<string>,
): SourceBlock[] {
  const inside = new Set(elementsIn(article));
  const candidates = [...elementsIn(body)].filter(
    (element) =>
      /^(?:table|ul|dl|div)$/u.test(element.name) &&
      element.chars >= MIN_INDEX_CHARS &&
      element.chars <= MAX_INDEX_CHARS &&
      !inside.has(element) &&
      !holds(element, article),
  );
  for (const element of candidates.slice(0, MAX_CANDIDATES)) {
    const blocks = blocksIn({ ...element, name: 'div', children: [element] }, null);
    const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []));
    if (isIndex(paragraphs.map(({ text }) => text))) {
      return paragraphs.filter(({ text }) => !said.has(text));
    }
  }
  return [];
}

function holds(element: PageElement, wanted: PageElement): boolean {
  for (const inner of elementsIn(element)) if (inner === wanted) return true;
  return false;
}

/** The nearest id at or before the article. */
function anchorBefore(body: PageElement, article: PageElement): string | null {
  let anchor: string | null = null;
  for (const element of elementsIn(body)) {
    anchor = element.attributes.id ?? anchor;
    if (element === article) break;
  }
  return anchor;
}
