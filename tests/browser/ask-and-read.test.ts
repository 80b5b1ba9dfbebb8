import { expect, test } from 'vitest';
import { describeInBrowser } from './reader.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';

describeInBrowser('asking and reading', (reader) => {
  test('asks, reads the answer, follows its source and stands at the row', async () => {
    const page = await reader.open('/');
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
    const page = await reader.open('/documents/zichuan-2023-tasks');
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
