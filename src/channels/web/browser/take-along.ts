import { copyCells, copyText } from './copying.ts';
import { showSorting } from './sort-tables.ts';

const TOOLS = '[data-copy], [data-copy-table], [data-print]';

/** Shows what only scripts can do. */
export function showTools(within: ParentNode): void {
  for (const tool of within.querySelectorAll<HTMLElement>(TOOLS)) tool.hidden = false;
  showSorting(within);
}

/** Copying and printing, wherever such tools stand or come to stand. */
export function takeAlong(thread: HTMLElement): void {
  showTools(thread);
  thread.addEventListener('click', ({ target }) => {
    const tool = target instanceof Element && target.closest<HTMLElement>(TOOLS);
    if (!tool) return;
    const { copy } = tool.dataset;
    const table = tool
      .closest('.turn, main')
      ?.querySelector<HTMLTableElement>('.figure-table table');
    if (copy !== undefined) void copyText(copy, tool);
    else if (tool.dataset.copyTable !== undefined && table) void copyCells(table, tool);
    else if (tool.dataset.print !== undefined) print();
  });
}
