import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, PHONE } from './reader.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const NEXT = '每千人口拥有3岁以下婴幼儿托位数呢？';

const asking = (question: string): string => `/?q=${encodeURIComponent(question)}`;

async function ask(page: Page, question: string): Promise<void> {
  const turns = await page.locator('.turn').count();
  await page.locator('#q').fill(question);
  await page.locator('#q').press('Enter');
  await page.locator(`.turn:nth-of-type(${turns + 1}) .answer-tools`).waitFor();
}

/** What goes to the clipboard when all of the page is copied. */
async function copyAll(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

describeInBrowser('a day of work', (reader) => {
  test('the first page has the caret in its box and shows what is answered, with one answer', async () => {
    const page = await reader.open('/');
    expect(await page.locator('#q').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.locator('.welcome:not([data-pending])').waitFor();
    const examples = await page.locator('.welcome .examples a').allTextContents();
    expect(examples).toHaveLength(3);
    expect(await page.locator('.shown .answer-text').isVisible()).toBe(true);
    for (const question of examples)
      expect((await reader.app.ask(question)).outcome, question).toBe('answered');
  });

  test('what is copied from a document is its text and nothing of the page', async () => {
    const page = await reader.open('/documents/zichuan-2023-tasks');
    const copied = await copyAll(page);
    expect(copied).toContain('打好深度节水控水攻坚战');
    for (const ours of ['¶', '引用\n', '复制引用']) expect(copied).not.toContain(ours);
  });

  test('no bars of a table of the web page stand in a document’s head', async () => {
    for (const { id } of reader.app.documents()) {
      const page = await reader.open(`/documents/${id}`, { javaScriptEnabled: false });
      const heads = await page.locator('.plan p.front').allTextContents();
      expect(heads.filter((head) => /[|｜]/u.test(head))).toEqual([]);
    }
  });

  test('Back on a phone puts away what lies over the page, and then leads back', async () => {
    const page = await reader.open('/', PHONE);
    await page.goto(reader.address + asking(QUESTION));
    const sheet = page.locator('.beside-pane');
    await page.locator('.sources > summary').tap();
    await page.locator('.source-link').first().tap();
    await page.frameLocator('.beside-pane iframe').locator(':target').waitFor();
    await page.evaluate(() => history.back());
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.locator('.answer-text').textContent()).toContain('75%');

    await page.goto(`${reader.address}/documents/zichuan-14fyp`);
    const contents = page.locator('.contents');
    await page.getByRole('button', { name: '目录' }).tap();
    await contents.waitFor();
    await page.evaluate(() => history.back());
    await contents.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/documents/zichuan-14fyp');
  });

  test('earlier answers of a thread are whole again after a reload, also for somebody else', async () => {
    const page = await reader.open('/');
    await ask(page, QUESTION);
    await ask(page, NEXT);
    const { pathname, search } = new URL(page.url());
    await page.reload();
    const colleague = await reader.open(pathname + search);
    for (const each of [page, colleague]) {
      const answers = each.locator('.turn .answer-text');
      await expect.poll(() => answers.count()).toBe(2);
      expect(await answers.first().textContent()).toContain('75%');
      expect(await answers.last().textContent()).toContain('2.5');
    }
  });

  test('the box takes several lines; Enter asks, Shift and Enter begins a line', async () => {
    const page = await reader.open('/');
    const box = page.locator('#q');
    expect(await box.evaluate((each) => each === document.activeElement)).toBe(true);
    const low = (await box.boundingBox())?.height ?? 0;
    await box.pressSequentially('淄川区2025年');
    await box.press('Shift+Enter');
    await box.pressSequentially('常住人口城镇化率的');
    await box.press('Shift+Enter');
    await box.pressSequentially('目标是多少？');
    expect((await box.boundingBox())?.height ?? 0).toBeGreaterThan(low);
    await box.press('Enter');
    await page.locator('.answer-tools').waitFor();
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
  });

  test('on a slow line the pane shows the words cited until the document is there', async () => {
    const page = await reader.open(asking(QUESTION));
    const held: (() => void)[] = [];
    await page.route('**/documents/**', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.locator('.mark').first().click();
    await expect.poll(() => held.length).toBe(1);
    const meanwhile = page.locator('.meanwhile');
    expect(await meanwhile.textContent()).toMatch(/正在打开原文.*第17页.*65\.6 75/su);
    held[0]?.();
    await page.frameLocator('.beside-pane iframe').locator(':target').waitFor();
    await meanwhile.waitFor({ state: 'hidden' });
  });

  test('whatever a refusal offers is a link to a question that is answered, of several kinds', async () => {
    const offered = new Set<string>();
    for (const question of ['张店区2025年城镇化率的目标是多少？', '你好', '今天天气怎么样？']) {
      const page = await reader.open('/');
      await ask(page, question);
      const links = page.locator('.next-questions a');
      await links.first().waitFor();
      for (const each of await links.allTextContents()) offered.add(each);
    }
    expect(offered.size).toBeGreaterThan(3);
    for (const question of offered) {
      const { outcome } = await reader.app.ask(question);
      expect(outcome, question).toBe('answered');
    }
  });

  test('nothing is said twice: words that answer are not repeated below', async () => {
    const page = await reader.open(asking('淄博市2025年地区生产总值增长目标是多少？'));
    await page.locator('.sources > summary').click();
    const said = await page.locator('.answer').innerText();
    expect(said.split('地区生产总值增长5%以上').length - 1).toBe(1);
  });

  test('a rate of growth is shown as one, not as the target', async () => {
    const page = await reader.open(asking('各区地区生产总值增长速度对比'));
    const heads = await page.locator('.figure-table thead th').allTextContents();
    const target = heads.indexOf('2025年目标');
    expect(target).toBe(-1);
    expect(heads).toContain('年均增速/[累计]栏');
    // A chart would show nothing but the base.
    expect(await page.locator('.indicator-chart').count()).toBe(0);
  });
});
