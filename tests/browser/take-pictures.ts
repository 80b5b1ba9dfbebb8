import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startPageServer } from '../../bench/page-server.ts';
import { findChromium } from './chromium.ts';

const PICTURES = join(import.meta.dirname, 'pictures');
const QUESTION = '淄川区和周村区2025年常住人口城镇化率目标分别是多少？';
const FIGURE = '淄川区2025年常住人口城镇化率的目标是多少？';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The pages that the readme shows. */
const SHOWN: readonly Picture[] = [
  {
    name: 'ask',
    path: `/?q=${encodeURIComponent(QUESTION)}`,
    prepare: async (page) => {
      await page.locator('.mark').first().click();
      await page.frameLocator('.beside-pane iframe').locator(':target').waitFor();
    },
  },
  { name: 'document', path: '/documents/zichuan-14fyp#p-80ba65a2bf6e1cf8' },
  { name: 'compare', path: '/compare' },
  { name: 'about', path: '/documents/zichuan-14fyp/about' },
  {
    name: 'find',
    path: '/tasks',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('.palette input').fill('yanglao');
      await page.locator('.palette .found h2').first().waitFor();
    },
  },
  { name: 'present', path: `/present?q=${encodeURIComponent(FIGURE)}` },
];

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('no Chromium to take pictures with');
const folder = await mkdtemp(join(tmpdir(), 'youju-pictures-'));
const server = await startPageServer(folder);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const { name, path, prepare } of SHOWN) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.address + path);
    await prepare?.(page);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
