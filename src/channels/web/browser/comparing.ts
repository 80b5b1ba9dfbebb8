import { filterAsTyped } from './filter-as-typed.ts';

filterAsTyped({
  items: '.matrix tr[data-words]',
  groups: '.matrix tbody',
  counted: '项指标',
  same: '.result-line a[download]',
});

const table = document.querySelector<HTMLTableElement>('.sortable');

/** Largest number first; what is no number keeps its place after them. */
function sortBy(link: HTMLAnchorElement): void {
  const head = link.closest('th');
  const body = table?.tBodies[0];
  if (!head || !body) return;
  const numberOf = (row: HTMLTableRowElement): number =>
    Number(row.cells[head.cellIndex]?.dataset.number ?? Number.NEGATIVE_INFINITY);
  const rows = [...body.rows];
  if (link.dataset.sort === 'document') rows.sort((a, b) => orderOf(a) - orderOf(b));
  else rows.sort((a, b) => (numberOf(a) === numberOf(b) ? 0 : numberOf(b) - numberOf(a)));
  body.append(...rows);
  for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
  head.ariaSort = link.dataset.sort === 'document' ? 'ascending' : 'descending';
  history.replaceState(null, '', link.href);
}

const orderOf = ({ dataset }: HTMLTableRowElement): number => Number(dataset.order);

for (const link of table?.querySelectorAll<HTMLAnchorElement>('[data-sort]') ?? []) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    sortBy(link);
  });
}
