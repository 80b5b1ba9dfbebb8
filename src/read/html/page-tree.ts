import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Attributes } from './attributes.ts';
import { type HiddenRules, hiddenRules, isHidden } from './hidden.ts';

export interface PageText {
  readonly type: 'text';
  readonly text: string;
  readonly line: number;
}

/** An element that a reader of the page sees. */
export interface PageElement {
  readonly type: 'element';
  /** In small letters. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly PageNode[];
  readonly line: number;
  /** Characters in it, white space left out, and those of them that stand in links to elsewhere. */
  readonly chars: number;
  readonly linkChars: number;
}

export type PageNode = PageText | PageElement;

export interface PageTree {
  /** What the browser shows in its tab. */
  readonly title: string;
  /** The page's own words about its article (`ArticleTitle`), by name in small letters. */
  readonly meta: ReadonlyMap<string, string>;
  readonly body: PageElement;
}

/** Elements deeper than this lose their structure, never their words. */
const MAX_DEPTH = 300;

const NEVER_SEEN = new Set(
  'script style noscript template iframe object embed applet svg canvas audio video button select option input textarea head frame area map rt rp del'.split(
    ' ',
  ),
);

type Node5 = DefaultTreeAdapterTypes.ChildNode;

/** A page without what nobody sees; scripts are not run and nothing is fetched. */
export function parsePage(html: string): PageTree {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const root = document.childNodes.find((node) => node.nodeName === 'html');
  const parts = root !== undefined && 'childNodes' in root ? root.childNodes : [];
  const head = parts.find(({ nodeName }) => nodeName === 'head');
  const body = parts.find(({ nodeName }) => nodeName === 'body');
  const headNodes = head === undefined ? [] : [...descendants(head)];
  const styles = headNodes.filter(({ nodeName }) => nodeName === 'style').map(wordsOf);
  const titleNode = headNodes.find(({ nodeName }) => nodeName === 'title');
  const shown = body === undefined ? null : convert(body, hiddenRules(styles.join('\n')), 0, false);
  return {
    title: titleNode === undefined ? '' : wordsOf(titleNode).trim(),
    meta: metaOf(headNodes),
    body: shown?.type === 'element' ? shown : toElement('body', {}, [], 1),
  };
}

function metaOf(nodes: readonly Node5[]): Map<string, string> {
  return new Map(
    nodes.flatMap((node) => {
      if (node.nodeName !== 'meta') return [];
      const { property = '', name = property, content = '' } = attributesOf(node);
      return name === '' ? [] : [[name.toLowerCase(), content.trim()] as const];
    }),
  );
}

function attributesOf(node: Node5): Attributes {
  return 'attrs' in node
    ? Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    : {};
}

/** In the order of the page, without going down the stack of calls. */
function* descendants(from: Node5): Generator<Node5> {
  const waiting: Node5[] = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (!('childNodes' in node)) continue;
    for (let index = node.childNodes.length; index > 0; index--) {
      const child = node.childNodes[index - 1];
      if (child !== undefined) waiting.push(child);
    }
  }
}

function wordsOf(from: Node5): string {
  let words = '';
  for (const node of descendants(from)) if ('value' in node) words += node.value;
  return words;
}

function convert(
  node: Node5,
  hidden: HiddenRules,
  depth: number,
  isLink: boolean,
): PageNode | null {
  const line = node.sourceCodeLocation?.startLine ?? 1;
  if ('value' in node) return { type: 'text', text: node.value, line };
  if (!('tagName' in node) || NEVER_SEEN.has(node.tagName)) return null;
  const attributes = attributesOf(node);
  if (isHidden(attributes, hidden)) return null;
  if (depth > MAX_DEPTH) return { type: 'text', text: wordsOf(node), line };
  const href = attributes.href;
  const isInLink = isLink || (node.tagName === 'a' && href !== undefined && !href.startsWith('#'));
  const children = node.childNodes.flatMap(
    (child) => convert(child, hidden, depth + 1, isInLink) ?? [],
  );
  return toElement(node.tagName, attributes, children, line, isInLink);
}

function toElement(
  name: string,
  attributes: Attributes,
  children: readonly PageNode[],
  line: number,
  isLink = false,
): PageElement {
  const count = (of: (child: PageNode) => number): number =>
    children.reduce((sum, child) => sum + of(child), 0);
  const charsOf = (child: PageNode): number =>
    child.type === 'text' ? child.text.replace(/\s/gu, '').length : child.chars;
  const chars = count(charsOf);
  const linkChars = isLink
    ? chars
    : count((child) => (child.type === 'element' ? child.linkChars : 0));
  return { type: 'element', name, attributes, children, line, chars, linkChars };
}

/** An element and all in it, in the order of the page. */
export function* elementsIn(node: PageElement): Generator<PageElement> {
  yield node;
  for (const child of node.children) if (child.type === 'element') yield* elementsIn(child);
}

/** All words in order, as written. */
export function textIn(node: PageNode): string {
  return node.type === 'text' ? node.text : node.children.map(textIn).join('');
}
