import type { Page } from 'playwright-core';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;
const TAG = /<(?<close>\/)?(?<name>[a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(?<empty>\/)?>/giu;

/** Opening and closing tags in their order; those that close themselves are closed at once. */
function tagsIn(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(({ groups = {} }) => {
    const name = (groups.name ?? '').toLowerCase();
    if (groups.close) return [`/${name}`];
    if (VOID.test(name)) return [name];
    return groups.empty ? [name, `/${name}`] : [name];
  });
}

/**
 * What is wrong with the markup as it was sent: where the browser's parser had to close, move or add elements, ids
 * that stand twice, references to ids that are not there, and elements that no browser knows.
 */
export async function markupFaults(page: Page, html: string): Promise<string[]> {
  const [parsed, faults] = await page.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'text/html');
    const found: string[] = [];
    const ids = [...tree.querySelectorAll('[id]')].map(({ id }) => id);
    const known = new Set(ids);
    if (known.size < ids.length)
      found.push(`ids twice: ${ids.filter((id, at) => ids.indexOf(id) < at).slice(0, 5)}`);
    for (const name of [
      'for',
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'popovertarget',
    ]) {
      for (const element of tree.querySelectorAll(`[${name}]`)) {
        const missing = (element.getAttribute(name) ?? '')
          .split(/\s+/u)
          .filter((id) => !known.has(id));
        if (missing.length > 0) found.push(`${name} without its element: ${missing}`);
      }
    }
    for (const element of tree.querySelectorAll('*')) {
      if (element instanceof HTMLUnknownElement) found.push(`unknown element ${element.localName}`);
    }
    return [tree.documentElement.outerHTML, found] as const;
  }, html);
  const sent = tagsIn(html);
  const kept = tagsIn(parsed);
  const at = sent.findIndex((tag, place) => tag !== kept[place]);
  if (at === -1 && sent.length === kept.length) return [...faults];
  const around = (tags: readonly string[]): string =>
    tags.slice(Math.max(0, at - 4), at + 3).join(' ');
  return [...faults, `sent ${around(sent)}, read ${around(kept)}`];
}
