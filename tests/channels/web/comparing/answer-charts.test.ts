import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RealWeb, startRealWeb } from '../real-web.ts';

let web: RealWeb;

beforeAll(async () => {
  web = await startRealWeb();
});
afterAll(() => web.close());

const ask = (question: string): Promise<string> =>
  web.read(`/?${new URLSearchParams({ q: question })}`);

test('an answer that compares comes with its chart, its values and a way to all of them', async () => {
  const html = await ask('各区森林覆盖率对比');
  expect(html).toContain('class="indicator-chart"');
  expect(html).toContain('周村区：2020年16.75，2025年18.07。');
  expect(html).toContain('href="/compare?indicator=%E6%A3%AE%E6%9E%97%E8%A6%86%E7%9B%96%E7%8E%87"');
});

test('a row called otherwise says so in the chart', async () => {
  const html = await ask('三个区每千人拥有执业医师数对比');
  expect(html).toContain('淄川区 · 每千人拥有执业医师数：2020年3.68，2025年3.77。');
});

test('an answer about one document has no chart', async () => {
  expect(await ask('淄川区2025年森林覆盖率目标是多少？')).not.toContain('indicator-chart');
});
