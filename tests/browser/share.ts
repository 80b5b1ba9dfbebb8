import type { Page } from 'playwright-core';

/** Presses 分享 on an answer; gives the path of what is shared. */
export async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: '分享' }).click();
  await page.waitForURL(/\/s\/[\w-]{20}$/u);
  return new URL(page.url()).pathname;
}
