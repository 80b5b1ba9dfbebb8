const body = document.querySelector<HTMLElement>('.slide-body');
const box = document.querySelector<HTMLInputElement>('.present-form input');

/** Makes what is too large for the wall smaller until it fits. */
function shrink(): void {
  if (body === null) return;
  let percent = 100;
  body.style.fontSize = '';
  while (percent > 30 && isTooLarge(body)) {
    percent -= 5;
    body.style.fontSize = `${percent}%`;
  }
}

const isTooLarge = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;

const go = (rel: string): void =>
  document.querySelector<HTMLAnchorElement>(`.slide-foot a[rel="${rel}"]`)?.click();

/** Keys while nothing is being written. */
const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => go('next'),
  PageDown: () => go('next'),
  ' ': () => go('next'),
  ArrowLeft: () => go('prev'),
  PageUp: () => go('prev'),
  '/': () => box?.select(),
  Enter: () => box?.select(),
};

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.isComposing) return;
  if (key === 'Escape') box?.blur();
  else if (target instanceof HTMLElement && target.matches('input, button, a')) return;
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});

shrink();
addEventListener('resize', shrink);
void document.fonts.ready.then(shrink);
