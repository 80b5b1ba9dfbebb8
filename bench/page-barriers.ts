import type { Browser, Page } from 'playwright-core';
import { findings } from '../tests/browser/axe.ts';
import { PAGES } from '../tests/browser/pages.ts';

/** What would keep people out, over every page there is. */
export interface PageBarriers {
  readonly pages: number;
  /** Of axe, in both themes and three widths; one line each. */
  readonly axeFindings: readonly string[];
  /** Pages that say less with JavaScript off than with it. */
  readonly needingScripts: readonly string[];
}

const WIDTHS = [360, 820, 1440];
const THEMES = ['light', 'dark'] as const;
/** Of what a page says with scripts, so much must be there without. */
const LEAST_SHARE = 0.95;

async function axeFindings(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS)
    for (const colorScheme of THEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const faults = await findings(page);
      found.push(...faults.map((fault) => `${name}, ${width} px, ${colorScheme}: ${fault}`));
    }
  return found;
}

async function lettersOf(page: Page): Promise<number> {
  const text = await page.locator('main').innerText();
  return text.replace(/\s/gu, '').length;
}

export async function barriersOn(browser: Browser, address: string): Promise<PageBarriers> {
  const found: string[] = [];
  const needingScripts: string[] = [];
  const plain = await browser.newContext({ javaScriptEnabled: false });
  for (const [name, path] of PAGES) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address + path);
    const without = await plain.newPage();
    await without.goto(address + path);
    if ((await lettersOf(without)) < LEAST_SHARE * (await lettersOf(page)))
      needingScripts.push(name);
    await without.close();
    found.push(...(await axeFindings(page, name)));
    await page.close();
  }
  await plain.close();
  return { pages: PAGES.length, axeFindings: found, needingScripts };
}
