import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { loadAssets } from '../../src/channels/web/assets.ts';
import { createWebApp } from '../../src/channels/web/create-web-app.ts';
import { listen } from '../../src/channels/web/listen.ts';
import { loadConfig } from '../../src/config.ts';
import { buildRealIndex } from '../real-index.ts';
import { findChromium } from './chromium.ts';

/** Phone sizes as they are common; the others are what Chromium opens with. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export interface Reader {
  readonly address: string;
  readonly app: App;
  /** A page of its own, with nothing remembered; what goes wrong in it fails the tests. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

const executablePath = findChromium();

/** Tests with the whole of Youju on the real documents, as `youju serve` starts it, in a real browser. */
export function describeInBrowser(name: string, body: (reader: Reader) => void): void {
  const title =
    executablePath === undefined
      ? `${name} (skipped: no Chromium here; install one or set CHROMIUM_PATH)`
      : name;
  describe.skipIf(executablePath === undefined)(title, () => {
    const closers: (() => Promise<void>)[] = [];
    const faults: string[] = [];
    let started: Reader | undefined;
    const reader = (): Reader => {
      if (started === undefined) throw new Error('the reader is open within tests only');
      return started;
    };
    beforeAll(async () => {
      started = await startReader(closers, faults);
    });
    afterAll(async () => {
      for (const close of closers) await close();
      expect(faults).toEqual([]);
    });
    body({
      get address() {
        return reader().address;
      },
      get app() {
        return reader().app;
      },
      open: (path, options) => reader().open(path, options),
    });
  });
}

async function startReader(closers: (() => Promise<void>)[], faults: string[]): Promise<Reader> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youju-browser-'));
  closers.unshift(() => rm(stateDir, { recursive: true }));
  const config = loadConfig({
    YOUJU_INDEX_DIR: await buildRealIndex(),
    YOUJU_STATE_DIR: stateDir,
    YOUJU_REQUESTS_PER_MINUTE: '0',
  });
  const app = await createApp(config);
  closers.unshift(() => app.close());
  const note = (details: object, message: string) =>
    void faults.push(`${message} ${JSON.stringify(details)}`);
  const log = { warn: note, error: note };
  const handler = createWebApp({ app, assets: await loadAssets(), log, config: config.web });
  const web = await listen(handler, { host: '127.0.0.1', port: 0 });
  closers.unshift(() => web.close());
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox'],
  });
  closers.unshift(() => browser.close());
  const open: Reader['open'] = async (path, options = {}) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    noteFaults(page, web.address, faults);
    await page.goto(web.address + path);
    return page;
  };
  return { address: web.address, app, open };
}

/** Errors of scripts, what the policy forbids, and whatever would be fetched from elsewhere. */
function noteFaults(page: Page, address: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const isFailedPage = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedPage) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== address) faults.push(`fetched ${request.url()}`);
  });
}
