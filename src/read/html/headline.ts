import { elementsIn, type PageElement, type PageTree, textIn } from './page-tree.ts';
import { shownText } from './white-space.ts';

export interface Headline {
  readonly text: string;
  readonly line: number;
}

const TITLE_NAME = /(?:^|[-_\s])(?:title|headline|bt|biaoti|arti?title|tit)(?:[-_\s]|$)|title$/iu;
const META_NAMES = ['articletitle', 'og:title', 'twitter:title'];
const MIN_TITLE = 6;
const MAX_TITLE = 120;

const FIRST_LINES = 4;
const TITLE_END =
  /(?:规划|计划|纲要|报告|意见|方案|通知|批复|建议|决定|办法|条例|要点|公报|公告|函|细则|规定|清单|安排|措施|预案|决议)(?:[（(].{1,20}[）)])?$/u;

/** A short line that names a document and says nothing. */
function readsLikeTitle(line: string): boolean {
  return line.length <= 60 && TITLE_END.test(line) && !/[。；：:，]/u.test(line);
}

const bare = (text: string): string => text.replace(/[\s\u3000]/gu, '');

/**
 * The page's headline where it stands outside the article: what its tab, its own words about itself or a
 * heading before the article say. Null where the article begins with it.
 */
export function headlineOf(
  page: PageTree,
  article: PageElement,
  opening: readonly string[],
): Headline | null {
  const [tab = ''] = page.title.split(/\s*[_|｜]\s*|\s+[-–—]+\s+|--+/u);
  const known = [...META_NAMES.map((name) => page.meta.get(name) ?? ''), tab].map(shownText);
  const outside = headingsOutside(page.body, article).filter(({ text }) => isTitle(text));
  const printed = known.some(isTitle)
    ? outside.find(({ text }) => known.some((name) => isSame(name, text)))
    : outside[0];
  // What only the tab says may be of another page; the document's own first lines are better.
  const said = opening.slice(0, FIRST_LINES).some(readsLikeTitle) ? undefined : known.find(isTitle);
  const headline = printed ?? (said === undefined ? null : { text: said, line: 1 });
  return headline === null || bare(opening.join('')).includes(bare(headline.text))
    ? null
    : headline;
}

const isTitle = (text: string): boolean => {
  const { length } = bare(text);
  return length >= MIN_TITLE && length <= MAX_TITLE && /\p{Script=Han}/u.test(text);
};

/** One is the other, or a site has cut it short. */
function isSame(name: string, text: string): boolean {
  const [one, other] = [bare(name), bare(text)];
  if (one.length < MIN_TITLE) return false;
  const cut = one.replace(/(?:\.{2,}|…+)$/u, '');
  return one === other || other.startsWith(cut) || one.startsWith(other);
}

function headingsOutside(body: PageElement, article: PageElement): Headline[] {
  const inside = new Set(elementsIn(article));
  return [...elementsIn(body)]
    .filter((element) => !inside.has(element) && isHeading(element))
    .map((element) => ({ text: shownText(textIn(element)), line: element.line }));
}

function isHeading({ name, attributes, chars }: PageElement): boolean {
  if (chars === 0 || chars > MAX_TITLE) return false;
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  return /^h[1-3]$/u.test(name) || name === 'ucaptitle' || TITLE_NAME.test(names);
}
