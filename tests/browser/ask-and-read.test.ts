import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { contentsOf } from '../../src/channels/contents.ts';
import { describeInBrowser, PHONE } from './reader.ts';

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const NEXT = '每千人口拥有3岁以下婴幼儿托位数呢？';

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#q').fill(question);
  await page.locator('#q').press('Enter');
  await page.locator('.turn:last-child .answer-tools').waitFor();
}

const isInViewport = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

describeInBrowser('asking', (reader) => {
  test('asks, reads the answer, follows its source and stands at the place', async () => {
    const page = await reader.open('/');
    await page.getByLabel('想查什么').fill(QUESTION);
    await page.getByRole('button', { name: '提问' }).click();
    const answer = page.locator('.answer-text');
    await answer.waitFor();
    expect(await answer.textContent()).toContain('75');

    await page.locator('.sources > summary').click();
    const link = page.getByRole('link', { name: '在原文中查看' }).first();
    const opened = page.context().waitForEvent('page');
    await link.click({ modifiers: ['ControlOrMeta'] });
    const document = await opened;
    await document.waitForURL(/\/documents\/zichuan-14fyp(?:\?w=[^#]+)?#p-/u);
    const target = document.locator(':target');
    expect(await target.textContent()).toContain('75');
    await expect.poll(() => target.evaluate(isInViewport)).toBe(true);
  });

  test('goes on in the same thread, and says what it took over', async () => {
    const page = await reader.open('/');
    await ask(page, QUESTION);
    await ask(page, NEXT);
    expect(await page.locator('.turn').count()).toBe(2);
    const second = page.locator('.turn').last();
    expect(await second.locator('.answer-text').textContent()).toContain('2.5');
    expect(await second.textContent()).toContain('沿用：');
    await expect.poll(() => second.locator('.question').evaluate(isInViewport)).toBe(true);
  });

  test('a question left for the next says so, and can be asked again', async () => {
    const page = await reader.open('/');
    let isAnswered = false;
    await page.route('**/ask/stream?*', async (route) => {
      // The first never is.
      if (isAnswered) await route.continue();
      isAnswered = true;
    });
    await page.locator('#q').fill(QUESTION);
    await page.locator('#q').press('Enter');
    await page.locator('.waiting').waitFor();
    await ask(page, '周村区2025年常住人口城镇化率的目标是多少？');
    const left = page.locator('.turn').first();
    expect(await left.locator('.notice').textContent()).toContain('没有答完');
    expect(await page.locator('.waiting').count()).toBe(0);
    await left.getByRole('link', { name: '再问一次' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === QUESTION);
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
  });

  test('the address leads a colleague to the same answer, and back leads back', async () => {
    const page = await reader.open('/');
    await ask(page, QUESTION);
    const first = page.url();
    await ask(page, NEXT);
    const { pathname, search } = new URL(page.url());
    const colleague = await reader.open(pathname + search);
    const turns = colleague.locator('.turn');
    await expect.poll(() => turns.count()).toBe(2);
    expect(await turns.last().locator('.answer-text').textContent()).toContain('2.5');
    expect(await turns.first().textContent()).toContain(QUESTION);
    expect(await turns.first().locator('.answer-text').textContent()).toContain('75%');

    await page.goBack();
    await page.waitForURL(first);
    await expect.poll(() => page.locator('.answer-text').textContent()).toContain('75%');
  });

  test('a refusal explains', async () => {
    const page = await reader.open('/');
    await ask(page, '张店区2025年常住人口城镇化率的目标是多少？');
    expect(await page.locator('.outcome').textContent()).toContain('没有找到');
    expect(await page.locator('.answer-text').textContent()).toContain('张店');
  });

  test('what is not answered comes with the nearest words and with a question that is', async () => {
    const page = await reader.open('/');
    await ask(page, '淄川区机场什么时候通航？');
    const near = page.locator('.nearest').first();
    expect(await near.textContent()).toContain('最接近');
    expect(await near.getByRole('link', { name: '在原文中查看' }).count()).toBeGreaterThan(0);
    await page.locator('.next-questions a').first().click();
    await page.locator('.answer.answered').waitFor();
  });

  test('nothing is moved by an answer that comes in', async () => {
    const page = await reader.open('/healthz');
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry) shifts.push(Number(entry.value));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${reader.address}/`);
    // The first answer takes the place of the welcome, as was asked for; what comes later moves nothing.
    await ask(page, QUESTION);
    await page.evaluate('shifts.length = 0');
    await page.waitForTimeout(600);
    await ask(page, '淄川区和周村区2025年森林覆盖率目标分别是多少？');
    await page.waitForTimeout(200);
    expect(await page.evaluate('shifts')).toEqual([]);
  });

  test('what one says of an answer is kept without leaving the thread', async () => {
    const before = reader.app.feedback.count();
    const page = await reader.open('/');
    await ask(page, QUESTION);
    await page.getByText('没用').click();
    await page.getByLabel('数字错').check();
    await page.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => page.locator('.feedback').textContent()).toContain('已经记下');
    expect(reader.app.feedback.count().unhelpful).toBe(before.unhelpful + 1);
    expect(await page.locator('.turn').count()).toBe(1);
  });
});

describeInBrowser('a mark', (reader) => {
  const openAnswer = (options = {}) => reader.open(`/?q=${encodeURIComponent(QUESTION)}`, options);

  test('shows its quote where it is, pointed at or reached by keyboard, until Escape', async () => {
    const page = await openAnswer();
    const card = page.locator('.quote-card');
    await page.locator('.mark').first().hover();
    await card.waitFor();
    expect(await card.textContent()).toMatch(/常住人口城镇化率.*75/u);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);

    await page.mouse.move(0, 0);
    await page.locator('.brand').focus();
    while (!(await page.evaluate(() => document.activeElement?.matches('.mark'))))
      await page.keyboard.press('Tab');
    await card.waitFor();
    expect(await page.locator('.mark').first().getAttribute('aria-describedby')).toBe('quote-card');
  });

  test('opens its place beside the answer, which stays', async () => {
    const page = await openAnswer();
    await page.locator('.mark').first().click();
    const frame = page.frameLocator('.beside-pane iframe');
    const target = frame.locator(':target');
    await target.waitFor();
    expect(await target.textContent()).toContain('常住人口城镇化率');
    await expect.poll(() => target.evaluate(isInViewport)).toBe(true);
    expect(await page.locator('.answer-text').isVisible()).toBe(true);
    expect(await frame.locator('.masthead').count()).toBe(0);

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.beside-pane').isVisible()).toBe(false);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).padding)).toBe(
      '0px',
    );
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: '关闭' }).click();
    expect(await page.locator('.beside-pane').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark');

    await page.locator('.mark').first().click();
    await target.click();
    const isOpenAfterEscape = async (): Promise<boolean> => {
      await page.keyboard.press('Escape');
      return page.locator('.beside-pane').isVisible();
    };
    // Keys are heard once the document has loaded.
    await expect.poll(isOpenAfterEscape).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark');
  });

  test('shows its quote at the first tap of a finger, and the way on in it', async () => {
    const page = await openAnswer(PHONE);
    await page.locator('.mark').first().tap();
    await page.locator('.quote-card').waitFor();
    await page.locator('.quote-card a').tap();
    const sheet = page.locator('.beside-pane');
    await sheet.waitFor();
    await page.frameLocator('.beside-pane iframe').locator(':target').waitFor();
    await page.keyboard.press('Escape');
    expect(await sheet.isVisible()).toBe(false);
  });
});

describeInBrowser('without scripts', (reader) => {
  const bare = { javaScriptEnabled: false };

  test('one asks, goes on, reads the place and says what one thinks', async () => {
    const page = await reader.open('/', bare);
    await page.getByLabel('想查什么').fill(QUESTION);
    await page.getByRole('button', { name: '提问' }).click();
    expect(await page.locator('.answer-text').textContent()).toContain('75%');
    await page.getByLabel('接着问').fill(NEXT);
    await page.getByRole('button', { name: '提问' }).click();
    expect(await page.locator('.answer-text').textContent()).toContain('2.5');
    expect(await page.locator('.earlier').textContent()).toContain(QUESTION);

    await page.getByRole('button', { name: '有用' }).click();
    expect(await page.locator('h1').textContent()).toContain('已经记下');
    await page.getByRole('link', { name: '回到答案' }).click();
    expect(await page.locator('.answer-text').textContent()).toContain('2.5');

    await page.locator('.sources > summary').click();
    await page.locator('.source-link').first().click();
    await expect.poll(() => page.locator(':target').evaluate(isInViewport)).toBe(true);
  });

  test('a document has its tree, its links and the words to refer to it by', async () => {
    const { document } = reader.app.document('zichuan-14fyp');
    const heading = contentsOf(document)[2]?.id ?? '';
    const page = await reader.open(`/documents/zichuan-14fyp#${heading}`, bare);
    expect(await page.locator('.contents').isVisible()).toBe(true);
    await page
      .locator('.contents > ol > li > details > summary')
      .nth(1)
      .click({ position: { x: 3, y: 5 } });
    expect(await page.locator('.contents details[open]').count()).toBe(1);
    const block = page.locator(`.block:has(#${heading})`);
    await block.hover();
    await block.locator('summary').click();
    expect(await block.locator('.reference p').textContent()).toMatch(/^《.*》第二章，第11页$/u);
  });
});
