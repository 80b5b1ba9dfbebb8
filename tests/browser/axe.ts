import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page: one line each, with the elements it means.
 * @param rules all of axe's own where none are named
 */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // What still fades in has not its colours yet.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const run: unknown = Reflect.get(window, 'axe');
    const { violations } = await (run as typeof import('axe-core')).run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: [...only] }),
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html)
          .join(' · ')}`,
    );
  }, rules);
}
