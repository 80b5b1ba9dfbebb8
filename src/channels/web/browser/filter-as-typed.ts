import { holdsWords } from '../../comparable.ts';

interface FilteredPage {
  /** What is shown or hidden; each says in `data-words` what it is looked up by. */
  readonly items: string;
  /** Hidden when nothing in it is left. */
  readonly groups: string;
  /** What is counted, as the page says it: 项指标. */
  readonly counted: string;
  /** Links to what the page shows, in other forms. */
  readonly same?: string;
}

/** Narrows what the page shows while one types; a choice made elsewhere in the form sends it. */
export function filterAsTyped({ items, groups, counted, same }: FilteredPage): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  const input = form?.querySelector<HTMLInputElement>('input[type="search"]');
  if (!form || !input) return;
  const all = [...document.querySelectorAll<HTMLElement>(items)];
  const count = document.querySelector('.count');
  const links = same === undefined ? [] : document.querySelectorAll<HTMLAnchorElement>(same);
  const filter = (): void => {
    for (const item of all) item.hidden = !holdsWords(item.dataset.words ?? '', input.value.trim());
    for (const group of document.querySelectorAll<HTMLElement>(groups))
      group.hidden = group.querySelector(`${items}:not([hidden])`) === null;
    // What stands in several groups counts once.
    const left = new Set(all.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.words));
    if (count) count.textContent = `${left.size} ${counted}`;
    for (const link of links)
      link.href = withWords(link.href, `${input.defaultValue} ${input.value}`);
  };
  input.addEventListener('input', filter);
  form.addEventListener('change', (event) => {
    // Only the server has what it left out for the words it was sent.
    if (event.target !== input || input.defaultValue !== '') form.requestSubmit();
  });
  // A page that comes back by the browser's own history keeps what was typed.
  if (input.value !== input.defaultValue) filter();
}

/** What is typed narrows what the words sent before have left. */
function withWords(address: string, text: string): string {
  const url = new URL(address);
  const words = [...new Set(text.split(/\s+/u).filter(Boolean))].join(' ');
  if (words === '') url.searchParams.delete('q');
  else url.searchParams.set('q', words);
  return url.href;
}
