import { layerClosed, layerLeft, layerOpened } from './layers.ts';

/** A heading has been passed when it is above this share of the window. */
const LINE = 0.4;
/** Far above, so that whatever was passed counts however far back it is. */
const ABOVE = '10000000px';

interface Listed {
  readonly link: HTMLAnchorElement;
  readonly target: Element;
}

function listed(contents: Element): Listed[] {
  return [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
    const target = document.getElementById(link.hash.slice(1));
    return target === null ? [] : [{ link, target }];
  });
}

/** Opens the branches that lead to the link and its own, and closes those that were opened only to lead elsewhere. */
function openBranches(link: Element, opened: Set<HTMLDetailsElement>): void {
  const wanted = new Set<HTMLDetailsElement>();
  const own = link.nextElementSibling;
  if (own instanceof HTMLDetailsElement) wanted.add(own);
  for (let at = link.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
    wanted.add(at);
  }
  for (const branch of opened) {
    if (wanted.has(branch)) continue;
    branch.open = false;
    opened.delete(branch);
  }
  for (const branch of wanted) {
    if (branch.open) continue;
    branch.open = true;
    opened.add(branch);
  }
}

function scrollWithin(contents: Element, link: Element): void {
  const frame = contents.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  const isSeen = top >= frame.top && bottom <= frame.bottom;
  if (!isSeen) contents.scrollBy({ top: top - frame.top - frame.height / 3 });
}

/** Marks in the contents, and says in the bar, under which heading one reads. */
export function markPlace(): void {
  const contents = document.querySelector('.contents');
  if (contents === null) return;
  const entries = listed(contents);
  const where = document.querySelector('.where');
  const passed = new Set<Element>();
  const opened = new Set<HTMLDetailsElement>();
  let current: HTMLAnchorElement | undefined;
  const watch = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const link = entries.findLast(({ target }) => passed.has(target))?.link;
      if (link === current) return;
      current?.removeAttribute('aria-current');
      current = link;
      if (where) where.textContent = link?.textContent ?? '';
      if (link === undefined) return;
      link.setAttribute('aria-current', 'location');
      openBranches(link, opened);
      scrollWithin(contents, link);
    },
    // In a frame the window would otherwise be that of the page round it.
    { root: document, rootMargin: `${ABOVE} 0px ${-100 * (1 - LINE)}% 0px` },
  );
  for (const { target } of entries) watch.observe(target);
}

/** On narrow screens the contents lie over the text: a choice made there puts them away, and so does Back. */
export function closeOnChoice(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents === null) return;
  const close = (): void => contents.hidePopover();
  contents.addEventListener('toggle', (event) => {
    if (!(event instanceof ToggleEvent)) return;
    if (event.newState === 'open') layerOpened(close);
    else layerClosed(close);
  });
  contents.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || !contents.matches(':popover-open')) return;
    event.preventDefault();
    layerLeft(close, link.href);
    contents.hidePopover();
  });
}
