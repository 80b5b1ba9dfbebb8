import type { Browser, Page } from 'playwright-core';
import { medianOf } from './statistics.ts';

/** How long a person waits, as the browser itself saw it. */
export interface PageTimes {
  /** From Enter to the first frame that shows a line of the answer: median over the questions. */
  readonly answerMs: number;
  /** From going to the longest document to its first text, and to all of it: medians over the loads. */
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

async function answerMs(page: Page, address: string, question: string): Promise<number> {
  await page.goto(address);
  await page.locator('#q').fill(question);
  await page.locator('#q').press('Enter');
  // The pages' policy forbids the evaluation of text, by which a function would be waited for.
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const measured: unknown = Reflect.get(window, 'answerMs');
          if (typeof measured === 'number') resolve(measured);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
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

/** Each in a browser that has nothing of it yet. */
export async function documentTimes(
  browser: Browser,
  url: string,
  loads: number,
): Promise<Omit<PageTimes, 'answerMs'>> {
  const firstText: number[] = [];
  const whole: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    const [painted, loaded] = await page.evaluate(async () => {
      const paint = (): PerformanceEntry | undefined =>
        performance.getEntriesByName('first-contentful-paint')[0];
      while (paint() === undefined) await new Promise(requestAnimationFrame);
      const [navigation] = performance.getEntriesByType('navigation');
      const isNavigation = navigation instanceof PerformanceNavigationTiming;
      return [
        paint()?.startTime ?? Number.NaN,
        isNavigation ? navigation.loadEventEnd : Number.NaN,
      ];
    });
    firstText.push(painted ?? Number.NaN);
    whole.push(Math.max(painted ?? Number.NaN, loaded ?? Number.NaN));
    await page.close();
  }
  return { firstTextMs: medianOf(firstText), wholeMs: medianOf(whole) };
}
