import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, ingest } from '../../src/app.ts';
import { loadAssets } from '../../src/channels/web/assets.ts';
import { createWebApp } from '../../src/channels/web/create-web-app.ts';
import { listen } from '../../src/channels/web/listen.ts';
import { loadConfig } from '../../src/config.ts';
import { findChromium } from './chromium.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const executablePath = findChromium();
const title =
  executablePath === undefined
    ? 'in a browser (skipped: no Chromium here; install one or set CHROMIUM_PATH)'
    : 'in a browser';

/** The whole of Youju on the real documents, as `youju serve` starts it. */
describe.skipIf(executablePath === undefined)(title, () => {
  const closers: (() => Promise<void>)[] = [];
  let address: string;
  let page: Page;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'youju-browser-'));
    closers.unshift(() => rm(folder, { recursive: true }));
    const config = loadConfig({
      YOUJU_LOG_LEVEL: 'warn',
      YOUJU_INDEX_DIR: path.join(folder, 'index'),
      YOUJU_STATE_DIR: path.join(folder, 'state'),
    });
    await ingest(config);
    const app = await createApp(config);
    closers.unshift(() => app.close());
    const fail = (details: object) => expect.unreachable(JSON.stringify(details));
    const assets = await loadAssets();
    const handler = createWebApp({ app, assets, log: { warn: fail, error: fail } });
    const web = await listen(handler, { host: '127.0.0.1', port: 0 });
    closers.unshift(() => web.close());
    address = web.address;
    const browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox'],
    });
    closers.unshift(() => browser.close());
    page = await browser.newPage();
  });

  afterAll(async () => {
    for (const close of closers) await close();
  });

  test('asks, reads the answer, follows its source and stands at the row', async () => {
    await page.goto(address);
    await page.getByLabel('想查什么').fill(QUESTION);
    await page.getByRole('button', { name: '提问' }).click();
    expect(await page.locator('.answer-text').textContent()).toContain('75');

    await page.getByRole('link', { name: '在原文中查看' }).first().click();
    await page.waitForURL(/\/documents\/zichuan-14fyp#p-/u);
    const target = page.locator(':target');
    expect(await target.textContent()).toContain('75');
    await expect.poll(() => target.evaluate(isInViewport)).toBe(true);
  });

  test('every heading of the contents leads to its place', async () => {
    await page.goto(`${address}/documents/zichuan-2023-tasks`);
    const links = page.locator('.contents a');
    const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(66);
    for (const href of hrefs)
      expect(await page.locator(`[id="${href?.slice(1)}"]`).count()).toBe(1);
  });
});

function isInViewport(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
