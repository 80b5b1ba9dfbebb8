import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from './reader.ts';
import { share } from './share.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const asking = (question: string): string => `/?q=${encodeURIComponent(question)}`;

describeInBrowser('what goes wrong', (reader) => {
  test('a question of two thousand characters with line ends is neither cut nor lost', async () => {
    const page = await reader.open('/');
    const box = page.locator('#q');
    const long = `${QUESTION}\n${'请照原文说。\n'.repeat(300)}`;
    await box.fill(long);
    await box.press('Enter');
    expect(await box.inputValue()).toBe(long);
    expect(
      await box.evaluate((element: HTMLTextAreaElement) => element.validationMessage),
    ).toContain('写的都还在');
    expect(await page.locator('.turn').count()).toBe(0);

    const fitting = long.slice(0, 2000);
    await box.fill(fitting);
    await box.press('Enter');
    await page.locator('.turn .answer-tools').waitFor();
    expect(await page.locator('.turn .question').textContent()).toBe(fitting.trim());
    const height = (await page.locator('.turn .question').boundingBox())?.height ?? 0;
    expect(height).toBeLessThan(300);

    const bare = await reader.open(asking(long), { javaScriptEnabled: false });
    expect(await bare.locator('.answer').textContent()).toContain('太长');
    expect(await bare.locator('#q').inputValue()).toBe(long.trim());
  });

  test('two tabs ask at once, share one record, and clear it for both', async () => {
    const first = await reader.open(asking(QUESTION));
    const second = await first.context().newPage();
    await second.goto(reader.address + asking('周村区2025年森林覆盖率目标是多少？'));
    for (const page of [first, second]) await page.locator('.answer-tools').waitFor();
    await first.goto(`${reader.address}/history`);
    await second.goto(`${reader.address}/history`);
    const entries = (page: Page) => page.locator('.history-list li');
    await expect.poll(() => entries(first).count()).toBe(2);
    // Of two tabs the browser holds back what is pressed in the one behind.
    await second.getByRole('button', { name: '清空记录' }).dispatchEvent('click');
    await expect.poll(() => entries(first).count()).toBe(0);
  });

  test('where nothing can be kept the record says so', async () => {
    const page = await reader.open('/healthz');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(reader.address + asking(QUESTION));
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
    await page.goto(`${reader.address}/history`);
    await expect.poll(() => page.locator('.history-empty').textContent()).toContain('记不下来');
    await page.goto(`${reader.address}/documents/zichuan-2023-tasks`);
    expect(await page.locator('.plan').count()).toBe(1);
  });

  test('a printer without colour tells what was from what is planned', async () => {
    const page = await reader.open(`/compare?indicator=${encodeURIComponent('森林覆盖率')}`);
    await page.emulateMedia({ media: 'print' });
    const [base, target] = await page.evaluate(() =>
      ['.bar:not(.target, .inexact)', '.bar.target:not(.inexact)'].map((selector) => {
        const bar = document.querySelector(selector);
        return bar && getComputedStyle(bar).fill;
      }),
    );
    expect(base).toBe('none');
    expect(target).toBe('rgb(0, 0, 0)');
  });
});

const AS_WANG = { extraHTTPHeaders: { 'x-user': 'wang' } };

describeInBrowser(
  'a document that not everybody may see',
  (reader) => {
    test('a shared answer opens to those who may see it, and to others says nothing of it', async () => {
      const path = await share(await reader.open(asking(QUESTION), AS_WANG));
      const colleague = await reader.open(path, AS_WANG);
      expect(await colleague.locator('.answer-text').textContent()).toContain('75%');
      const stranger = await reader.open(path, { extraHTTPHeaders: { 'x-user': 'li' } });
      expect(await stranger.locator('h1').textContent()).toBe('没有这个分享');
      const said = await stranger.locator('body').textContent();
      expect(said).not.toMatch(/75|城镇化率|淄川区国民/u);
      const nowhere = await reader.open('/s/aaaaaaaaaaaaaaaaaaaa', {
        extraHTTPHeaders: { 'x-user': 'li' },
      });
      expect(await nowhere.locator('main').textContent()).toBe(
        await stranger.locator('main').textContent(),
      );
    });
  },
  {
    access: { rules: [{ places: ['淄川区'], people: ['wang'] }] },
    environment: () => ({ YOUJU_AUTH_HEADER: 'x-user' }),
  },
);
