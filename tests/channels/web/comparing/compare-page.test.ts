import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleIndicator } from '../../../sample-indicator.ts';
import { createFakeApp } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { PUBLIC_URL, startFakeWeb } from '../fake-web.ts';
import { type RealWeb, startRealWeb } from '../real-web.ts';

let web: RealWeb;

beforeAll(async () => {
  web = await startRealWeb();
});
afterAll(() => web.close());

const cellLinksIn = (html: string): string[] =>
  [...html.matchAll(/<a class="figures" href="([^"]*)"/gu)].map(([, href]) => href ?? '');

const compareOne = (name: string): Promise<string> =>
  web.read(`/compare?${new URLSearchParams({ indicator: name })}`);

describe('the comparison', () => {
  test('holds all 63 rows of the three tables, each linked to an anchor of its document', async () => {
    const links = cellLinksIn(await web.read('/compare'));
    expect(links).toHaveLength(63);
    expect(new Set(links).size).toBe(63);
    const pages = new Map<string, string>();
    for (const link of links) {
      const [path = '', anchor = ''] = link.split('#');
      const html = pages.get(path) ?? (await web.read(path));
      pages.set(path, html);
      expect(html).toContain(` id="${decodeURIComponent(anchor)}"`);
    }
  });

  test('prints every figure as its table does', async () => {
    const html = await web.read('/compare');
    for (const { rows } of web.app.indicators())
      for (const { base, target, change } of rows)
        for (const cell of [base, target, change])
          if (cell !== null && !cell.startsWith('——')) expect(html).toContain(cell);
  });

  test('says of an empty cell that it is empty, and why', async () => {
    const html = await web.read('/compare?q=空气质量');
    expect(html).toContain('原文此格缺失');
    expect(html).toContain('原文为“——”');
    expect(html).toContain('61.1');
  });

  test('shows the note under a table with the rows it qualifies', async () => {
    expect(await web.read('/compare?q=城镇化')).toContain('为2019年数据');
  });

  test('says where a table has no such row, and what it has that is called nearly so', async () => {
    const html = await web.read('/compare?q=执业');
    expect(html).toContain('表中没有这一项');
    expect(html).toContain('名称相近的是');
  });

  test('is narrowed and sorted by its address alone', async () => {
    expect(cellLinksIn(await web.read('/compare?q=城镇化'))).toHaveLength(3);
    expect(cellLinksIn(await web.read('/compare?q=城镇化&document=zichuan-14fyp'))).toHaveLength(1);
    const sorted = await web.read('/compare?sort=name');
    expect(sorted.indexOf('空气质量优良')).toBeLessThan(sorted.indexOf('全员劳动生产率'));
  });

  test('with nothing found says so and leads back to all', async () => {
    const html = await web.read('/compare?q=量子计算');
    expect(html).toContain('没有合适的指标');
    expect(html).not.toContain('<table class="matrix"');
  });

  test('is kept apart from markup in what is typed', async () => {
    const html = await web.read(`/compare?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
    const long = await web.get(`/compare?q=${'淄'.repeat(2000)}`);
    expect(long.status).toBe(200);
  });
});

describe('one indicator', () => {
  test('has a chart that says its values, and beside it every cell as a link', async () => {
    const html = await compareOne('森林覆盖率');
    expect(html).toContain('<h1>森林覆盖率</h1>');
    expect(html).toMatch(
      /<svg class="indicator-chart" role="img" aria-labelledby="chart-1-title chart-1-values"/u,
    );
    expect(html).toContain('<desc id="chart-1-values">');
    expect(html).toContain('淄川区：2020年24.41，2025年保持并稳定在 25以上。');
    expect(
      html.match(/<td class="[^"]*"[^>]*><a class="quiet" href="\/documents\/[^"]+#p-/gu),
    ).toHaveLength(12);
  });

  test('draws what is no exact number apart, and nothing for what is none', async () => {
    expect(await compareOne('森林覆盖率')).toMatch(/<rect class="bar target inexact"/u);
    const life = await compareOne('人均预期寿命');
    expect(life).toContain('男性78.42，女性 85.99');
    expect(life.match(/<rect class="bar base number" x="0%"/gu)).toHaveLength(2);
  });

  test('is found by any of its names', async () => {
    for (const name of ['城镇化率', '单位GDP能耗下降', '“四新”经济占 GDP 比重'])
      expect((await web.get(`/compare?${new URLSearchParams({ indicator: name })}`)).status).toBe(
        200,
      );
  });

  test('is ordered by its base or target', async () => {
    const html = await web.read('/compare?indicator=城镇化率&sort=base');
    const table = html.slice(html.indexOf('<tbody>'));
    const places = ['淄博高新区', '周村区', '淄川区'].map((label) => table.indexOf(label));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(html).toMatch(/<th scope="col" aria-sort="descending">/u);
  });

  test('that no table has is a 404 that shows what is nearest in name', async () => {
    const response = await web.get('/compare?indicator=森林');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('森林覆盖率');
  });
});

describe('the table to take away', () => {
  test('holds 63 rows, as printed, with where each stands', async () => {
    const response = await web.get('/compare.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(64);
    expect(lines.filter((line) => line.includes('原文此格缺失'))).toHaveLength(6);
    expect(lines.find((line) => line.includes('淄川') && line.startsWith('森林'))).toContain(
      ',24.41,2025,保持并稳定在 25以上,——,,约束性,',
    );
    expect(lines[1]).toContain(`${PUBLIC_URL}/documents/zhoucun-14fyp#p-`);
  });

  test('is narrowed like the page', async () => {
    const csv = await web.read('/compare.csv?q=城镇化');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
  });
});

test('documents of unlike years say the year in each cell; names and values stay text', async () => {
  const evil = '<script>alert(1)</script>';
  const rows = [
    sampleIndicator('sample-14fyp', evil, { base: '<b>1</b>', note: evil }),
    sampleIndicator('other', evil, { baseYear: 2015, targetYear: 2020, unit: '"%' }),
  ];
  const documents = [sampleInfo, { ...sampleInfo, id: 'other', region: '另一区' }];
  const fake = await startFakeWeb({
    ...createFakeApp(),
    documents: () => documents,
    indicators: () => [{ name: evil, category: null, rows, near: rows }],
  });
  for (const path of ['/compare', `/compare?indicator=${encodeURIComponent(evil)}`]) {
    const html = await fake.read(path);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>1');
    expect(html).toContain('2015年');
  }
  await fake.close();
});
