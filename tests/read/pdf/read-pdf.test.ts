import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceBlock, SourceDocument } from '../../../src/model.ts';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';

const TESTS = join(import.meta.dirname, '..', '..');
const readings = new Map<string, Promise<SourceDocument>>();
/** Each file is read once. */
async function read(file: string): Promise<SourceDocument> {
  const reading =
    readings.get(file) ?? readPdf(readFileSync(join(TESTS, 'fixtures', 'files', file)), file);
  readings.set(file, reading);
  return await reading;
}
const textOf = (block: SourceBlock): string => (block.type === 'table' ? '' : block.text);
const bare = (text: string): string => text.replace(/\s/gu, '');
const tablesOf = (blocks: readonly SourceBlock[]) =>
  blocks.flatMap((block) =>
    block.type === 'table' ? [block.rows.map(({ cells }) => cells.map(({ text }) => text))] : [],
  );

describe('a report printed over seven pages', () => {
  test('comes out paragraph by paragraph, without its running head and page numbers', async () => {
    const report = readFileSync(join(TESTS, 'corpora', 'plans', 'hunan-2026-report.txt'), 'utf8');
    const { blocks, pages, warnings } = await read('report-excerpt.pdf');
    const printed = report.split('\n').filter((line) => line.trim() !== '');
    expect(blocks.map((block) => bare(textOf(block)))).toEqual(printed.slice(0, 24).map(bare));
    expect(pages).toBe(7);
    expect(warnings).toEqual([]);
  });

  test('says on which page each paragraph begins', async () => {
    const { blocks } = await read('report-excerpt.pdf');
    const pages = blocks.map(({ place }) => (place.type === 'page' ? place.page : 0));
    expect(pages[0]).toBe(1);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages.at(-1)).toBeGreaterThan(5);
  });

  test('sets its title over the text', async () => {
    const { blocks } = await read('report-excerpt.pdf');
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 1 });
  });
});

describe('tables', () => {
  const ROWS = [
    ['序号', '任务', '部门'],
    ['1', '完善职业教育和培训体系建设完善职业教育和培训体系建设', '教育局'],
    ['2', '完善职业教育和培训体系建设', '教育局'],
  ];

  test('keep merged cells as spans', async () => {
    const { blocks } = await read('ruled-tables.pdf');
    const merged = blocks.find((block) => block.type === 'table');
    expect(merged).toMatchObject({
      headerRows: 2,
      rows: [
        {
          cells: [
            { column: 0, rowSpan: 2, text: '指标' },
            { column: 1, columnSpan: 2, text: '2020年' },
            { column: 3, rowSpan: 2, text: '2025年' },
          ],
        },
        {
          cells: [
            { column: 1, text: '数值' },
            { column: 2, text: '占比' },
          ],
        },
        {},
        {
          cells: [
            { column: 0, columnSpan: 3, text: '合计' },
            { column: 3, text: '300' },
          ],
        },
      ],
    });
  });

  test.each([
    ['with three lines across', 1],
    ['with lines down only', 2],
    ['open at their sides', 3],
    ['without any line', 4],
  ])('%s have the same rows', async (_, index) => {
    const { blocks } = await read('ruled-tables.pdf');
    expect(tablesOf(blocks)[index]?.slice(0, 3)).toEqual(ROWS);
  });

  test('of one column are a frame around text', async () => {
    const { blocks } = await read('ruled-tables.pdf');
    const lines = blocks.map(textOf);
    expect(lines).toContain('专栏1 重大工程');
    expect(lines.find((line) => /^1\.\s?交通工程/u.test(line))).toMatch(/(?:建设高速公路。){12}$/u);
  });

  test('that go on over the page are one, with their head said once', async () => {
    const { blocks } = await read('table-across-pages.pdf');
    const tables = tablesOf(blocks);
    expect(tables).toHaveLength(1);
    expect(tables[0]).toHaveLength(31);
  });
});

describe('the page as it is set', () => {
  test('turned or sideways, reads upright', async () => {
    const { blocks } = await read('turned-and-spaced.pdf');
    const lines = blocks.map(textOf);
    expect(lines).toEqual(
      expect.arrayContaining([
        '横排页面上的第一行文字',
        '横排页面上的第二行文字',
        '侧放的页面第一行',
        '侧放的页面第二行',
      ]),
    );
  });

  test('with letters set apart, printed twice or raised, says each word once', async () => {
    const { blocks } = await read('turned-and-spaced.pdf');
    const lines = blocks.map(textOf);
    expect(lines).toEqual(expect.arrayContaining(['目录', '政府工作报告', '加粗的标题文字']));
    expect(lines).toContain('第一章 总体要求');
    expect(lines.join('')).toContain('PM2.5');
  });

  test('loses its watermark', async () => {
    const { blocks } = await read('turned-and-spaced.pdf');
    expect(blocks.map(textOf).join('')).not.toMatch(/内部资料/u);
  });
});

describe('what cannot be read', () => {
  test('is named by its pages', async () => {
    const { warnings } = await read('partly-scanned.pdf');
    expect(warnings).toEqual(['第 2—3 页是扫描图片，没有可以读取的文字，已略去。']);
  });

  test('of a file cut off is refused as damaged', async () => {
    const bytes = readFileSync(join(TESTS, 'fixtures', 'files', 'report-excerpt.pdf'));
    await expect(readPdf(bytes.subarray(0, 600), 'a.pdf')).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
    });
  });
});
