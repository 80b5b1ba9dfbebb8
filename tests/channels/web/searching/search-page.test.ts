import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeApp } from '../../fake-app.ts';
import { sampleDocument } from '../../sample-document.ts';
import { startFakeWeb } from '../fake-web.ts';
import { type RealWeb, startRealWeb } from '../real-web.ts';

let web: RealWeb;

beforeAll(async () => {
  web = await startRealWeb();
});
afterAll(() => web.close());

const search = (parameters: Record<string, string>): Promise<string> =>
  web.read(`/search?${new URLSearchParams(parameters)}`);

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<li class="hit"><a href="([^"]*)"/gu)].map(([, href]) => href ?? '');

/** Values a filter offers, and how many passages each promises. */
function optionsOf(html: string, name: string): [value: string, count: number][] {
  const select = new RegExp(`<select id="${name}".*?</select>`, 'u').exec(html)?.[0] ?? '';
  const options = select.matchAll(/<option value="([^"]+)"[^>]*>[^<]*（(\d+)）</gu);
  return [...options].map(([, value = '', count]) => [value, Number(count)]);
}

describe('a search', () => {
  test('shows passages that say it, marked, each linked to its place', async () => {
    const html = await search({ q: '森林覆盖率' });
    expect(linksIn(html).length).toBeGreaterThan(3);
    expect(html).toContain('<mark>森林覆盖率</mark>');
    const [path = '', anchor = ''] = (linksIn(html)[0] ?? '').split('#');
    expect(await web.read(path)).toContain(` id="${decodeURIComponent(anchor)}"`);
  });

  test('is narrowed by kind, year and chapter to as many as each promises', async () => {
    const all = await search({ q: '养老' });
    for (const name of ['kind', 'year', 'chapter']) {
      const options = optionsOf(all, name).filter(([, count]) => count <= 20);
      expect(options.length, name).toBeGreaterThan(0);
      for (const [value, count] of options.slice(0, 3)) {
        const narrowed = await search({ q: '养老', [name]: value });
        expect(linksIn(narrowed), `${name} ${value}`).toHaveLength(count);
        expect(narrowed).toMatch(/<option value="[^"]*" selected>/u);
      }
    }
  });

  test('counts and narrows all passages that say it, not only the first', async () => {
    const passages = web.app.documents().flatMap(({ id }) => web.app.document(id).passages);
    const said = passages.filter(({ text, headingPath }) =>
      [text, ...headingPath].some((words) => words.replace(/\s/gu, '').includes('建设')),
    );
    const html = await search({ q: '建设' });
    expect(html).toContain(`<span role="status">${said.length} 段原文</span>`);
    const chapters = new Set(said.flatMap(({ headingPath }) => headingPath[0] ?? []));
    expect(new Set(optionsOf(html, 'chapter').map(([value]) => value))).toEqual(
      new Set([...chapters].map((chapter) => chapter.replaceAll('"', '&quot;'))),
    );
    const listings = said.filter(({ kind }) => kind === 'outline').length;
    expect(optionsOf(html, 'kind')).toContainEqual(['outline', listings]);
    expect(await search({ q: '建设', kind: 'outline' })).toContain(`>${listings} 段原文<`);
    expect(linksIn(await search({ q: '建设', page: '30' })).length).toBeGreaterThan(0);
  });

  test('is made within one document', async () => {
    const links = linksIn(await search({ q: '养老', document: 'zibo-2025-plan' }));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^\/documents\/zibo-2025-plan#/u);
  });

  test('of another document drops the chapter of the one before', async () => {
    const [[chapter = ''] = []] = optionsOf(
      await search({ q: '养老', document: 'zichuan-14fyp' }),
      'chapter',
    );
    const all = await search({ q: '养老', document: 'zibo-2025-plan' });
    const moved = await search({ q: '养老', document: 'zibo-2025-plan', chapter });
    expect(linksIn(moved)).toEqual(linksIn(all));
    expect(moved).not.toContain(chapter);
  });

  test('shows every filter in force, though it leaves nothing', async () => {
    const html = await search({ q: '养老', kind: 'front', year: '1901', chapter: '第九十章' });
    for (const option of ['"front" selected>文件头', '"1901" selected>1901'])
      expect(html).toContain(`<option value=${option}</option>`);
    expect(html).toContain('<option value="第九十章" selected>');
    expect(await search({ q: 'qwertyuiop', year: '1901' })).toContain('value="1901" selected');
  });

  test('goes on page by page and keeps its filters', async () => {
    const first = await search({ q: '创新', kind: 'text' });
    const second = await search({ q: '创新', kind: 'text', page: '2' });
    expect(first).toContain('rel="next"');
    expect(first).toContain('kind=text&amp;page=2');
    expect(second).toContain('rel="prev"');
    const both = [...linksIn(first), ...linksIn(second)];
    expect(linksIn(first)).toHaveLength(20);
    expect(new Set(both).size).toBe(both.length);
  });

  test('of a place or a numbered heading alone finds where they stand', async () => {
    for (const q of ['张店', '第三章', '淄川区'])
      expect(linksIn(await search({ q })).length, q).toBeGreaterThan(0);
  });

  test('that finds nothing helps on', async () => {
    const html = await search({ q: 'qwertyuiop' });
    expect(linksIn(html)).toEqual([]);
    expect(html).toContain('没有找到提到它的原文');
    expect(html).toContain('当问题问');
    const narrowed = await search({ q: '养老', kind: 'front' });
    expect(narrowed).toContain('去掉筛选再找');
    expect((await web.get('/search?q=养老&page=9999')).status).toBe(200);
  });

  test('of nothing shows what one could look for', async () => {
    const html = await web.read('/search');
    for (const [, href] of html.matchAll(/<li><a href="(\/search\?q=[^"]*)"/gu))
      expect(linksIn(await web.read(href ?? '')).length, href).toBeGreaterThan(0);
    expect(html).toContain('/search?q=');
  });

  test('of 2,000 characters is made, of more is turned down', async () => {
    expect((await web.get(`/search?q=${'淄'.repeat(2000)}`)).status).toBe(200);
    const response = await web.get(`/search?q=${'淄'.repeat(2001)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('太长了（2001 个字符');
  });

  test.each(['%00', '%ED%A0%80', '%', '%F0%9F%98%80', '*%20OR%20NEAR(%22a%22)', '%22%27%28'])(
    'of %s is no fault',
    async (raw) => {
      expect((await web.get(`/search?q=${raw}`)).status).toBe(200);
    },
  );

  test('of a document that is not there is a 404', async () => {
    expect((await web.get('/search?q=养老&document=none')).status).toBe(404);
  });
});

test('more passages than are counted are said to be the best ones', async () => {
  const [passage] = sampleDocument.passages;
  const fake = await startFakeWeb({
    ...createFakeApp(),
    search: async (_text, { limit = 0 } = {}) =>
      Array.from({ length: limit }, () => ({ passage: passage ?? expect.fail(), score: 1 })),
  });
  expect(await fake.read('/search?q=a')).toContain('>最相关的 2000 段原文<');
  await fake.close();
});

test('markup in a query or in a document is text', async () => {
  const fake = await startFakeWeb({
    ...createFakeApp(),
    search: async () => sampleDocument.passages.map((passage) => ({ passage, score: 1 })),
    searchTerms: () => [{ wordings: ['不是标签'], words: [] }],
  });
  const html = await fake.read(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('&lt;b><mark>不是标签</mark>&lt;/b>');
  await fake.close();
});
