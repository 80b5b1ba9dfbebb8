import { expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { markupFaults } from './markup.ts';
import { describeInBrowser, PHONE } from './reader.ts';

const ask = (question: string): string => `/?q=${encodeURIComponent(question)}`;

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['the first page', '/'],
  ['an answer', ask('淄川区2025年常住人口城镇化率的目标是多少？')],
  ['a comparison', ask('淄川区和周村区2025年森林覆盖率目标分别是多少？')],
  ['a refusal', ask('张店区2025年森林覆盖率目标是多少？')],
  ['a question turned down', '/?q='],
  ...[
    'zichuan-14fyp',
    'zhoucun-14fyp',
    'zibo-2025-plan',
    'zibo-hitech-14fyp',
    'zichuan-2023-tasks',
  ].map((id) => [id, `/documents/${id}`] as const),
  ['a document before its text', '/documents/zichuan-14fyp/about'],
  ['a document beside an answer', '/documents/zichuan-2023-tasks?beside'],
  ['a changed link', '/documents/zichuan-2023-tasks?changed'],
  ['the comparison', '/compare'],
  ['an indicator', `/compare?indicator=${encodeURIComponent('森林覆盖率')}`],
  ['a theme', `/compare/theme?theme=${encodeURIComponent('养老')}`],
  ['finding', `/find?q=${encodeURIComponent('养老')}`],
  ['the projector', ask('淄川区和周村区2025年森林覆盖率目标分别是多少？').replace('/', '/present')],
  ['the record', '/history'],
  ['a search', `/search?q=${encodeURIComponent('养老服务')}`],
  ['a search of nothing', '/search'],
  ['a search that finds nothing', '/search?q=qwertyuiop'],
  ['tasks', '/tasks'],
  ['tasks by department', '/tasks?by=department'],
  ['the start', '/start'],
  ['the interface', '/api'],
  ['nowhere', '/nowhere'],
  ['no such document', '/documents/zichuan-15fyp'],
];

describeInBrowser('every page', (reader) => {
  test.each(PAGES)('%s keeps nobody out, light or dark', async (_name, path) => {
    const page = await reader.open(path);
    expect(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Only colours differ.
    expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
  });

  test.each(PAGES)('%s keeps nobody out on a phone', async (_name, path) => {
    const page = await reader.open(path, PHONE);
    expect(await seriousFindings(page)).toEqual([]);
    const { width, room } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      room: window.innerWidth,
    }));
    expect(width).toBeLessThanOrEqual(Math.min(room, 390));
  });

  test.each(PAGES)('%s is sent as valid markup', async (_name, path) => {
    const page = await reader.open('/healthz');
    const html = await (await fetch(reader.address + path)).text();
    expect(await markupFaults(page, html)).toEqual([]);
  });
});
