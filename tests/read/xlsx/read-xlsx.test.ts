import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.ts';
import { readLines } from '../read-lines.ts';

function workbook(sheets: Readonly<Record<string, WorkSheet>>, bookType: 'xlsx' | 'biff8'): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return write(book, { type: 'buffer', bookType });
}

describe('a workbook', () => {
  test.each(['xlsx', 'biff8'] as const)(
    'gives title, table and note of each sheet (%s)',
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        ['表1 主要指标'],
        ['指标', '2025年'],
        ['城镇化率', 75],
        ['注：按常住人口计。'],
        [],
        ['地区', '2025年'],
        ['甲县', 1],
      ]);
      expect(await readLines(workbook({ Sheet1: sheet }, bookType), 'a')).toEqual([
        '表1 主要指标',
        '指标 | 2025年',
        '城镇化率 | 75',
        '注：按常住人口计。',
        '地区 | 2025年',
        '甲县 | 1',
      ]);
    },
  );

  test('whose sheet is named for its table has that title, and each row its place', async () => {
    const sheet = utils.aoa_to_sheet([
      ['项目', '投资'],
      ['高铁', 12],
    ]);
    const { blocks } = await readSource(workbook({ 重点项目: sheet }, 'xlsx'), 'a.xlsx');
    expect(blocks).toMatchObject([
      {
        type: 'table',
        title: '重点项目',
        headerRows: 1,
        rows: [{ place: { row: 1 } }, { place: { type: 'cell', sheet: '重点项目', row: 2 } }],
      },
    ]);
  });

  test('leaves out hidden rows and columns, and says so', async () => {
    const sheet = utils.aoa_to_sheet([
      ['甲', '密', '乙'],
      ['密', '密', '密'],
      ['丙', '密', '丁'],
    ]);
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!cols'] = [{}, { hidden: true }];
    const bytes = workbook({ Sheet1: sheet }, 'xlsx');
    expect(await readLines(bytes, 'a.xlsx')).toEqual(['甲 | 乙', '丙 | 丁']);
    expect((await readSource(bytes, 'a.xlsx')).warnings).toEqual([
      '工作表“Sheet1”里有 2 个隐藏的行或列没有读取。',
    ]);
  });
});
