import { expect, test } from 'vitest';
import { describeInBrowser } from './reader.ts';

const PAGES = [
  '/compare',
  '/compare?indicator=森林覆盖率',
  '/start',
  '/search',
  '/search?q=养老',
  '/search?q=qwertyuiop',
  '/tasks',
  '/tasks?by=department',
  '/api',
];

describeInBrowser('comparing, starting, searching and tasks', (reader) => {
  test.each(PAGES)('%s says the same without any script', async (path) => {
    const withScript = await reader.open(path);
    const without = await reader.open(path, { javaScriptEnabled: false });
    const linksOf = 'main a:visible';
    expect(await without.locator(linksOf).count()).toBe(await withScript.locator(linksOf).count());
    await withScript.context().close();
    await without.context().close();
  });

  test('the comparison narrows while one types, and counts what is left', async () => {
    const page = await reader.open('/compare');
    const lines = page.locator('.matrix tr[data-words]:visible');
    expect(await lines.count()).toBe(23);
    await page.getByLabel('指标').fill('城镇');
    expect(await lines.allInnerTexts()).toHaveLength(2);
    expect(await page.locator('.count').textContent()).toBe('2 项指标');
    expect(await page.locator('.matrix tbody:visible').count()).toBe(2);
    const csv = page.getByRole('link', { name: '下载 CSV' });
    expect(await csv.getAttribute('href')).toMatch(/compare\.csv\?q=%E5%9F%8E%E9%95%87$/u);
    await page.getByLabel('指标').fill('');
    expect(await lines.count()).toBe(23);
    expect(await csv.getAttribute('href')).not.toContain('q=');
    await page.context().close();
  });

  test('a choice in the comparison is taken at once, and stands in the address', async () => {
    const page = await reader.open('/compare');
    await page.getByLabel('类别').selectOption('绿色生态');
    await page.waitForURL(/category=/u);
    expect(await page.locator('.matrix tr[data-words]').count()).toBe(6);
    await page.getByLabel('周村区').uncheck();
    await page.waitForURL((url) => url.searchParams.getAll('document').length === 2);
    expect(await page.locator('.matrix thead th').allTextContents()).toEqual([
      '指标',
      '淄博高新区',
      '淄川区',
    ]);
    await page.context().close();
  });

  test('an indicator is sorted in place, by keyboard too, and the address keeps it', async () => {
    const page = await reader.open('/compare?indicator=城镇化率');
    const first = page.locator('.sortable tbody th').first();
    expect(await first.textContent()).toContain('周村区');
    await page.getByRole('link', { name: '2020年基期' }).focus();
    await page.keyboard.press('Enter');
    expect(await first.textContent()).toContain('淄博高新区');
    expect(page.url()).toContain('sort=base');
    expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await page.reload();
    expect(await first.textContent()).toContain('淄博高新区');
    await page.context().close();
  });

  test('cells of an indicator stand under their headings, words among figures too', async () => {
    const page = await reader.open('/compare?indicator=人均预期寿命');
    const lefts = await page
      .locator('.sortable tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().left)),
      );
    expect(lefts.length).toBeGreaterThan(2);
    expect(lefts[0]).toHaveLength(6);
    for (const line of lefts) expect(line).toEqual(lefts[0]);
  });

  test('a cell of the comparison opens the document at its row', async () => {
    const page = await reader.open('/compare?q=森林');
    await page.locator('a.figures').last().click();
    await page.waitForURL(/\/documents\/zichuan-14fyp#p-/u);
    await expect
      .poll(() => page.locator('tr:target, tr:has(:target)').first().textContent())
      .toContain('24.41');
    await page.context().close();
  });

  test('a search goes by keyboard alone: / to type, j and k through the hits, Enter to open', async () => {
    const page = await reader.open('/search?q=养老');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const hits = await page.locator('.hit > a').allTextContents();
    await page.keyboard.press('j');
    expect(await focused()).toBe(hits[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hits[2]);
    await page.keyboard.press('k');
    expect(await focused()).toBe(hits[1]);
    await page.keyboard.press('/');
    expect(
      await page.getByLabel('找什么').evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await page.keyboard.type('森林');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=%E6%A3%AE/u);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//u);
    await page.context().close();
  });

  test('a search is narrowed by a choice at once', async () => {
    const page = await reader.open('/search?q=养老');
    await page.getByLabel('种类').selectOption('row');
    await page.waitForURL(/kind=row/u);
    expect(await page.locator('.hit').count()).toBe(3);
    await page.context().close();
  });

  test('tasks narrow while one types; a department leads to all it has to do', async () => {
    const page = await reader.open('/tasks');
    await page.getByLabel('任务', { exact: true }).fill('节水控水');
    expect(await page.locator('.count').textContent()).toBe('1 项任务');
    expect(await page.locator('.task-group:visible').count()).toBe(1);
    await page.getByRole('link', { name: '区水利局' }).click();
    await page.waitForURL(/department=/u);
    expect(await page.locator('h1').textContent()).toBe('区水利局');
    await page.context().close();
  });

  test('on paper there is what was looked for and no form', async () => {
    for (const path of ['/compare?q=城镇', '/tasks?q=节水', '/search?q=养老']) {
      const page = await reader.open(path);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('form:visible').count(), path).toBe(0);
      expect(await page.locator('main h1:visible').count(), path).toBe(1);
      expect(
        await page.locator('tr[data-words]:visible, .hit:visible').count(),
        path,
      ).toBeGreaterThan(0);
      await page.context().close();
    }
  });

  test('chapters and slogans open on the page for newcomers, and its questions ask', async () => {
    const page = await reader.open('/start');
    await page.getByText('14 个部分，各讲什么').click();
    expect(await page.getByText('“十三五”时期，是淄川区发展极不平凡的五年。').isVisible()).toBe(
      true,
    );
    const question = page.getByRole('link', { name: /^各区.*对比$/u }).first();
    const asked = (await question.textContent()) ?? '';
    await question.click();
    await page.waitForURL((url) => url.searchParams.get('q') === asked);
    expect(await page.locator('.indicator-chart').count()).toBe(1);
    await page.context().close();
  });
});
