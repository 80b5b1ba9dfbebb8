import { Beside } from './beside.ts';
import { QuoteCard } from './quote-card.ts';

const closestLink = (target: EventTarget | null, selector: string): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(selector) : null;

/** Where the source behind a mark stands in its document. */
const placeOf = (mark: HTMLAnchorElement): HTMLAnchorElement | null | undefined =>
  document.getElementById(mark.hash.slice(1))?.querySelector<HTMLAnchorElement>('.source-link');

/** A press that means another tab or window is the browser's. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);

/** Marks show their quote when pointed at or reached by keyboard; a press opens the place beside the answer. */
export function followMarks(thread: HTMLElement): void {
  const beside = new Beside();
  let from: HTMLElement = thread;
  const card = new QuoteCard((link) => beside.open(link, from));
  let isTouch = false;

  thread.addEventListener('pointerdown', ({ pointerType }) => {
    isTouch = pointerType === 'touch';
  });
  thread.addEventListener('pointerover', ({ target, pointerType }) => {
    const mark = closestLink(target, '.mark');
    if (mark && pointerType !== 'touch') card.show(mark);
  });
  thread.addEventListener('pointerout', ({ target, pointerType }) => {
    if (closestLink(target, '.mark') && pointerType !== 'touch') card.hideSoon();
  });
  thread.addEventListener('focusin', ({ target }) => {
    const mark = closestLink(target, '.mark');
    if (mark?.matches(':focus-visible')) card.show(mark);
  });
  thread.addEventListener('focusout', ({ target }) => {
    if (closestLink(target, '.mark')) card.hideSoon();
  });
  thread.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    const mark = closestLink(event.target, '.mark');
    const place = mark ? placeOf(mark) : closestLink(event.target, '.source-link');
    if (!place) return;
    event.preventDefault();
    from = mark ?? place;
    // A finger cannot point without pressing: the first press shows the quote, and the way on stands in it.
    if (mark && isTouch && !card.isShownFor(mark)) {
      card.show(mark);
      return;
    }
    card.hide();
    beside.open(place, from);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') card.hide();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    const isOutside = target instanceof Node && !card.contains(target);
    if (isOutside && !closestLink(target, '.mark')) card.hide();
  });
  addEventListener('scroll', () => card.hide(), { passive: true });
}
