import { type Browser, chromium, type Page } from 'playwright-core';
import { barriersOn, type PageBarriers } from './page-barriers.ts';
import { answerTimes, documentTimes, type PageTimes } from './page-times.ts';
import { medianOf, quantile } from './statistics.ts';

/** What a person at a screen sees of it. */
export interface PageSights {
  /** Largest contentful paint: median over the loads. */
  readonly paintMs: Readonly<Record<string, number>>;
  /** Cumulative layout shift while an answer streams in. */
  readonly answerShift: number;
  /** From one frame to the next while the longest document is scrolled: nineteen of twenty are no longer. */
  readonly frameMs: number;
  readonly times: PageTimes;
  readonly barriers: PageBarriers;
}

const LOADS = 7;
const FRAMES = 120;

/** Notes paints and shifts from the very start; what follows a press within half a second is no shift. */
const WATCH = `
  window.paintMs = 0; window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.paintMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

async function openWatched(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.addInitScript(WATCH);
  return page;
}

async function paintOf(browser: Browser, url: string): Promise<number> {
  const took: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const page = await openWatched(browser);
    await page.goto(url);
    await page.waitForTimeout(300);
    took.push(Number(await page.evaluate('window.paintMs')));
    await page.close();
  }
  return medianOf(took);
}

async function shiftOf(
  browser: Browser,
  address: string,
  questions: readonly string[],
): Promise<number> {
  const page = await openWatched(browser);
  await page.goto(address);
  for (const question of questions) {
    await page.locator('#q').fill(question);
    await page.locator('#q').press('Enter');
    await page.locator('.turn:last-child .answer-tools').waitFor();
    await page.waitForTimeout(600);
  }
  const shift = Number(await page.evaluate('window.shift'));
  await page.close();
  return shift;
}

async function framesOf(browser: Browser, url: string): Promise<number> {
  const page = await openWatched(browser);
  await page.goto(url);
  const gaps = await page.evaluate(async (frames) => {
    const found: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      window.scrollBy(0, 300);
      await new Promise(requestAnimationFrame);
      found.push(performance.now() - last);
      last = performance.now();
    }
    return found;
  }, FRAMES);
  await page.close();
  return quantile(gaps, 0.95);
}

export async function lookAtPages(
  executablePath: string,
  address: string,
  {
    paths,
    longest,
    middle,
    questions,
    warm,
  }: {
    readonly paths: readonly string[];
    readonly longest: string;
    /** A document of some three hundred paragraphs. */
    readonly middle: string;
    /** A conversation. */
    readonly questions: readonly string[];
    /** Each asked by itself. */
    readonly warm: readonly string[];
  },
): Promise<PageSights> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const times = {
      answerMs: await answerTimes(browser, address, warm),
      ...(await documentTimes(browser, { address, path: middle, loads: LOADS })),
    };
    const paintMs: Record<string, number> = {};
    for (const path of paths) paintMs[path] = await paintOf(browser, address + path);
    return {
      paintMs,
      answerShift: await shiftOf(browser, address, questions),
      frameMs: await framesOf(browser, address + longest),
      times,
      barriers: await barriersOn(browser, address),
    };
  } finally {
    await browser.close();
  }
}
