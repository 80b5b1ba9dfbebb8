import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp, ingest } from '../../../../src/app.ts';
import { originalPlaces } from '../../../../src/channels/web/reading/original.ts';
import { loadConfig } from '../../../../src/config.ts';
import { sampleInfo } from '../../sample-document.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const root = mkdtempSync(join(tmpdir(), 'youju-original-'));
const seeds = mkdtempSync(join(root, 'seeds-'));
const config = loadConfig({
  YOUJU_LOG_LEVEL: 'silent',
  YOUJU_SEEDS_DIR: seeds,
  YOUJU_INDEX_DIR: join(root, 'index'),
  YOUJU_STATE_DIR: join(root, 'state'),
});
const TITLE = '山东省淄博市国民经济和社会发展第十五个五年规划纲要';
const planOf = (edition: string, share: string) =>
  `${TITLE}${edition}\n\n第一章 目标\n\n到2030年，常住人口城镇化率达到${share}，森林覆盖率达到30%。\n`;

let app: App;
let web: FakeWeb;
beforeAll(async () => {
  writeFileSync(join(seeds, 'draft.txt'), planOf('（草案）', '75%'));
  writeFileSync(join(seeds, 'final.txt'), planOf('', '78%'));
  writeFileSync(
    join(seeds, '网页 报告.html'),
    '<html><body><script>alert(1)</script><h1>甲县2025年政府工作报告</h1><p>新建公路12公里，改造老旧小区8个。</p></body></html>',
  );
  writeFileSync(join(seeds, '坏.docx'), '');
  await ingest(config);
  app = await createApp(config);
  web = await startFakeWeb(app);
});
afterAll(async () => {
  await web.close();
  await app.close();
  rmSync(root, { recursive: true });
});

test('a web page is handed out as the file it is and never opens as a page of ours', async () => {
  const response = await web.get(`/documents/${encodeURIComponent('网页-报告')}/original`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; .*filename\*=UTF-8''%E7%BD%91%E9%A1%B5%20/u,
  );
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toContain('alert(1)');
});

test('an original that is gone is said to be gone', async () => {
  rmSync(join(seeds, '网页 报告.html'));
  const response = await web.get(`/documents/${encodeURIComponent('网页-报告')}/original`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('打不开原件');
  expect((await web.get('/documents/..%2f..%2fetc%2fpasswd/original')).status).toBe(404);
});

test('of a PDF a text leads to its page, of a saved page to the anchor on the site it came from', () => {
  const reading = { text: '', warnings: [] };
  const pdf = originalPlaces(
    { ...reading, format: 'pdf', places: [{ type: 'page', page: 12 }] },
    sampleInfo,
  );
  expect(pdf([1, 1])).toBe('/documents/sample-14fyp/original#page=12');
  const page = originalPlaces(
    { ...reading, format: 'html', places: [{ type: 'element', line: 3, anchor: '第一章' }] },
    { ...sampleInfo, sourceUrl: 'https://www.example.gov.cn/plan#top' },
  );
  expect(page([1, 1])).toBe('https://www.example.gov.cn/plan#%E7%AC%AC%E4%B8%80%E7%AB%A0');
  expect(page([9, 9])).toBeUndefined();
});

test('the former edition is marked, and what changed is shown word by word, figures first', async () => {
  expect(await web.read('/documents/draft')).toMatch(/已被替代.*href="\/documents\/final"/u);
  expect(await web.read('/documents/final')).toMatch(
    /它替代了.*href="\/documents\/final\/changes"/u,
  );
  const html = await web.read('/documents/final/changes');
  expect(html).toContain('其中 1 处改了数字');
  expect(html).toMatch(/<del>75%<\/del><ins>78%<\/ins>/u);
  expect(html).toMatch(/href="\/documents\/final#p-[^"]+"[^>]*>第一章 目标/u);
  expect((await web.get('/documents/draft/changes')).status).toBe(404);
  expect((await web.get('/documents/draft/changes?from=final')).status).toBe(200);
});

test('files that were not read are named on the first page, with what to do', async () => {
  const html = await web.read('/start');
  expect(html).toMatch(/有 1 个文件没有读.*坏\.docx.*请/su);
});
