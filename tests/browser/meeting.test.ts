import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from './reader.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const COMPARING = '淄川区和周村区2025年森林覆盖率目标分别是多少？';

const asking = (question: string, path = '/'): string =>
  `${path}?q=${encodeURIComponent(question)}`;

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describeInBrowser('before and in a meeting', (reader) => {
  test('an answer is copied plain, with its source, and as cells of a table', async () => {
    const page = await reader.open(asking(QUESTION));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await expect.poll(() => copied(page)).toMatch(/^淄川区常住人口城镇化率：2025年目标75%[^[]+$/u);
    await page.getByRole('button', { name: '复制带出处' }).click();
    await expect
      .poll(() => copied(page))
      .toMatch(/《淄川区国民经济.*》第二章 .*第三节 .*，第17页.*\/documents\/zichuan-14fyp/su);

    await page.goto(reader.address + asking(COMPARING));
    await page.getByRole('button', { name: '复制表格' }).click();
    await expect
      .poll(() => copied(page))
      .toMatch(/^地方\t2025年目标\t2020年.*\n周村区\t18\.07%\t16\.75%/u);
    const first = page.locator('.figure-table tbody th').first();
    await page.getByRole('button', { name: '2020年' }).focus();
    await page.keyboard.press('Enter');
    expect(await first.textContent()).toContain('淄川区');
  });

  test('a shared answer stays what it was, opens for others, and goes when it is taken back', async () => {
    const page = await reader.open(asking(QUESTION));
    await page.getByRole('button', { name: '分享' }).click();
    await page.waitForURL(/\/s\/[\w-]{20}$/u);
    const { pathname } = new URL(page.url());
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
    const colleague = await reader.open(pathname, { javaScriptEnabled: false });
    expect(await colleague.locator('.answer-text').textContent()).toContain('75%');
    expect(await colleague.locator('main').textContent()).toContain('依据的版本：《淄川区');
    expect(await colleague.getByRole('button', { name: '撤回分享' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤回分享' }).click();
    await page.locator('h1', { hasText: '没有这个分享' }).waitFor();
    await colleague.reload();
    expect(await colleague.locator('h1').textContent()).toBe('没有这个分享');
  });

  test('on the projector an answer fills the wall, by keyboard alone, and nothing scrolls', async () => {
    const page = await reader.open('/present', { viewport: { width: 1280, height: 720 } });
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    const figure = page.locator('.slide-figure');
    await figure.waitFor();
    expect(await figure.textContent()).toContain('75%');
    expect((await figure.boundingBox())?.height ?? 0).toBeGreaterThan(100);
    await page.keyboard.press('/');
    await page.keyboard.type('淄川区三大攻坚战取得哪些成果？');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => (url.searchParams.get('q') ?? '').includes('攻坚战'));
    await page.locator('.slide').waitFor();
    const overflow = await page.evaluate(() =>
      [document.documentElement, document.querySelector('.slide-body')].map((each) =>
        each === null ? 0 : each.scrollHeight - each.clientHeight,
      ),
    );
    for (const pixels of overflow) expect(pixels).toBeLessThanOrEqual(1);
  });

  test('Ctrl-K finds documents, indicators and words on any page, by sound and with typos too', async () => {
    const page = await reader.open('/tasks');
    await page.keyboard.press('Control+k');
    const box = page.locator('.palette input');
    const found = page.locator('.palette .found');
    for (const typed of ['zichuan', '淄穿', 'zcq']) {
      await box.fill(typed);
      await expect.poll(() => found.textContent()).toContain('淄川区“十四五”规划');
    }
    await box.fill('城镇华率');
    await expect.poll(() => found.textContent()).toContain('常住人口城镇化率');
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/tasks');

    await page.keyboard.press('/');
    await box.fill('养老');
    await expect.poll(() => found.textContent()).toContain('基本养老保险参保率');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/compare\?indicator=/u);

    const bare = await reader.open('/find?q=zichuan', { javaScriptEnabled: false });
    expect(await bare.locator('.found').textContent()).toContain('淄川区“十四五”规划');
  });

  test('what was asked is remembered on this device alone, and forgotten with one click', async () => {
    const page = await reader.open(asking(QUESTION));
    await page.locator('.answer-tools').waitFor();
    await page.goto(`${reader.address}/history`);
    const entry = page.locator('.history-list li');
    expect(await entry.textContent()).toMatch(/城镇化率.*75%/su);
    const other = await reader.open('/history');
    expect(await other.locator('.history-list li').count()).toBe(0);
    await page.getByRole('button', { name: '清空记录' }).click();
    expect(await entry.count()).toBe(0);
    await page.reload();
    expect(await entry.count()).toBe(0);
  });

  test('where storage is full or blocked an answer comes all the same', async () => {
    const page = await reader.open('/healthz');
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(reader.address);
    await page.locator('#q').fill(QUESTION);
    await page.locator('#q').press('Enter');
    await page.locator('.answer-tools').waitFor();
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
  });

  test('an indicator is taken along as a chart and as tables', async () => {
    const indicator = encodeURIComponent('森林覆盖率');
    const load = (form: string): Promise<Response> =>
      fetch(`${reader.address}/compare.${form}?indicator=${indicator}`);
    const chart = await (await load('svg')).text();
    expect(chart).toMatch(/^<\?xml.*<svg xmlns=.*18\.07.*<\/svg>$/su);
    expect(await (await load('csv')).text()).toContain('森林覆盖率');
    const book = Buffer.from(await (await load('xlsx')).arrayBuffer());
    expect(book.subarray(0, 2).toString()).toBe('PK');
  });

  test('the page of a plan tells a newcomer what it is before its text', async () => {
    const page = await reader.open('/documents/zichuan-14fyp/about', { javaScriptEnabled: false });
    const said = (await page.locator('main').textContent()) ?? '';
    for (const part of ['五年规划', '总目标', '到 2025 年', '第十四章', '常住人口城镇化率', '专栏'])
      expect(said).toContain(part);
    await page.locator('.goal a').click();
    await page.waitForURL(/\/documents\/zichuan-14fyp#p-/u);
  });
});
