import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleDocument } from '../../sample-document.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

let web: FakeWeb;
let html: string;

beforeAll(async () => {
  web = await startFakeWeb();
  html = await web.read('/documents/sample-14fyp');
});
afterAll(() => web.close());

test('every passage has one anchor, and no id stands twice', () => {
  const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of sampleDocument.passages) expect(ids).toContain(`p-${id}`);
});

test('passages stand round their own words', () => {
  expect(html).toContain(
    '<span class="passage" id="p-strength"><strong class="lead">综合实力稳步提升</strong>。全区生产总值达到461.1亿元，&lt;b>不是标签&lt;/b>。</span>' +
      '<span class="passage" id="p-revenue">一般公共预算收入达到40亿元。</span>',
  );
  expect(html).toMatch(/id="p-chapter-1"><span class="number">第一章<\/span> 发展基础/u);
});

test('a run-in heading is set once', () => {
  expect(html).toContain('<span class="number">一是</span>民生改善</span></h4>');
  expect(html).toContain('<span class="passage" id="p-jobs">新增城镇就业3万人。</span>');
});

test('paragraphs of one passage are highlighted together', () => {
  expect(html).toMatch(
    /<div class="passage" id="p-duties"><p.*?加强组织领导.*?加强.*?<\/p><\/div>/u,
  );
});

test('equal sentences in two places keep apart', () => {
  expect(html.indexOf('id="p-duties"')).toBeLessThan(
    html.indexOf('第二章</span> 主要目标</span></h2>'),
  );
  expect(html.indexOf('id="p-leadership"')).toBeGreaterThan(html.indexOf('id="p-note-1"'));
});

test('rows are table rows, a lost cell says so', () => {
  expect(html).toMatch(/<tr id="p-urban">.*?65\.6.*?<td>75<\/td>/u);
  expect(html).toMatch(
    /<tr id="p-forest">.*?<td><small title="原文此格缺失">原文缺<\/small><\/td>/u,
  );
  expect(html).toMatch(/<caption>“十四五”时期主要指标<\/caption>/u);
});

test('headings nest below the title and the contents lead to each', () => {
  expect(html).toMatch(/<h2 id="s-[^-"]+">/u);
  expect(html).toMatch(/<h3 id="s-[^-"]+-[^-"]+">/u);
  expect(html).toMatch(
    /<a href="#s-[^-"]+-[^-"]+"><span class="contents-number">专栏1<\/span> 主要指标<\/a>/u,
  );
  for (const [, id] of html.matchAll(/href="#(s-[^"]*)"/gu)) expect(html).toContain(` id="${id}"`);
});

test('pages are marked where they begin', () => {
  const pages = [...html.matchAll(/id="page-(\d+)"/gu)].map(([, page]) => page);
  expect(pages).toEqual(['1', '2', '3', '4']);
  expect(html).toContain('加强<span class="page-mark" id="page-2">第2页</span>督促检查。');
});

test('a panel is a section of its own with the note under its table', () => {
  expect(html).toMatch(/<section class="panel">.*<\/table>.*id="p-note-1"/u);
});

test('a document that is not there is a 404 that names those that are', async () => {
  const response = await web.get('/documents/%3Cscript%3E');
  const page = await response.text();
  expect(response.status).toBe(404);
  expect(page).toContain('没有这份文件');
  expect(page).toContain('href="/documents/sample-14fyp"');
  expect(page).not.toContain('<script>');
});
