import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../../../src/app.ts';
import { createFakeApp } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const WHEREABOUTS: Readonly<Record<string, Whereabouts>> = {
  urban: { documentId: 'sample-14fyp', passageId: 'urban', isSame: true },
  moved: { documentId: 'sample-14fyp', passageId: 'urban', isSame: true },
  reworded: { documentId: 'sample-14fyp', passageId: 'forest', isSame: false },
};

let web: FakeWeb;

beforeAll(async () => {
  web = await startFakeWeb({ ...createFakeApp(), whereabouts: (id) => WHEREABOUTS[id] });
});
afterAll(() => web.close());

const landing = async (path: string): Promise<string | number> => {
  const response = await web.get(path, { redirect: 'manual' });
  return response.headers.get('location') ?? response.status;
};

describe('a link to a passage', () => {
  test.each([
    ['that is here', 'urban', '/documents/sample-14fyp#p-urban'],
    ['whose words stand elsewhere now', 'moved', '/documents/sample-14fyp#p-urban'],
    ['that is worded otherwise', 'reworded', '/documents/sample-14fyp?changed#p-forest'],
  ])('%s leads to it', async (_what, id, expected) => {
    expect(await landing(`/documents/sample-14fyp/p/${id}`)).toBe(expected);
  });

  test('beside an answer stays beside it', async () => {
    expect(await landing('/documents/sample-14fyp/p/reworded?beside')).toBe(
      '/documents/sample-14fyp?beside&changed#p-forest',
    );
  });

  test('that nobody knows is a 404 with the document and a search', async () => {
    const response = await web.get('/documents/sample-14fyp/p/%3Cscript%3E');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('没有这一段');
    expect(html).not.toContain('编号最像的几段');
    expect(html).toContain('href="/documents/sample-14fyp"');
    expect(html).toContain('href="/search?document=sample-14fyp"');
    expect(html).not.toContain('<script>');
  });

  test('that is cut short is a 404 with the passages nearest to it', async () => {
    const html = await web.read('/documents/sample-14fyp/p/leaders');
    expect(html).toContain('编号最像的几段');
    expect(html).toMatch(
      /<h2>最接近的<\/h2><ul[^>]*><li><a href="\/documents\/sample-14fyp#p-leadership">加强组织领导。</u,
    );
  });

  test('with cited words is looked for before the page is sent', async () => {
    expect(await landing('/documents/sample-14fyp?w=urban.0-4')).toBe(200);
    expect(await landing('/documents/sample-14fyp?w=reworded.0-4')).toBe(
      '/documents/sample-14fyp/p/reworded',
    );
    expect(await landing('/documents/sample-14fyp?w=')).toBe(200);
    expect(await landing('/documents/sample-14fyp?w=a%2Fb.0-1&beside')).toBe(
      '/documents/sample-14fyp/p/a%2Fb?beside',
    );
  });
});

test('a page says that its text has changed only where it has', async () => {
  expect(await web.read('/documents/sample-14fyp?changed')).toContain('已经改动');
  expect(await web.read('/documents/sample-14fyp')).not.toContain('已经改动');
});

test('beside an answer the text stands alone, and only our pages may frame it', async () => {
  const response = await web.get('/documents/sample-14fyp?beside');
  const html = await response.text();
  expect(html).toContain('<body class="document beside">');
  expect(html).not.toContain('masthead');
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  const { headers } = await web.get('/');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('a heading that is gone is a 404 with the headings nearest to it and the document', async () => {
  const page = await web.read('/documents/sample-14fyp');
  const own = /<h3 id="(s-[^"]+)">/u.exec(page)?.[1] ?? '';
  const [, chapter, section] = own.split('-');
  for (const [gone, nearest] of [
    [`${chapter}-00000000`, `s-${chapter}`],
    [`00000000-${section}`, own],
  ]) {
    const response = await web.get(`/documents/sample-14fyp/s/${gone}`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('已经改动');
    expect(html).toContain(`href="/documents/sample-14fyp#${nearest}"`);
  }
  const response = await web.get('/documents/sample-14fyp/s/1-2');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('href="/documents/sample-14fyp"');
});

describe('a link to a printed page', () => {
  test('leads to where it begins', async () => {
    expect(await landing('/documents/sample-14fyp/pages/3')).toBe('/documents/sample-14fyp#page-3');
  });

  test.each(['0', '99', 'x', '-1', '1e9'])('%s is a 404 with the nearest', async (page) => {
    const response = await web.get(`/documents/sample-14fyp/pages/${page}`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('第1页到第4页');
    expect(html).toMatch(/href="\/documents\/sample-14fyp#page-[1-4]"/u);
  });
});

test.each([
  ['sample-13fyp', 404],
  ['样例区规划', 404],
  ['..%2f..%2fetc%2fpasswd', 404],
  ['%00', 404],
  ['x'.repeat(10_000), 404],
])('document %# that is not there is a 404 with the nearest', async (id, status) => {
  const response = await web.get(`/documents/${id}`);
  expect(response.status).toBe(status);
  const html = await response.text();
  expect(html).toContain('没有这份文件');
  expect(html).toContain('href="/documents/sample-14fyp"');
});

test('/documents leads to their list', async () => {
  expect(await landing('/documents')).toBe('/start#documents');
});
