import { expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { infoOf, parseText } from '../parse/documents.ts';

const documentOf = (...body: readonly string[]) => {
  const text = ['甲市国民经济和社会发展第十五个五年规划纲要', '', ...body].join('\n');
  return parseText(text, infoOf('a.txt', text)).document;
};

const DRAFT = documentOf(
  '第一章 发展目标',
  '',
  '到2030年，常住人口城镇化率达到75%，森林覆盖率达到30%以上。',
  '',
  '坚持创新驱动发展，建设区域科技创新中心。',
  '',
  '办好每一所学校。',
  '',
  '第二章 产业',
  '',
  '做强装备制造业。',
);

const FINAL = documentOf(
  '第一章 发展目标',
  '',
  '到2030年，常住人口城镇化率达到78%，森林覆盖率达到30%以上。',
  '',
  '坚持创新驱动发展，建设全国科技创新中心。',
  '',
  '第二章 现代产业',
  '',
  '做强 装备制造业。',
  '',
  '新建产业园区3个。',
);

test('what changed is told by paragraph, figures first, and word by word', () => {
  const changes = compareDocuments(DRAFT, FINAL);
  expect(
    changes.map(({ type, isFigure, before, after }) => [type, isFigure, before, after]),
  ).toEqual([
    ['text', true, expect.stringContaining('75%'), expect.stringContaining('78%')],
    ['text', true, null, '新建产业园区3个。'],
    ['text', false, expect.stringContaining('区域科技'), expect.stringContaining('全国科技')],
    ['text', false, '办好每一所学校。', null],
    ['heading', false, '第二章 产业', '第二章 现代产业'],
  ]);
  expect(changes[0]?.pieces).toEqual([
    { in: 'both', text: '到2030年，常住人口城镇化率达到' },
    { in: 'before', text: '75%' },
    { in: 'after', text: '78%' },
    { in: 'both', text: '，森林覆盖率达到30%以上。' },
  ]);
  expect(changes[0]?.headingPath).toEqual(['第一章 发展目标']);
});

test('an edition is no change of itself', () => {
  expect(compareDocuments(DRAFT, DRAFT)).toEqual([]);
});

test('of a table each cell that changed is told with its row and column', () => {
  const table = (target: string) =>
    documentOf(
      '第一章 发展目标',
      '',
      '“十五五”时期主要指标',
      '',
      '指标\t2025年\t2030年\t属性',
      `1. 常住人口城镇化率（%）\t65.6\t${target}\t预期性`,
      '2. 森林覆盖率（%）\t28\t30\t约束性',
      '3. 城镇调查失业率（%）\t5.1\t5.5\t预期性',
    );
  const changes = compareDocuments(table('75'), table('78'));
  expect(changes.map(({ before, after, isFigure }) => [before, after, isFigure])).toEqual([
    ['75', '78', true],
  ]);
  expect(changes[0]?.name).toMatch(/常住人口城镇化率.*2030年/u);
});
