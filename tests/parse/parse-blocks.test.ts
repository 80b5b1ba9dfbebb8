import { describe, expect, it } from 'vitest';
import type { PlanDocument, SourceBlock, SourceCell, SourceDocument } from '../../src/model.ts';
import { headingText } from '../../src/parse/heading-text.ts';
import { indicatorsOf } from '../../src/parse/indicators.ts';
import { parseBlocks } from '../../src/parse/parse-blocks.ts';
import { toPassages } from '../../src/parse/passages.ts';
import { readingText } from '../../src/read/reading-text.ts';
import { infoOf, type Node, sectionsIn } from './documents.ts';

const PLACE = { type: 'page', page: 3 } as const;

const paragraph = (text: string): SourceBlock => ({ type: 'paragraph', text, place: PLACE });
const note = (text: string): SourceBlock => ({ type: 'note', text, place: PLACE });
const heading = (level: number, text: string, number: string | null = null): SourceBlock => ({
  type: 'heading',
  level,
  number,
  text,
  place: PLACE,
});

/** Rows of cells; `文字×2` spans two columns, `文字↓2` two rows. */
function table(rows: readonly (readonly string[])[], headerRows = 1): SourceBlock {
  const covered = new Set<string>();
  return {
    type: 'table',
    title: null,
    headerRows,
    place: PLACE,
    rows: rows.map((cells, row) => {
      let column = 0;
      return {
        place: PLACE,
        cells: cells.map((cell): SourceCell => {
          while (covered.has(`${row} ${column}`)) column += 1;
          const [, text = '', wide = '1', deep = '1'] =
            /^(.*?)(?:×(\d))?(?:↓(\d))?$/u.exec(cell) ?? [];
          const span = { columnSpan: Number(wide), rowSpan: Number(deep) };
          for (let below = 1; below < span.rowSpan; below += 1)
            covered.add(`${row + below} ${column}`);
          const made = { column, text, ...span };
          column += span.columnSpan;
          return made;
        }),
      };
    }),
  };
}

function parse(...blocks: SourceBlock[]): { source: SourceDocument; document: PlanDocument } {
  const source: SourceDocument = { format: 'docx', blocks, pages: 5, warnings: [] };
  const { text } = readingText(source);
  return { source, document: parseBlocks(source, infoOf('plan.docx', text)) };
}

const headings = (document: PlanDocument, depth = 0): string[] => {
  const list = (nodes: readonly Node[], at: number): string[] =>
    nodes.flatMap((node) =>
      node.type === 'section'
        ? [`${'-'.repeat(at)}${headingText(node)}`, ...list(node.children, at + 1)]
        : [],
    );
  return list(document.children, depth);
};

const TEXT =
  '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。';

describe('a file whose format knows its paragraphs', () => {
  it('follows the numbering, automatic or typed, and not the level', () => {
    const { document } = parse(
      heading(1, '总体要求', '第一章'),
      paragraph(TEXT),
      heading(1, '一、指导思想'),
      paragraph(TEXT),
      paragraph('（一）基本原则'),
      paragraph(TEXT),
      heading(1, '主要任务', '第二章'),
      paragraph(TEXT),
    );
    expect(headings(document)).toEqual([
      '第一章 总体要求',
      '-一、指导思想',
      '--（一）基本原则',
      '第二章 主要任务',
    ]);
  });

  it('takes a styled heading without a number as one, by its level', () => {
    const { document } = parse(
      paragraph('引言一段。'),
      heading(1, '发展环境'),
      heading(2, '国际形势'),
      paragraph(TEXT),
      heading(2, '国内形势'),
      paragraph(TEXT),
      heading(1, '主要目标'),
      paragraph('一、经济目标'),
      paragraph(TEXT),
    );
    expect(headings(document)).toEqual([
      '发展环境',
      '-国际形势',
      '-国内形势',
      '主要目标',
      '-一、经济目标',
    ]);
    expect(sectionsIn(document.children)[0]).toMatchObject({ kind: 'heading', number: null });
  });

  it('counts lines in the reading text and takes pages from the places', () => {
    const { source, document } = parse(
      paragraph('一、总体要求'),
      paragraph(TEXT),
      table([
        ['指标', '2025年'],
        ['粮食产量（万吨）', '10'],
        ['面积（万亩）', '20'],
      ]),
      paragraph('二、主要任务'),
      paragraph(`${TEXT}结束。`),
    );
    const lines = readingText(source).text.split('\n');
    for (const passage of toPassages(document).filter(({ kind }) => kind !== 'outline')) {
      const own = lines.slice(passage.lines[0] - 1, passage.lines[1]).join('\n');
      expect(own.replace(/[\s|]/gu, '')).toContain(passage.quotable.replace(/\s/gu, ''));
      expect(passage.page).toBe(3);
    }
    expect(document.pages).toBe(5);
  });

  it('keeps a footnote a note', () => {
    const { document } = parse(
      paragraph('一、总体要求'),
      paragraph(TEXT),
      note('1.数据为初步核算数。'),
    );
    expect(headings(document)).toEqual(['一、总体要求']);
    expect(sectionsIn(document.children)[0]?.children.at(-1)).toMatchObject({
      kind: 'note',
      text: '1.数据为初步核算数。',
    });
  });
});

describe('a table of a file', () => {
  it('reads a head over two rows, group rows, merged cells and the notes under it', () => {
    const { document } = parse(
      paragraph('一、主要目标'),
      paragraph('“十四五”时期主要指标'),
      table(
        [
          ['类别↓2', '指标名称（单位）↓2', '基期和目标×2', '指标属性↓2'],
          ['2020年', '2025年'],
          ['经济发展↓2', '（1）生产总值增速（%）', '2.1', '7左右', '预期性'],
          ['（2）城镇化率（%）', '65.6', '75', '预期性'],
          ['民生福祉', '（3）失业率（%）', '2.29', '', '约束性'],
        ],
        2,
      ),
      paragraph('注：失业率为登记失业率。'),
      paragraph(TEXT),
    );
    const indicators = indicatorsOf(document, toPassages(document));
    expect(indicators).toMatchObject([
      {
        number: 1,
        name: '生产总值增速',
        unit: '%',
        base: '2.1',
        target: '7左右',
        property: '预期性',
      },
      { number: 2, name: '城镇化率', base: '65.6', target: '75' },
      { number: 3, name: '失业率', base: '2.29', target: null, property: '约束性' },
    ]);
    expect(indicators[0]?.tableTitle).toBe('“十四五”时期主要指标');
    const [section] = sectionsIn(document.children);
    const read = section?.children.find((child) => child.type === 'table');
    expect(read).toMatchObject({
      columns: ['类别', '指标名称（单位）', '2020年', '2025年', '指标属性'],
      notes: [{ text: '注：失业率为登记失业率。' }],
    });
    expect(read?.type === 'table' && read.rows[1]?.cells[0]).toBe('经济发展');
    expect(read?.type === 'table' && read.rows[1]?.text).toBe('（2）城镇化率（%） 65.6 75 预期性');
  });

  it('takes a row over all columns for the title at the top and for a group below', () => {
    const { document } = parse(
      table(
        [
          ['任务分工表×3'],
          ['序号', '任务', '单位'],
          ['一、工业×3'],
          ['1', '建设园区', '工信局'],
          ['2', '培育企业', '工信局'],
        ],
        0,
      ),
    );
    expect(document.children).toMatchObject([
      {
        type: 'table',
        title: '任务分工表',
        columns: ['序号', '任务', '单位'],
        rows: [
          { group: '一、工业', cells: ['1', '建设园区', '工信局'] },
          { group: '一、工业', cells: ['2', '培育企业', '工信局'] },
        ],
      },
    ]);
  });
});
