import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds that keeps people out: serious or critical, with the elements at fault. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Evaluated by the browser's own debugger, so that the page's policy stays as it is.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      );
  });
}
