import type { OpenDocument } from '../../src/app.ts';
import type {
  Block,
  DocumentInfo,
  Lines,
  Passage,
  PassageKind,
  Section,
  SectionKind,
  Table,
  TextBlock,
} from '../../src/model.ts';

/** A small plan with one of everything: front matter, run-in heading, lead, panel, table with a lost cell, note. */

export const sampleInfo: DocumentInfo = {
  id: 'sample-14fyp',
  file: 'sample-14fyp.txt',
  title: '样例区国民经济和社会发展第十四个五年规划纲要',
  shortTitle: '样例区“十四五”规划',
  region: '样例区',
  aliases: ['样例'],
  issuer: '样例区人民政府',
  documentNumber: '样政发〔2021〕2号',
  issuedOn: '2021-06-17',
  period: [2021, 2025],
  kind: 'five-year-plan',
  sourceUrl: 'https://www.example.gov.cn/plan',
};

function text(
  kind: TextBlock['kind'],
  content: string,
  lines: Lines,
  page: number | null,
  lead: string | null = null,
): TextBlock {
  return { type: 'text', kind, text: content, lead, lines, page };
}

function section(
  kind: SectionKind,
  [number, title]: readonly [string, string],
  lines: Lines,
  page: number,
  children: readonly (Section | Block)[],
): Section {
  const headingLines: Lines = [lines[0], lines[0]];
  return { type: 'section', kind, number, title, lines, headingLines, page, children };
}

const indicators: Table = {
  type: 'table',
  title: '“十四五”时期主要指标',
  columns: ['指标', '2020年', '2025年', '年均增速/[累计]', '属性'],
  rows: [
    {
      group: '经济发展',
      cells: ['（1）地区生产总值增速（%）', '2.1', '——', '7左右', '预期性'],
      text: '（1）地区生产总值增速（%） 2.1 —— 7左右 预期性',
      lines: [24, 24],
      page: 2,
    },
    {
      group: '经济发展',
      cells: ['（2）常住人口城镇化率（%）', '65.6', '75', '——', '预期性'],
      text: '（2）常住人口城镇化率（%） 65.6 75 —— 预期性',
      lines: [26, 26],
      page: 3,
    },
    {
      group: '绿色生态',
      cells: ['（3）森林覆盖率（%）', '38.5', null, '——', '约束性'],
      text: '（3）森林覆盖率（%） 38.5 —— 约束性',
      lines: [28, 28],
      page: 3,
    },
  ],
  notes: [text('note', '注：1.常住人口城镇化率为2019年数据。', [30, 30], 3)],
  lines: [20, 30],
  page: 2,
};

const opened: OpenDocument = {
  document: {
    info: sampleInfo,
    pages: 4,
    children: [
      text('front', '样政发〔2021〕2号', [1, 1], 1),
      text('front', '关于印发规划纲要的通知', [2, 3], 1),
      section('chapter', ['第一章', '发展基础'], [5, 12], 1, [
        section('section', ['第一节', '发展成就'], [6, 12], 1, [
          text(
            'paragraph',
            '综合实力稳步提升。全区生产总值达到461.1亿元，<b>不是标签</b>。一般公共预算收入达到40亿元。',
            [7, 8],
            1,
            '综合实力稳步提升',
          ),
          text('paragraph', '加强组织领导。', [9, 9], 1),
          {
            ...text('paragraph', '加强督促检查。', [9, 10], 1),
            wraps: [{ offset: 2, line: 10, page: 2 }],
          },
          section('point', ['一是', '民生改善'], [11, 12], 2, [
            text('paragraph', '一是民生改善。新增城镇就业3万人。', [11, 12], 2),
          ]),
        ]),
      ]),
      section('chapter', ['第二章', '主要目标'], [14, 40], 2, [
        section('panel', ['专栏1', '主要指标'], [18, 30], 2, [indicators]),
        text('paragraph', '加强组织领导。', [40, 40], 4),
      ]),
    ],
  },
  passages: [],
  indicators: [],
  responsibilities: [],
  glossary: [],
};

function passage(
  id: string,
  kind: PassageKind,
  headingPath: readonly string[],
  quotable: string,
  lines: Lines,
  page: number,
): Passage {
  const repeated = kind === 'row' ? '“十四五”时期主要指标 指标 2020年 2025年\n' : '';
  const words = repeated + quotable;
  return {
    id,
    documentId: sampleInfo.id,
    ordinal: 0,
    kind,
    headingPath,
    text: words,
    quotable,
    lines,
    page,
  };
}

const foundations = '第一章 发展基础';
const achievements = [foundations, '第一节 发展成就'];
const targets = ['第二章 主要目标', '专栏1 主要指标'];

export const samplePassages: readonly Passage[] = [
  passage('front', 'front', [], '样政发〔2021〕2号\n关于印发规划纲要的通知', [1, 3], 1),
  passage('chapter-1', 'outline', [foundations], '第一章 发展基础\n第一节 发展成就', [5, 12], 1),
  passage(
    'strength',
    'text',
    [...achievements, '综合实力稳步提升'],
    '综合实力稳步提升。全区生产总值达到461.1亿元，<b>不是标签</b>。',
    [7, 8],
    1,
  ),
  passage('revenue', 'text', achievements, '一般公共预算收入达到40亿元。', [7, 8], 1),
  passage('duties', 'text', achievements, '加强组织领导。\n加强督促检查。', [9, 10], 1),
  passage(
    'jobs',
    'text',
    [...achievements, '一是 民生改善'],
    '一是民生改善。新增城镇就业3万人。',
    [11, 12],
    2,
  ),
  passage('gdp', 'row', targets, '（1）地区生产总值增速（%） 2.1 —— 7左右 预期性', [24, 24], 2),
  passage('urban', 'row', targets, '（2）常住人口城镇化率（%） 65.6 75 —— 预期性', [26, 26], 3),
  passage('forest', 'row', targets, '（3）森林覆盖率（%） 38.5 —— 约束性', [28, 28], 3),
  passage('note-1', 'note', targets, '注：1.常住人口城镇化率为2019年数据。', [30, 30], 3),
  passage('leadership', 'text', ['第二章 主要目标'], '加强组织领导。', [40, 40], 4),
  passage('lost', 'text', ['第二章 主要目标'], '原文里没有的话', [33, 33], 4),
];

export const sampleDocument: OpenDocument = { ...opened, passages: samplePassages };
