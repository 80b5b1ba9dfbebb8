const SHOWN_MS = 1600;

/** For pages that are not served over a safe connection, where browsers offer nothing better. */
function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'unseen';
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  return isCopied;
}

async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard === undefined) return copyBySelection(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
}

/** Copies, and says so in place of the element's own words for a moment; false where nothing was copied. */
export async function copyText(text: string, sayIn: HTMLElement): Promise<boolean> {
  if (!(await copy(text))) return false;
  say(sayIn);
  return true;
}

/** Copies a table as cells: a spreadsheet takes it apart, a letter keeps it a table. */
export async function copyCells(table: HTMLTableElement, sayIn: HTMLElement): Promise<boolean> {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => cellText(cell)).join('\t'),
  );
  const text = rows.join('\n');
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard?.write === undefined)
    return copyText(text, sayIn);
  const cells = [...table.rows].map(
    (row) =>
      `<tr>${[...row.cells].map((cell) => `<td>${escaped(cellText(cell))}</td>`).join('')}</tr>`,
  );
  const parts = { 'text/plain': text, 'text/html': `<table>${cells.join('')}</table>` };
  const item = new ClipboardItem(
    Object.fromEntries(
      Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]),
    ),
  );
  const isCopied = await navigator.clipboard.write([item]).then(
    () => true,
    () => copy(text),
  );
  if (isCopied) say(sayIn);
  return isCopied;
}

/** Without the marks, which are numbers too. */
function cellText(cell: HTMLTableCellElement): string {
  const own = cell.cloneNode(true) as HTMLTableCellElement;
  for (const mark of own.querySelectorAll('.mark')) mark.remove();
  return (own.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function escaped(text: string): string {
  const element = document.createElement('i');
  element.textContent = text;
  return element.innerHTML;
}

function say(sayIn: HTMLElement): void {
  const label = sayIn.dataset.label ?? sayIn.textContent ?? '';
  sayIn.dataset.label = label;
  sayIn.textContent = '已复制';
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
    if (!(details instanceof HTMLDetailsElement) || details.open) return;
    event.preventDefault();
    const reference = details.querySelector('p')?.textContent ?? '';
    void copyText(reference, summary).then((isCopied) => {
      // Then it is shown, to be selected by hand.
      if (!isCopied) details.open = true;
    });
  });
}
