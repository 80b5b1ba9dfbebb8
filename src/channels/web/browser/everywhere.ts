import { layerClosed, layerLeft, layerOpened } from './layers.ts';

/** Time for a syllable more before the server is asked. */
const WAIT_MS = 60;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]');

/** A box over any page in which all there is can be found as one types. */
class Palette {
  readonly #dialog = document.createElement('dialog');
  readonly #input = document.createElement('input');
  readonly #found = document.createElement('div');
  readonly #close = (): void => this.#dialog.close();
  #waiting: number | undefined;
  #asking: AbortController | undefined;

  constructor() {
    this.#dialog.className = 'palette';
    this.#dialog.setAttribute('aria-label', '查找');
    // Of a search box Escape would only clear the text.
    this.#input.type = 'text';
    this.#input.maxLength = 2000;
    this.#input.placeholder = '文件、章节、指标、任务、原文；或直接提问';
    this.#input.setAttribute('aria-label', '查找');
    this.#input.autocomplete = 'off';
    this.#found.setAttribute('aria-live', 'polite');
    this.#dialog.append(this.#input, this.#found);
    this.#dialog.addEventListener('close', () => layerClosed(this.#close));
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.#dialog.addEventListener('click', (event) => this.#go(event));
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => void this.#look(), WAIT_MS);
    });
    document.body.append(this.#dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    layerOpened(this.#close);
    this.#input.select();
    void this.#look();
  }

  async #look(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const query = new URLSearchParams({ part: '', q: this.#input.value });
    try {
      const response = await fetch(`/find?${query}`, { signal: asking.signal });
      const html = await response.text();
      if (this.#asking !== asking) return;
      if (response.ok) this.#found.innerHTML = html;
      else this.#say('现在查不了，请稍后再试。');
      this.#found.dataset.for = this.#input.value;
    } catch {
      // Aborted, as more was typed; or the server cannot be reached.
      if (this.#asking === asking && !asking.signal.aborted) this.#say('连接断了，请再试。');
    }
  }

  #say(words: string): void {
    const said = document.createElement('p');
    said.className = 'found-none';
    said.textContent = words;
    this.#found.replaceChildren(said);
  }

  /** The arrows go through what was found; letters go on in the box. */
  #move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const links = [...this.#found.querySelectorAll<HTMLElement>('a')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (links[at - 1] ?? this.#input).focus();
    // The first is the words as a question; a name that fits is meant before that.
    else if (event.key === 'Enter' && at === -1) (links[1] ?? links[0])?.click();
    else {
      if (at !== -1 && event.key.length === 1 && !event.ctrlKey && !event.metaKey)
        this.#input.focus();
      return;
    }
    event.preventDefault();
  }

  #go(event: MouseEvent): void {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (target === this.#dialog) this.#dialog.close();
    const link = target instanceof Element && target.closest('a');
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    layerLeft(this.#close, link.href);
    this.#dialog.close();
  }
}

let palette: Palette | undefined;
const openPalette = (): void => {
  palette ??= new Palette();
  palette.open();
};

document.addEventListener('keydown', (event) => {
  const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  const isSlash = event.key === '/' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey;
  if (event.defaultPrevented || event.isComposing || !(isCtrlK || isSlash)) return;
  event.preventDefault();
  openPalette();
});

document.querySelector('.find-link')?.addEventListener('click', (event) => {
  event.preventDefault();
  openPalette();
});
