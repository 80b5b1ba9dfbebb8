/** The window is wide enough for the answer and, beside it, the document. */
const WIDE = matchMedia('(min-width: 64rem)');

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', onClick);
  return made;
}

/** The document a citation is from: at the right of the answer, or as a sheet over it on a narrow window. */
export class Beside {
  readonly #dialog = document.createElement('dialog');
  readonly #whole = document.createElement('a');
  #frame: HTMLIFrameElement | undefined;
  #from: HTMLElement | undefined;

  constructor() {
    this.#dialog.className = 'beside-pane';
    this.#dialog.setAttribute('aria-label', '原文');
    this.#whole.textContent = '整页打开';
    const head = document.createElement('header');
    head.append(
      '原文',
      this.#whole,
      button('关闭', () => this.#dialog.close()),
    );
    this.#dialog.append(head);
    this.#dialog.addEventListener('close', () => {
      document.body.classList.remove('has-beside');
      this.#from?.focus({ preventScroll: true });
    });
    document.body.append(this.#dialog);
    this.#closeOnEscape(document);
  }

  /** Keys pressed in the frame are heard in its own document only. */
  #closeOnEscape(within: Document): void {
    within.addEventListener('keydown', ({ key }) => {
      // The contents, open over the text, are put away first.
      if (key !== 'Escape' || within.querySelector('.contents:popover-open')) return;
      if (this.#dialog.open) this.#dialog.close();
    });
  }

  open(link: HTMLAnchorElement, from: HTMLElement): void {
    this.#from = from;
    this.#whole.href = link.href;
    const address = new URL(link.href);
    address.searchParams.set('beside', '');
    // A frame that is sent on keeps a history of its own, into which going back would lead.
    const frame = document.createElement('iframe');
    frame.title = '原文';
    frame.src = address.href;
    frame.addEventListener('load', () => {
      if (frame.contentDocument) this.#closeOnEscape(frame.contentDocument);
    });
    this.#frame?.remove();
    this.#frame = frame;
    this.#dialog.append(frame);
    document.body.classList.add('has-beside');
    if (this.#dialog.open) return;
    if (WIDE.matches) this.#dialog.show();
    else this.#dialog.showModal();
  }
}
