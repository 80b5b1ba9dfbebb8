const numberOf = (cell: HTMLTableCellElement | undefined): number =>
  Number(cell?.dataset.number ?? Number.NEGATIVE_INFINITY);

/** The heads of columns that can be sorted become buttons, for the keyboard too. */
export function showSorting(within: ParentNode): void {
  for (const head of within.querySelectorAll('th[data-sortable]:not(:has(button))')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
  }
}

/** A press on a column's head puts the largest number first, a second the smallest; what is no number stays last. */
export function sortTables(thread: HTMLElement): void {
  thread.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const head = target.closest('.sort')?.closest<HTMLTableCellElement>('th[data-sortable]');
    const table = head?.closest('table');
    const body = table?.tBodies[0];
    if (!head || !table || !body) return;
    const isDescending = head.ariaSort !== 'descending';
    const rows = [...body.rows].sort((a, b) => {
      const [left, right] = [a, b].map((row) => numberOf(row.cells[head.cellIndex]));
      if (left === right || left === undefined || right === undefined) return 0;
      if (!Number.isFinite(left) || !Number.isFinite(right)) return right - left;
      return isDescending ? right - left : left - right;
    });
    for (const each of table.querySelectorAll('[aria-sort]')) each.removeAttribute('aria-sort');
    head.ariaSort = isDescending ? 'descending' : 'ascending';
    body.append(...rows);
  });
}
