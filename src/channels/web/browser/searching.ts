const input = document.querySelector<HTMLInputElement>('.filters input[type="search"]');
const links = [...document.querySelectorAll<HTMLAnchorElement>('.hit > a')];

/** Steps through the hits; before the first comes the search itself. */
function move(by: number): void {
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = at + by;
  if (next < 0) input?.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea');

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.isComposing) return;
  const isInInput = target === input;
  if (isInInput ? key !== 'ArrowDown' : isTyping(target)) return;
  if (key === '/') input?.select();
  else if (key === 'j' || key === 'ArrowDown') move(1);
  else if ((key === 'k' || key === 'ArrowUp') && links.includes(target as HTMLAnchorElement))
    move(-1);
  else return;
  event.preventDefault();
});

const form = input?.form;
form?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) form.requestSubmit();
});

document.querySelector('.keys')?.removeAttribute('hidden');
