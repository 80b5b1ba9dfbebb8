const SHOWN_MS = 1600;

/** Copies, and says so in place of the element's own words for a moment. */
export async function copyText(text: string, sayIn: HTMLElement): Promise<void> {
  const label = sayIn.dataset.label ?? sayIn.textContent ?? '';
  sayIn.dataset.label = label;
  try {
    await navigator.clipboard.writeText(text);
    sayIn.textContent = '已复制';
  } catch {
    // Denied, or the page is not served safely: the text itself is shown, to be selected by hand.
    sayIn.textContent = label;
    sayIn.closest('details')?.setAttribute('open', '');
    return;
  }
  setTimeout(() => {
    sayIn.textContent = label;
  }, SHOWN_MS);
}

/** One press on a block's reference copies it instead of showing it. */
export function copyReferences(): void {
  for (const summary of document.querySelectorAll<HTMLElement>('.reference > summary')) {
    summary.textContent = '复制引用';
  }
  document.addEventListener('click', (event) => {
    const summary = event.target instanceof Element && event.target.closest('.reference > summary');
    if (!(summary instanceof HTMLElement)) return;
    const details = summary.parentElement;
    if (details?.hasAttribute('open')) return;
    event.preventDefault();
    void copyText(details?.querySelector('p')?.textContent ?? '', summary);
  });
}
