import { describe, expect, it } from 'vitest';
import { readNumeral, readOrdinal } from '../../src/parse/chinese-number.ts';
import { cutText, visibleLength } from '../../src/parse/cut-text.ts';
import { readHeading } from '../../src/parse/heading.ts';
import { leadOf } from '../../src/parse/leads.ts';
import { numberPages } from '../../src/parse/pages.ts';
import { splitValues } from '../../src/parse/table-values.ts';
import { infoOf, parseText } from './documents.ts';

describe('readOrdinal', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['一百零三', 103],
    ['１２', 12],
    ['⑤', 5],
    ['两', 0],
  ])('%s is %d', (text, number) => expect(readOrdinal(text)).toBe(number));
});

describe('readNumeral', () => {
  it.each([
    ['零', 0n],
    ['两千', 2_000n],
    ['三百二十亿', 32_000_000_000n],
    ['三亿两万', 300_020_000n],
    ['一万亿', 1_000_000_000_000n],
    ['一千零二十', 1_020n],
    ['百万', 1_000_000n],
    ['二〇二五', 2_025n],
    ['一二三', undefined],
    ['万', undefined],
    ['二五', undefined],
    ['', undefined],
  ])('%s is %s', (text, number) => expect(readNumeral(text)).toBe(number));
});

describe('readHeading', () => {
  it.each([
    [
      '第一章  砥砺奋进前行  夯实全面现代化新起点',
      '第一章',
      '砥砺奋进前行 夯实全面现代化新起点',
      'line',
    ],
    ['一、综合经济实力稳步提升', '一、', '综合经济实力稳步提升', 'line'],
    ['(一)经济运行总体平稳。全市地区生产总值', '(一)', '经济运行总体平稳', 'sentence'],
    ['1．坚持结构优化，转型发展。把转变', '1．', '坚持结构优化，转型发展', 'sentence'],
    ['一、教育：国家级信息化教学实验区', '一、', '教育', 'colon'],
    ['一是有效投资扩量提质。530个省市重大项目', '一是', '有效投资扩量提质', 'sentence'],
    ['１．加快数字产业化。扶持数字经济园区', '１．', '加快数字产业化', 'sentence'],
    ['专栏 1  “十四五”期间制造业重点建设项目', '专栏 1', '“十四五”期间制造业重点建设项目', 'line'],
  ])('%s', (text, number, title, style) => {
    const heading = readHeading(text);
    expect([heading?.marker.number, heading?.title, heading?.style]).toEqual([
      number,
      title,
      style,
    ]);
  });

  it.each([
    '1.4 万户、2.5 万贫困人口稳定脱贫。',
    '24.41%以上。社会事业全面发展',
    '5.5%左右',
    '78.42，女',
    '2-3 家。积极沟通',
    '一是经济规模还不够大，园区规模体量存在差距。',
    '第三节课程改革要继续推进。抓好落实。',
  ])('%s is none', (text) => expect(readHeading(text)).toBeNull());
});

describe('leadOf', () => {
  it.each([
    ['综合实力稳步提升。全区地区生产总值', '综合实力稳步提升'],
    ['——区域融合发展实现突破。立足', '区域融合发展实现突破'],
    ['——309国道旱码头现代商贸物流带。依托', '309国道旱码头现代商贸物流带'],
    [
      '强化企业创新主体地位,促进各类创新要素向企业集聚。开展',
      '强化企业创新主体地位,促进各类创新要素向企业集聚',
    ],
    ['“济淄一体化”先行示范区。紧紧抓住', '“济淄一体化”先行示范区'],
  ])('%s', (text, lead) => expect(leadOf(text)).toBe(lead));

  it.each([
    '第一,经济下行压力持续加大。第二',
    '一是扩大投资。二是促进消费。',
    '全市生产总值增长5.5%。固定资产投资增长',
    '综合实力稳步提升。',
    '推进产业、城市、生态转型,全面开创新局面,取得实效。今后',
    '建设“一带一路。”沿线',
  ])('%s has none', (text) => expect(leadOf(text)).toBeNull());
});

describe('splitValues', () => {
  it.each([
    [' 2 左右 4.5 2.6 左右 ', ['2 左右', '4.5', '2.6 左右']],
    [' 3.6 ——\n与 GDP 增\n长同步\n', ['3.6', '——', '与 GDP 增长同步']],
    [
      '\n男性\n78.42，女\n性 85.99\n男性\n78.57，女\n性 86.19\n—— ',
      ['男性78.42，女性 85.99', '男性78.57，女性 86.19', '——'],
    ],
    [' 24.41\n保持并稳\n定在 25\n以上\n—— ', ['24.41', '保持并稳定在 25以上', '——']],
    [' 75.92 80 [4.08] ', ['75.92', '80', '[4.08]']],
    [' 19 ', ['19', '', '']],
  ])('%j', (text, cells) => expect(splitValues(text, 3)).toEqual(cells));
});

describe('numberPages', () => {
  it('proves nothing without marks, or with marks that skip', () => {
    expect(numberPages([' 第一章', '正文']).count).toBeNull();
    expect(numberPages(['正文', '— 3 —', '正文', '— 9 —']).count).toBeNull();
  });

  it('takes marks alone for footers', () => {
    expect(numberPages(['甲', '— 1 —', '乙', '— 2 —', '']).ofLine).toEqual([1, 1, 2, 2, 3]);
    expect(numberPages(['甲', '第1页 共2页', '乙', '第2页 共2页']).count).toBe(2);
  });
});

describe('cutText', () => {
  it('leaves a short text whole and covers a long one', () => {
    expect(cutText('抓好落实。')).toEqual([{ from: 0, to: 5 }]);
    const long = '推进产业转型升级，培育壮大新动能。'.repeat(60);
    const spans = cutText(long);
    expect(spans.map(({ from, to }) => long.slice(from, to)).join('')).toBe(long);
    for (const { from, to } of spans) {
      expect(visibleLength(long.slice(from, to))).toBeLessThanOrEqual(350);
      expect(long[to - 1]).toBe('。');
    }
  });

  it('keeps a sentence with the bracket of those who answer for it', () => {
    const text = `${'实施绿色建筑行动，完善管理模式。'.repeat(25)}（区住建局牵头，区发改局等部门配合）`;
    const last = cutText(text).at(-1);
    expect(text.slice(last?.from)).toMatch(/。（区住建局牵头，区发改局等部门配合）$/);
  });

  it('cuts at commas where one sentence is too long', () => {
    const text = `${'统筹推进产业城市生态社会各项事业全面发展，'.repeat(40)}取得实效。`;
    expect(cutText(text).length).toBeGreaterThan(2);
  });
});

describe('texts nobody meant', () => {
  it.each([
    ['one endless line', '推进（产业'.repeat(40_000)],
    ['many short lines', '产业\n'.repeat(20_000)],
    ['many bars', '产业 |\n'.repeat(8_000)],
    ['many tabs', '\t1\n'.repeat(8_000)],
    ['many brackets', '（（）'.repeat(20_000)],
    ['many equal headings', '一、产业\n'.repeat(20_000)],
  ])(
    '%s is read in time that grows with its length',
    (_, text) => {
      const { document } = parseText(text, infoOf('odd.txt', text));
      expect(document.children).not.toEqual([]);
    },
    // A reader that goes through the text again for each line takes minutes.
    60_000,
  );

  it('reads carriage returns and a text without any heading', () => {
    const text = '\uFEFF一、目标\r\n全力以赴。\r\n二、任务\r\n抓好落实。\r\n';
    const { document, passages } = parseText(text, infoOf('plan.txt', text));
    expect(document.children).toHaveLength(2);
    expect(passages.map(({ text: said }) => said).join()).not.toContain('\r');
    expect(parseText('抓好落实。', infoOf('note.txt', '抓好落实。')).passages).toHaveLength(1);
  });
});
