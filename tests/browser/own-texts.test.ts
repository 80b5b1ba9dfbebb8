import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/app.ts';
import { planText } from '../indexing/workspace.ts';
import { describeInBrowser } from './reader.ts';
import { share } from './share.ts';

const EVIL = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
const BEDS = '到2025年养老床位达到3000张，发展普惠养老服务，建设社区日间照料中心。';
const ROADS = `新建农村公路120公里，改造国道省道，${EVIL}完善城乡路网，方便群众出行。`;

describeInBrowser(
  'a text of one’s own',
  (reader) => {
    test('shows markup as text', async () => {
      const page = await reader.open('/documents/east');
      expect(await page.locator('.plan').textContent()).toContain(EVIL);
      expect(await page.locator('.plan :is(script, img)').count()).toBe(0);
      await page.goto(`${reader.address}/?q=${encodeURIComponent(`东城区农村公路${EVIL}`)}`);
      expect(await page.locator('main :is(script, img)').count()).toBe(0);
    });

    test('replaced while it is open: the old page stays, its links find what has become of them', async () => {
      const idOf = (words: string): string | undefined =>
        reader.app.document('east').passages.find(({ text }) => text.includes(words))?.id;
      const old = idOf('3000张');
      const page = await reader.open(`/documents/east#p-${old}`);
      const beside = await reader.open(`/?q=${encodeURIComponent('东城区养老床位目标是多少？')}`);

      const changed = planText('东城区', [ROADS, BEDS.replace('3000', '3600')]);
      writeFileSync(join(reader.config.seedsDir, 'east.txt'), changed);
      await ingest(reader.config);
      await reader.app.search('养老');
      expect(idOf('3000张')).toBeUndefined();

      expect(await page.locator(':target').textContent()).toContain('3000张');
      await beside.locator('.mark').first().click();
      const place = beside.frameLocator('.beside-pane iframe');
      await expect.poll(() => place.locator(':target').textContent()).toContain('3600张');
      expect(await place.locator('.notice').textContent()).toContain('已经改动');
      await page.reload();
      await page.waitForURL(/\?changed#p-/u);
      expect(await page.locator(':target').textContent()).toContain('3600张');
    });
  },
  { seeds: { 'east.txt': planText('东城区', [BEDS, ROADS]) } },
);

describeInBrowser(
  'a document replaced under another name',
  (reader) => {
    test('the address that is open leads to the same words in the new edition', async () => {
      const old = reader.app
        .document('east')
        .passages.find(({ text }) => text.includes('3000张'))?.id;
      const page = await reader.open(`/documents/east#p-${old}`);
      const { seedsDir } = reader.config;
      rmSync(join(seedsDir, 'east.txt'));
      writeFileSync(
        join(seedsDir, 'east-revised.txt'),
        planText('东城区', [ROADS.replace('120', '150'), BEDS]),
      );
      await ingest(reader.config);
      await reader.app.search('养老');

      await page.reload();
      await page.waitForURL(/\/documents\/east-revised.*#p-/u);
      await expect.poll(() => page.locator(':target').textContent()).toContain('3000张');
      await page.goto(`${reader.address}/documents/east`);
      expect(await page.locator('.notice').textContent()).toContain('已经换成这一版');
    });
  },
  { seeds: { 'east.txt': planText('东城区', [BEDS, ROADS]) } },
);

const WEST_BEDS = '西城区扩大普惠养老，公办民办并举，到2025年养老床位达到5200张。';
const WEST_RIVER = '治理孝妇河水环境，建设湿地公园，地表水优良水体比例达到100%。';
const MARKED = '<img src=x onerror="alert(1)">';

describeInBrowser(
  'an edition that goes',
  (reader) => {
    test('leaves a shared answer as it was, which says that its document has gone', async () => {
      const page = await reader.open(
        `/?q=${encodeURIComponent('西城区2025年养老床位达到多少张？')}`,
      );
      expect(await page.locator('.answer-text').textContent()).toContain('5200张');
      const path = await share(page);
      rmSync(join(reader.config.seedsDir, 'west.txt'));
      await ingest(reader.config);
      await reader.app.search('养老');

      const colleague = await reader.open(path);
      expect(await colleague.locator('.answer-text').textContent()).toContain('5200张');
      expect(await colleague.locator('.notice').textContent()).toContain('已撤下');
      await colleague.locator('.sources summary').click();
      await colleague.goto(
        new URL(
          (await colleague.locator('.source-link').first().getAttribute('href')) ?? '',
          reader.address,
        ).href,
      );
      expect(await colleague.locator('h1').textContent()).toContain('没有这份文件');
      expect(await colleague.locator('main a').count()).toBeGreaterThan(0);
    });
  },
  {
    seeds: {
      'east.txt': planText('东城区', [BEDS, ROADS]),
      'west.txt': planText('西城区', [WEST_BEDS, WEST_RIVER]),
    },
  },
);

describeInBrowser(
  'a title with markup',
  (reader) => {
    test.each(['/', '/start', '/documents/marked', '/documents/marked/about', '/search?q=养老'])(
      'is text on %s',
      async (path) => {
        const page = await reader.open(path);
        expect(await page.locator('main').textContent()).toContain(MARKED);
        expect(await page.locator('img').count()).toBe(0);
        if (path.startsWith('/documents')) expect(await page.title()).toContain(MARKED);
      },
    );
  },
  {
    seeds: {
      'marked.txt': planText('东城区', [ROADS, BEDS]),
      'catalogue.json': JSON.stringify([
        { file: 'marked.txt', title: `东城区规划${MARKED}`, shortTitle: `规划${MARKED}` },
      ]),
    },
  },
);
