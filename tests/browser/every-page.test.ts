import { expect, test } from 'vitest';
import { findings } from './axe.ts';
import { markupFaults } from './markup.ts';
import { PAGES } from './pages.ts';
import { describeInBrowser, PHONE, PHONE_WIDTH, widthOf } from './reader.ts';

/** A tablet held upright, and a large screen. */
const WIDTHS = [820, 1440];

describeInBrowser('every page', (reader) => {
  test.each(PAGES)('%s keeps nobody out, light or dark', async (_name, path) => {
    const page = await reader.open(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findings(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(width);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    // Only colours differ.
    expect(await findings(page, ['color-contrast'])).toEqual([]);
  });

  test.each(PAGES)('%s keeps nobody out on a phone', async (_name, path) => {
    const page = await reader.open(path, PHONE);
    expect(await findings(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE_WIDTH);
  });

  test.each(PAGES)('%s is sent as valid markup', async (_name, path) => {
    const page = await reader.open('/healthz');
    const html = await (await fetch(reader.address + path)).text();
    expect(await markupFaults(page, html)).toEqual([]);
  });
});
