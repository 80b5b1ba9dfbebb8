const GAP = 8;
const HIDE_AFTER_MS = 200;

const sourceOf = (mark: HTMLAnchorElement): HTMLElement | null =>
  document.getElementById(mark.hash.slice(1));

/** The quote behind a mark, shown where the mark is. */
export class QuoteCard {
  readonly #card = document.createElement('div');
  readonly #openPlace: (link: HTMLAnchorElement) => void;
  #mark: HTMLAnchorElement | undefined;
  #hiding: number | undefined;

  constructor(openPlace: (link: HTMLAnchorElement) => void) {
    this.#openPlace = openPlace;
    this.#card.className = 'quote-card';
    this.#card.popover = 'manual';
    this.#card.setAttribute('role', 'tooltip');
    this.#card.id = 'quote-card';
    this.#card.addEventListener('pointerenter', () => clearTimeout(this.#hiding));
    this.#card.addEventListener('pointerleave', () => this.hideSoon());
    this.#card.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!link) return;
      event.preventDefault();
      this.hide();
      this.#openPlace(link);
    });
    document.body.append(this.#card);
  }

  isShownFor(mark: HTMLAnchorElement): boolean {
    return this.#mark === mark;
  }

  contains(node: Node): boolean {
    return this.#card.contains(node);
  }

  show(mark: HTMLAnchorElement): void {
    clearTimeout(this.#hiding);
    if (this.isShownFor(mark)) return;
    this.hide();
    const source = sourceOf(mark);
    if (source === null) return;
    this.#mark = mark;
    this.#card.replaceChildren(...[...source.children].map((part) => part.cloneNode(true)));
    mark.setAttribute('aria-describedby', this.#card.id);
    this.#card.showPopover();
    this.#place(mark);
  }

  hideSoon(): void {
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(() => this.hide(), HIDE_AFTER_MS);
  }

  hide(): void {
    clearTimeout(this.#hiding);
    this.#mark?.removeAttribute('aria-describedby');
    this.#mark = undefined;
    if (this.#card.matches(':popover-open')) this.#card.hidePopover();
  }

  /** Below the mark, or above it where there is no room; never off the window. */
  #place(mark: HTMLAnchorElement): void {
    const at = mark.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#card;
    const isRoomBelow = at.bottom + GAP + offsetHeight <= innerHeight;
    const top = isRoomBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - offsetHeight);
    const left = Math.max(GAP, Math.min(at.left - GAP, innerWidth - offsetWidth - GAP));
    this.#card.style.top = `${top}px`;
    this.#card.style.left = `${left}px`;
  }
}
