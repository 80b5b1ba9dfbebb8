import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/parse/outline.ts';
import { infoOf, parseSeed, parseText } from './documents.ts';

describe('outlineOf', () => {
  it('gives headings, data and nothing else', () => {
    const text = [
      '第一章 总则',
      '第一节 目标',
      '一、增长',
      '| 指标名称（单位） | 2020年 | 2025年 | 年均增速 | 属性 |',
      '| （1）地区生产总值（亿元） | 400 | | 5 | 预期性 |',
      '| （2）城镇化率（%） | 65.6 | 75 | —— | 约束性 |',
      '专栏1 重点工程',
      '1．平台工程：建设平台。',
      '2．人才工程：引进人才。',
    ].join('\n');
    const { document, indicators, responsibilities } = parseText(text, infoOf('plan.txt', text));
    expect(outlineOf(document, indicators, responsibilities)).toMatchObject({
      documentId: 'plan',
      title: 'plan',
      pages: null,
      sections: [
        {
          kind: 'chapter',
          number: '第一章',
          title: '总则',
          lines: [1, 9],
          page: null,
          children: [
            {
              kind: 'section',
              number: '第一节',
              title: '目标',
              lines: [2, 9],
              page: null,
              children: [
                {
                  kind: 'item',
                  number: '一、',
                  title: '增长',
                  lines: [3, 6],
                  page: null,
                  children: [],
                },
                {
                  kind: 'panel',
                  number: '专栏1',
                  title: '重点工程',
                  lines: [7, 9],
                  page: null,
                  children: [],
                },
              ],
            },
          ],
        },
      ],
      indicators: [
        {
          number: 1,
          name: '地区生产总值',
          unit: '亿元',
          base: '400',
          target: null,
          change: '5',
          property: '预期性',
          group: null,
          lines: [5, 5],
        },
        {
          number: 2,
          name: '城镇化率',
          unit: '%',
          base: '65.6',
          target: '75',
          change: '——',
          property: '约束性',
          group: null,
          lines: [6, 6],
        },
      ],
      responsibilities: [],
    });
  });

  it('has the tasks with who does them', async () => {
    const { document, indicators, responsibilities } = await parseSeed('zichuan-2023-tasks');
    const outline = outlineOf(document, indicators, responsibilities);
    expect(outline.responsibilities[0]).toEqual({
      number: 1,
      title: '加快高能级创新平台建设',
      leads: ['区科技局'],
      supports: ['区发改局'],
    });
    expect(outline.sections[0]?.children[0]).toMatchObject({ kind: 'task', number: '1.' });
  });
});
