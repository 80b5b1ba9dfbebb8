import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type App, createApp, ingest } from '../../src/app.ts';
import { loadAssets } from '../../src/channels/web/assets.ts';
import { createWebApp } from '../../src/channels/web/create-web-app.ts';
import { listen, type RunningWeb } from '../../src/channels/web/listen.ts';
import { type Config, type Environment, loadConfig } from '../../src/config.ts';
import { buildRealIndex, REAL_SEEDS_DIR } from '../real-index.ts';
import { findChromium } from './chromium.ts';

export const PHONE_WIDTH = 360;

/** The narrowest phone that is common; the others are what Chromium opens with. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: PHONE_WIDTH, height: 780 },
  hasTouch: true,
  isMobile: true,
};

export interface Reader {
  readonly address: string;
  readonly app: App;
  readonly config: Config;
  /** A page of its own, with nothing remembered; what goes wrong in it fails the tests. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Stops serving, cutting what is under way, and serves again at the same address. */
  restart(): Promise<void>;
}

/** Other than as `youju serve` starts with nothing set, on the real documents. */
export interface ReaderOptions {
  /** Texts of one's own, by file name. */
  readonly seeds?: Readonly<Record<string, string>>;
  /** Who may see what, as the file of access rules says it. */
  readonly access?: object;
  /** Asked when the tests begin. */
  readonly environment?: () => Environment;
}

const executablePath = findChromium();

/** Tests with the whole of Youju, as `youju serve` starts it, in a real browser. */
export function describeInBrowser(
  name: string,
  body: (reader: Reader) => void,
  options: ReaderOptions = {},
): void {
  const title =
    executablePath === undefined
      ? `${name} (skipped: no Chromium here; install one or set CHROMIUM_PATH)`
      : name;
  describe.skipIf(executablePath === undefined)(title, () => {
    const closers: (() => Promise<void>)[] = [];
    const faults: string[] = [];
    const contexts: BrowserContext[] = [];
    let started: Reader | undefined;
    const reader = (): Reader => {
      if (started === undefined) throw new Error('the reader is open within tests only');
      return started;
    };
    beforeAll(async () => {
      started = await startReader({ closers, faults, contexts }, options);
    });
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close();
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
      get config() {
        return reader().config;
      },
      open: (path, options) => reader().open(path, options),
      restart: () => reader().restart(),
    });
  });
}

interface Kept {
  /** To be called in this order when all is over. */
  readonly closers: (() => Promise<void>)[];
  readonly faults: string[];
  /** To be closed after each test. */
  readonly contexts: BrowserContext[];
}

async function prepare(folder: string, seeds: Readonly<Record<string, string>>): Promise<string> {
  const seedsDir = join(folder, 'seeds');
  await mkdir(seedsDir);
  for (const [file, text] of Object.entries(seeds)) await writeFile(join(seedsDir, file), text);
  return seedsDir;
}

async function startReader(
  { closers, faults, contexts }: Kept,
  { seeds, access, environment }: ReaderOptions,
): Promise<Reader> {
  const folder = await mkdtemp(join(tmpdir(), 'youju-browser-'));
  closers.unshift(() => rm(folder, { recursive: true }));
  const accessFile = join(folder, 'access.json');
  if (access) await writeFile(accessFile, JSON.stringify(access));
  const config = loadConfig({
    YOUJU_SEEDS_DIR: seeds ? await prepare(folder, seeds) : REAL_SEEDS_DIR,
    YOUJU_INDEX_DIR: seeds ? join(folder, 'index') : await buildRealIndex(),
    YOUJU_STATE_DIR: join(folder, 'state'),
    YOUJU_REQUESTS_PER_MINUTE: '0',
    // Pages are tested here, however careful the judge has learnt to be.
    YOUJU_CAUTION: '0.3',
    ...(access && { YOUJU_ACCESS: accessFile }),
    ...environment?.(),
  });
  if (seeds) await ingest(config);
  const app = await createApp(config);
  closers.unshift(() => app.close());
  const note = (details: object, message: string) =>
    void faults.push(`${message} ${JSON.stringify(details)}`);
  const log = { warn: note, error: note };
  const { web: webConfig, publicUrl } = config;
  const assets = await loadAssets();
  const serve = (port: number): Promise<RunningWeb> => {
    const handler = createWebApp({ app, assets, log, config: webConfig, publicUrl });
    return listen(handler, { host: '127.0.0.1', port });
  };
  let web = await serve(0);
  const { address } = web;
  closers.unshift(() => web.close());
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox'],
  });
  closers.unshift(() => browser.close());
  const open: Reader['open'] = async (path, options = {}) => {
    const context = await browser.newContext(options);
    contexts.push(context);
    // The first page after an index tries questions, which takes a busy machine its time.
    context.setDefaultNavigationTimeout(55_000);
    const page = await context.newPage();
    noteFaults(page, address, faults);
    await page.goto(address + path);
    return page;
  };
  const restart = async (): Promise<void> => {
    await web.close();
    web = await serve(Number(new URL(address).port));
  };
  return { address, app, config, open, restart };
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

/** Of all there is; wider than the window where something must be scrolled to sideways. */
export const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);
