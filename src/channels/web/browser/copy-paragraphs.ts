import { copyText } from './copying.ts';

/** The words of a block with where they stand, as one pastes them into a paper. */
function sourced(block: Element): string {
  const own = block.cloneNode(true) as Element;
  const reference = own.querySelector('.reference p')?.textContent ?? '';
  for (const extra of own.querySelectorAll('.tools, .page-mark')) extra.remove();
  const words = (own.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const anchor = block.querySelector<HTMLAnchorElement>('.permalink')?.hash ?? '';
  return `${words}（${reference}）${location.origin}${location.pathname}${anchor}`;
}

/** Beside the block that is pointed at: a press copies it with its source. */
export function copyParagraphs(): void {
  const add = ({ target }: Event): void => {
    const block = target instanceof Element ? target.closest('.plan .block, .plan tr') : null;
    const tools = block?.querySelector('.tools');
    if (!block || !tools || tools.querySelector('.copy-block')) return;
    if (tools.querySelector('.reference') === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-block';
    button.textContent = '复制';
    button.title = '复制本段，带出处';
    button.addEventListener('click', () => void copyText(sourced(block), button));
    tools.append(button);
  };
  // Thousands of buttons that nobody presses would only slow the page.
  document.addEventListener('pointerover', add);
  document.addEventListener('focusin', add);
}
