import type { Browser, Page } from 'playwright-core';
import { medianOf } from './statistics.ts';

/** How long a person waits, as the browser itself saw it. */
export interface PageTimes {
  /** From Enter to the first frame that shows a line of the answer: median over the questions. */
  readonly answerMs: number;
  /** Paragraphs and rows of the document looked at. */
  readonly passages: number;
  /** From going to it to its first text, and to all of it: medians over the loads. */
  readonly firstTextMs: number;
  readonly wholeMs: number;
}

/** Notes when Enter is pressed, and the frame after the first line of an answer has come in. */
const WATCH_ANSWER = `
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Enter') return;
    const turns = document.querySelectorAll('.turn').length;
    window.answerMs = undefined;
    const watch = new MutationObserver(() => {
      const turn = document.querySelectorAll('.turn')[turns];
      if (!turn || !turn.querySelector('.answer-text, .nearest')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => { window.answerMs = performance.now() - timeStamp; }));
    });
    watch.observe(document, { childList: true, subtree: true });
  }, { capture: true });`;

/** As text, for the pages know none of the names that a compiler puts into functions. */
const awaited = (value: string): string => `new Promise((resolve) => {
  const look = () => {
    const value = ${value};
    if (value > 0) resolve(value);
    else requestAnimationFrame(look);
  };
  look();
})`;
const ANSWERED = awaited('window.answerMs');
const PAINTED = awaited(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime`);
const LOADED = awaited(`performance.getEntriesByType('navigation')[0]?.loadEventEnd`);

async function answerMs(page: Page, address: string, question: string): Promise<number> {
  await page.goto(address);
  await page.locator('#q').fill(question);
  await page.locator('#q').press('Enter');
  return Number(await page.evaluate(ANSWERED));
}

/** Each asked once before, as the index and its caches are warm in use. */
export async function answerTimes(
  browser: Browser,
  address: string,
  questions: readonly string[],
): Promise<number> {
  const page = await browser.newPage();
  await page.addInitScript(WATCH_ANSWER);
  for (const question of questions) await answerMs(page, address, question);
  const took: number[] = [];
  for (const question of questions) took.push(await answerMs(page, address, question));
  await page.close();
  return medianOf(took);
}

/** As one comes to it from another page of the site: its style and scripts are there. */
export async function documentTimes(
  browser: Browser,
  { address, path, loads }: { address: string; path: string; loads: number },
): Promise<Omit<PageTimes, 'answerMs'>> {
  const page = await browser.newPage();
  const firstText: number[] = [];
  const whole: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    await page.goto(address);
    await page.goto(address + path, { waitUntil: 'load' });
    const paintedMs = Number(await page.evaluate(PAINTED));
    const loadedMs = Number(await page.evaluate(LOADED));
    firstText.push(paintedMs);
    whole.push(Math.max(paintedMs, loadedMs));
  }
  const passages = await page.locator('.plan .passage').count();
  await page.close();
  return { passages, firstTextMs: medianOf(firstText), wholeMs: medianOf(whole) };
}
