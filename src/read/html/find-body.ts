import { isNamedBody } from './named-body.ts';
import { elementsIn, type PageElement } from './page-tree.ts';

/** Whoever holds this share of the words around it holds the article. */
const DOMINANT = 0.75;
/** A named element is believed from this share of the words of the article found by weight. */
const NAMED = 0.5;
/** Of several named ones inside each other, the innermost that has so much of the largest. */
const INNERMOST = 0.85;

const CONTAINERS = new Set('body div td th article section main center form blockquote'.split(' '));

/** Words that are no links. */
const weight = ({ chars, linkChars }: PageElement): number => chars - linkChars;

/** The element that holds the article. */
export function findBody(page: PageElement): PageElement {
  const found = heaviest(page);
  const named = [...elementsIn(page)].filter(
    (element) =>
      (element.name === 'article' || isNamedBody(element.attributes)) &&
      weight(element) >= weight(found) * NAMED,
  );
  const largest = Math.max(0, ...named.map(weight));
  return named.filter((element) => weight(element) >= largest * INNERMOST).at(-1) ?? found;
}

/** Down from the page while one child holds nearly all. */
function heaviest(page: PageElement): PageElement {
  let container = page;
  let at: PageElement | undefined = page;
  while (at !== undefined) {
    if (CONTAINERS.has(at.name) || at.name.includes('content')) container = at;
    const least: number = weight(at) * DOMINANT;
    at = at.children.find(
      (child): child is PageElement =>
        child.type === 'element' && weight(child) >= least && least > 0,
    );
  }
  return container;
}
