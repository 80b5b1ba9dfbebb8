import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contentsOf } from '../../src/channels/contents.ts';
import { describeInBrowser, PHONE } from './reader.ts';

const isInViewport = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

const highlighted = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('cited') ?? [])].join(''));

describeInBrowser('reading', (reader) => {
  const DOCUMENT = '/documents/zichuan-14fyp';
  /** The anchor of a heading, by the places on the way to it, from 1. */
  const headingId = (...places: readonly [number, ...number[]]): string => {
    let entries = contentsOf(reader.app.document('zichuan-14fyp').document);
    let id = '';
    for (const place of places) ({ id = '', children: entries = [] } = entries[place - 1] ?? {});
    return id;
  };

  test('the tree opens where one reads, and says so', async () => {
    const heading = headingId(4, 2);
    const page = await reader.open(`${DOCUMENT}#${heading}`);
    const current = page.locator('.contents [aria-current="location"]');
    await current.waitFor();
    expect(await current.getAttribute('href')).toBe(`#${heading}`);
    expect(await current.isVisible()).toBe(true);
    const later = headingId(9);
    await page.locator(`#${later}`).evaluate((each) => each.scrollIntoView());
    await expect.poll(() => current.getAttribute('href')).toContain(`#${later}`);
    await expect.poll(() => current.evaluate(isInViewport)).toBe(true);
  });

  test('every heading of the contents leads to its place', async () => {
    const page = await reader.open('/documents/zichuan-2023-tasks');
    const links = page.locator('.contents a');
    const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(66);
    for (const href of hrefs)
      expect(await page.locator(`[id="${href?.slice(1)}"]`).count()).toBe(1);
  });

  test('every block has a link of its own, and one press copies how to refer to it', async () => {
    const heading = headingId(3, 1);
    const page = await reader.open(`${DOCUMENT}#${heading}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const bare = await page
      .locator('.plan .block, .plan tr[id]')
      .evaluateAll((blocks) => blocks.filter((block) => !block.querySelector('.permalink')).length);
    // Only the word 前言 and headings inside panels, which no passage and no entry of the contents bears.
    const blocks = await page.locator('.plan .block').count();
    expect(bare / blocks).toBeLessThan(0.1);

    const block = page.locator(`.block:has(#${heading}) + .block`);
    await block.hover();
    await block.getByText('复制引用', { exact: true }).click();
    await expect.poll(() => block.locator('summary').textContent()).toBe('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '《淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要》第二章第一节，第11页',
    );
    await block.locator('.permalink').click();
    expect(await page.locator(':target').textContent()).toContain('坚持以习近平');
  });

  test('another place chosen takes the highlight with it, and out of the address', async () => {
    const { citations } = await reader.app.ask(
      '周村区2025年森林覆盖率和建成区绿化覆盖率分别是多少？',
    );
    const cited = citations.find(({ words }) => words !== undefined);
    if (cited === undefined) throw new Error('the question cites whole passages only');
    const { documentId, passageId, words } = cited;
    const page = await reader.open(
      `/documents/${documentId}?w=${passageId}.${words}#p-${passageId}`,
    );
    expect(await highlighted(page)).not.toBe('');
    await page.locator('.contents a').first().click();
    await expect.poll(() => highlighted(page)).toBe('');
    expect(new URL(page.url()).search).toBe('');
  });

  test('a phone has the tree in a sheet that a choice puts away', async () => {
    const page = await reader.open(`${DOCUMENT}#${headingId(3, 1)}`, PHONE);
    const contents = page.locator('.contents');
    expect(await contents.isVisible()).toBe(false);
    await page.getByRole('button', { name: '目录' }).tap();
    await contents.getByRole('link', { name: '第五章' }).tap();
    await expect.poll(() => contents.isVisible()).toBe(false);
    await expect.poll(() => page.locator('.where').textContent()).toContain('第五章');
    expect(await page.locator(':target').evaluate(isInViewport)).toBe(true);
  });

  test('links to nothing lead to the nearest', async () => {
    const page = await reader.open(`${DOCUMENT}#p-0000000000000000`);
    await page.waitForURL(/\/p\/0000000000000000$/u);
    expect(await page.locator('main').textContent()).toContain('没有这一段');
    const [chapter] = headingId(3, 1).split(/-[^-]*$/u);
    await page.goto(`${reader.address}${DOCUMENT}#${chapter}-00000000`);
    await page.waitForURL(/\/s\/[0-9a-f]{8}-00000000$/u);
    expect(await page.locator('main a').first().textContent()).toContain('第二章');
    await page.goto(`${reader.address}${DOCUMENT}#page-900`);
    await page.waitForURL(/\/pages\/900$/u);
    expect(await page.locator('main a').first().textContent()).toContain('第127页');
  });

  test('words are found in the text, one after the other, and it can be set larger', async () => {
    const page = await reader.open(DOCUMENT);
    const count = page.locator('.find-count');
    await page.getByLabel('在文中找').fill('孝妇河');
    await expect.poll(() => count.textContent()).toMatch(/^1\/\d+$/u);
    const lookAt = () =>
      page.evaluate(() => [...(CSS.highlights.get('found-now') ?? [])].map(String).join(''));
    expect(await lookAt()).toBe('孝妇河');
    await page.keyboard.press('Enter');
    expect(await count.textContent()).toMatch(/^2\/\d+$/u);
    await page.getByLabel('在文中找').fill('没有这样的话');
    await expect.poll(() => count.textContent()).toBe('0 处');

    const size = () => page.locator('.plan').evaluate((plan) => getComputedStyle(plan).fontSize);
    const before = Number.parseFloat(await size());
    await page.getByRole('button', { name: '字大一些' }).click();
    expect(Number.parseFloat(await size())).toBeGreaterThan(before);
    await page.reload();
    expect(Number.parseFloat(await size())).toBeGreaterThan(before);
  });

  test('a paragraph is copied with its source', async () => {
    const heading = headingId(3, 1);
    const page = await reader.open(`${DOCUMENT}#${heading}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const block = page.locator(`.block:has(#${heading}) + .block`);
    await block.hover();
    await block.getByRole('button', { name: '复制', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^坚持以习近平.*（《淄川区.*》第二章第一节，第11页）http.*#p-/u);
  });

  test('on paper only the text is left', async () => {
    const page = await reader.open(DOCUMENT);
    await page.emulateMedia({ media: 'print' });
    for (const screenOnly of ['.contents', '.places', '.tools', '.reading-bar', '.colophon'])
      expect(await page.locator(screenOnly).first().isVisible()).toBe(false);
    expect(await page.locator('.plan h1').isVisible()).toBe(true);
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(100_000);
  });
});
