import { layerClosed, layerOpened } from './layers.ts';

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
  /** What is cited, to be read until the document has come. */
  readonly #meanwhile = document.createElement('div');
  readonly #close = (): void => this.#dialog.close();
  #frame: HTMLIFrameElement | undefined;
  #from: HTMLElement | undefined;

  constructor() {
    this.#dialog.className = 'beside-pane';
    this.#dialog.setAttribute('aria-label', '原文');
    this.#whole.textContent = '整页打开';
    this.#meanwhile.className = 'meanwhile';
    const head = document.createElement('header');
    head.append('原文', this.#whole, button('关闭', this.#close));
    this.#dialog.append(head, this.#meanwhile);
    this.#dialog.addEventListener('close', () => {
      document.body.classList.remove('has-beside');
      // Its own steps through the document leave the history with it.
      this.#frame?.remove();
      layerClosed(this.#close);
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
    this.#showMeanwhile(link);
    const address = new URL(link.href);
    address.searchParams.set('beside', '');
    // A frame that is sent on keeps a history of its own, into which going back would lead.
    const frame = document.createElement('iframe');
    frame.title = '原文';
    frame.src = address.href;
    frame.addEventListener('load', () => {
      this.#meanwhile.hidden = true;
      if (frame.contentDocument) this.#closeOnEscape(frame.contentDocument);
    });
    this.#frame?.remove();
    this.#frame = frame;
    this.#dialog.append(frame);
    document.body.classList.add('has-beside');
    if (this.#dialog.open) return;
    if (WIDE.matches) this.#dialog.show();
    else this.#dialog.showModal();
    layerOpened(this.#close);
  }

  /** On a slow line the words cited are there before the document is. */
  #showMeanwhile(link: HTMLAnchorElement): void {
    const around = link.closest('li, section, .quote-card');
    const waiting = document.createElement('p');
    waiting.className = 'waiting';
    waiting.textContent = '正在打开原文，先看所引的话：';
    const words = [
      ...(around?.querySelectorAll(':scope > .source-place, :scope > blockquote') ?? []),
    ];
    this.#meanwhile.replaceChildren(waiting, ...words.map((each) => each.cloneNode(true)));
    this.#meanwhile.hidden = false;
  }
}
