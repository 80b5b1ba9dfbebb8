import { describe, expect, test } from 'vitest';
import { readLines } from '../read-lines.ts';
import { level, list, makeDocx, numbered, paragraph } from './make-docx.ts';

describe('automatic numbers', () => {
  test.each([
    ['chineseCountingThousand', '第%1条', '第一条'],
    ['chineseCounting', '（%1）', '（一）'],
    ['japaneseCounting', '%1、', '一、'],
    ['ideographDigital', '%1、', '一、'],
    ['chineseLegalSimplified', '%1、', '壹、'],
    ['ideographTraditional', '%1、', '甲、'],
    ['decimalEnclosedCircle', '%1', '①'],
    ['decimalEnclosedCircleChinese', '%1', '①'],
    ['decimalEnclosedParen', '%1', '⑴'],
    ['decimalFullWidth', '%1．', '１．'],
    ['decimalZero', '%1.', '01.'],
    ['upperRoman', '%1.', 'I.'],
    ['lowerLetter', '%1)', 'a)'],
  ])('of the form %s in %s print %s', async (form, template, printed) => {
    const numbering = list(1, level(0, form, template));
    const [line] = await readLines(makeDocx({ body: numbered('总则', 1), numbering }), 'a.docx');
    expect(line?.replace(/总则$/u, '').trim()).toBe(printed);
  });

  test('go on beyond ten and over the hundred', async () => {
    const numbering = list(1, level(0, 'chineseCounting', '第%1条', ''));
    const body = Array.from({ length: 111 }, () => numbered('规定', 1)).join('');
    const lines = await readLines(makeDocx({ body, numbering }), 'a.docx');
    expect([10, 11, 20, 21, 100, 101, 110, 111].map((n) => lines[n - 1])).toEqual([
      '第十条 规定',
      '第十一条 规定',
      '第二十条 规定',
      '第二十一条 规定',
      '第一百条 规定',
      '第一百零一条 规定',
      '第一百一十条 规定',
      '第一百一十一条 规定',
    ]);
  });

  test('restart under each heading above, unless their list says that they run through', async () => {
    const levels = (restart: string): string =>
      list(
        1,
        level(0, 'chineseCounting', '第%1章'),
        level(1, 'chineseCounting', '第%2条', restart),
      );
    const body = [0, 1, 1, 0, 1].map((ilvl) => numbered('文', 1, ilvl)).join('');
    const read = async (restart: string): Promise<readonly string[]> =>
      await readLines(makeDocx({ body, numbering: levels(restart) }), 'a.docx');
    expect((await read('')).at(-1)).toBe('第一条 文');
    expect((await read('<w:lvlRestart w:val="0"/>')).at(-1)).toBe('第三条 文');
  });

  test('show those above them, in plain digits where the list asks for it', async () => {
    const numbering = list(
      1,
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    );
    const body = numbered('总则', 1) + numbered('目标', 1, 1);
    expect(await readLines(makeDocx({ body, numbering }), 'a.docx')).toEqual([
      '第一章 总则',
      '1.1 目标',
    ]);
  });

  test('come from a style, also from one that it is based on', async () => {
    const numbering = list(1, level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="Base"/>'));
    const styles =
      '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="我的标题"/><w:basedOn w:val="Base"/></w:style>';
    const body =
      paragraph('总则', '<w:pStyle w:val="Mine"/>') + paragraph('附则', '<w:pStyle w:val="Base"/>');
    expect(await readLines(makeDocx({ body, numbering, styles }), 'a.docx')).toEqual([
      '一、总则',
      '二、附则',
    ]);
  });

  test('are none of a bullet, none where a paragraph takes them away, none of an unknown list', async () => {
    const numbering = list(1, level(0, 'bullet', '')) + list(2, level(0, 'none', ''));
    const body = [1, 2, 0, 9].map((numId) => numbered('文', numId)).join('');
    const lines = await readLines(makeDocx({ body, numbering }), 'a.docx');
    expect(lines).toEqual(['文', '文', '文', '文']);
  });

  test('stand in the cells of a column that holds nothing else', async () => {
    const numbering = list(1, level(0, 'decimal', '%1'));
    const row = (name: string): string =>
      `<w:tr><w:tc>${numbered('', 1)}</w:tc><w:tc>${paragraph(name)}</w:tc></w:tr>`;
    const body = `<w:tbl>${row('甲县')}${row('乙县')}</w:tbl>`;
    const lines = await readLines(makeDocx({ body, numbering }), 'a.docx');
    expect(lines).toEqual(['1 | 甲县', '2 | 乙县']);
  });
});
