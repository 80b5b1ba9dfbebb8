import { beforeAll, describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model.ts';
import { isOnlyHeading } from '../../src/parse/heading-text.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { toPassages } from '../../src/parse/passages.ts';
import {
  blocksIn,
  infoOf,
  type ParsedSeed,
  parseSeeds,
  parseText,
  plain,
  sectionsIn,
  seedIn,
} from './documents.ts';

const IDS = [
  'zhoucun-14fyp',
  'zibo-2025-plan',
  'zibo-hitech-14fyp',
  'zichuan-14fyp',
  'zichuan-2023-tasks',
];

let seeds: ReadonlyMap<string, ParsedSeed>;
beforeAll(async () => {
  seeds = await parseSeeds();
});

const seed = (id: string): ParsedSeed => seedIn(seeds, id);

function textsOf(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ kind }) => kind === 'text');
}

describe.each(IDS)('passages of %s', (id) => {
  it('quotes nothing that does not stand in the seed', () => {
    const { text, passages } = seed(id);
    const printed = plain(text);
    const invented = passages.flatMap(({ quotable }) =>
      quotable.split('\n').filter((line) => !printed.includes(plain(line))),
    );
    expect(invented).toEqual([]);
  });

  it('loses none of the text and says none of it twice', () => {
    const { document, passages } = seed(id);
    const body = blocksIn(document.children).flatMap((block) =>
      block.type === 'text' && block.kind !== 'front' ? [plain(block.text)] : [],
    );
    const headings = sectionsIn(document.children).map(
      ({ number, title }) => `${plain(number ?? '')}${plain(title)}。`,
    );
    // A run-in heading with nothing after it is in the outline alone.
    const expected = body.filter((text) => !headings.includes(text)).join('');
    const covered = textsOf(passages)
      .map((passage) => plain(passage.text))
      .join('');
    expect(covered).toBe(expected);
  });

  it('covers the seed: what is in no passage is less than one character in a hundred', () => {
    const { text, passages, document } = seed(id);
    const inText = passages.filter(({ kind }) => kind !== 'outline');
    const covered = inText.reduce((sum, { quotable }) => sum + plain(quotable).length, 0);
    const standalone = sectionsIn(document.children).filter((section) => {
      const [first] = section.children;
      const isRunIn = first?.type === 'text' && first.text.startsWith(section.number ?? '');
      return !isRunIn || isOnlyHeading(first.text, section);
    });
    const headings = standalone.reduce(
      (sum, { number, title }) => sum + plain(number ?? '').length + plain(title).length,
      0,
    );
    expect(covered + headings).toBeGreaterThan(plain(text).length * 0.99);
    expect(covered + headings).toBeLessThanOrEqual(plain(text).length * 1.001);
  });

  it('keeps to the length it aims at', () => {
    const lengths = textsOf(seed(id).passages).map(({ text }) => plain(text).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
    expect(lengths.filter((length) => length > 350).length).toBeLessThanOrEqual(1);
    expect(lengths.filter((length) => length >= 80).length).toBeGreaterThan(lengths.length * 0.85);
  });

  it('never crosses a section, and its path is the way to it', () => {
    const { document, passages } = seed(id);
    const starts = sectionsIn(document.children).map(({ headingLines }) => headingLines[0]);
    for (const { lines, kind } of textsOf(passages)) {
      const crossed = starts.filter((start) => start > lines[0] && start <= lines[1]);
      expect([kind, crossed]).toEqual(['text', []]);
    }
  });

  it('has ids that stay, differ, and do not hang on where a passage stands', () => {
    const { document, passages, text } = seed(id);
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(passages.length);
    expect(passages.every((passage) => /^[0-9a-f]{16}$/.test(passage.id))).toBe(true);
    expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, index) => index));
    const shifted = toPassages(parseDocument(`\n\n${text}`, document.info));
    expect(shifted.map((passage) => passage.id)).toEqual(passages.map((passage) => passage.id));
  });
});

describe('what a passage says', () => {
  it('names the place as printed', () => {
    const paths = (id: string, start: string) =>
      seed(id).passages.find(({ kind, text }) => kind === 'text' && text.startsWith(start))
        ?.headingPath;
    expect(paths('zichuan-14fyp', '1．汽车及零部件产业集群。')).toEqual([
      '第三章 加快动能转换 构建优势特色产业体系',
      '第一节 打造全国新型工业制造强区',
      '二、培育八大优势产业集群',
      '1．汽车及零部件产业集群',
    ]);
    expect(paths('zichuan-14fyp', '山东日日顺')?.at(-1)).toBe(
      '专栏 2 “十四五”期间服务业重点建设项目',
    );
    expect(paths('zibo-2025-plan', '一是有效投资')).toEqual([
      '一、2024年国民经济和社会发展计划执行情况',
      '(一)经济运行总体平稳',
      '一是有效投资扩量提质',
    ]);
    expect(paths('zibo-hitech-14fyp', '（一）综合经济实力')?.at(-1)).toBe(
      '（一）综合经济实力稳步提升',
    );
    expect(paths('zichuan-2023-tasks', '9. 持续壮大')).toEqual([
      '二、持续深化新旧动能转换',
      '9. 持续壮大产业链群',
    ]);
    expect(paths('zhoucun-14fyp', '玻璃机械产业。')).toEqual([
      '1.大力发展高端装备制造业',
      '玻璃机械产业',
    ]);
    expect(paths('zhoucun-14fyp', '——区域融合发展')).toEqual(['区域融合发展实现突破']);
    expect(paths('zichuan-14fyp', '规划期限为')).toEqual(['前言']);
  });

  it('repeats title and columns for a row and says which cell is missing', () => {
    const row = seed('zhoucun-14fyp').passages.find(({ quotable }) => quotable.startsWith('(17)'));
    expect(row).toMatchObject({
      kind: 'row',
      text: '绿色生态｜指标名称(单位)：(17)空气质量优良天数比率(%)；2020年：63.1；2025年：原文此格缺失；年均增速/[累计]：——；属性：约束性',
      quotable: '(17)空气质量优良天数比率(%) 63.1 —— 约束性',
      lines: [160, 164],
    });
    const titled = seed('zichuan-14fyp').passages.find(({ quotable }) =>
      quotable.startsWith('（2）'),
    );
    expect(titled?.headingPath.at(-1)).toBe('淄川区“十四五”时期经济和社会发展主要指标');
    expect(titled).toMatchObject({ lines: [725, 725], page: 17 });
  });

  it('lists the headings under a heading before anything else of it', () => {
    const [root, ...rest] = seed('zichuan-2023-tasks').passages;
    expect(root).toMatchObject({ kind: 'outline', headingPath: [] });
    expect(root?.text.split('\n')).toHaveLength(13);
    const part = rest.find(({ kind }) => kind === 'outline');
    expect(part?.text.split('\n')).toEqual([
      '一、加快推进科技创新驱动发展',
      '1. 加快高能级创新平台建设',
      '2. 加强关键核心技术攻关',
      '3. 培优做强科技创新主力军',
      '4. 加大高端人才引育力度',
      '5. 深化产教融合',
      '6. 提升科技成果转化精度',
    ]);
  });

  it('keeps the notice of a document together', () => {
    const front = seed('zibo-2025-plan').passages.filter(({ kind }) => kind === 'front');
    expect(
      front.some(({ text }) => plain(text).includes('淄博市人民政府2025年3月21日(此件公开发布)')),
    ).toBe(true);
    expect(
      front.some(({ text }) => text.includes('已经淄博市第十六届人民代表大会第五次会议批准')),
    ).toBe(true);
  });

  it('knows line and page of each half of a long paragraph', () => {
    const halves = seed('zichuan-14fyp').passages.filter(
      ({ headingPath, kind }) => kind === 'text' && headingPath.at(-1) === '七、社会事业全面发展',
    );
    expect(halves.map(({ lines, page }) => [lines, page])).toEqual([
      [[283, 297], 6],
      [[297, 315], 6],
    ]);
  });

  it('joins short neighbours, but not over a lead', () => {
    const text = [
      '一、目标',
      '发展目标如下。',
      '总量再上台阶。',
      '民生改善。收入增长，就业稳定。',
    ].join('\n');
    const { passages } = parseText(text, infoOf('plan.txt', text));
    expect(passages.map(({ text: said, headingPath }) => [headingPath.at(-1), said])).toEqual([
      ['一、目标', '发展目标如下。\n总量再上台阶。'],
      ['民生改善', '民生改善。收入增长，就业稳定。'],
    ]);
  });

  it('tells equal paragraphs of one section apart', () => {
    const same = `加强组织领导。${'落实责任，健全机制，'.repeat(12)}确保实效。`;
    const text = ['一、保障', same, same].join('\n');
    const { passages } = parseText(text, infoOf('plan.txt', text));
    expect(passages).toHaveLength(2);
    expect(passages[0]?.id).not.toBe(passages[1]?.id);
  });

  it('does not quote a title that only the catalogue knows', () => {
    const text = '一、目标\n全力以赴。\n二、任务\n抓好落实。';
    const info = { ...infoOf('plan.txt', text), title: '目录里的名称' };
    const [outline] = parseText(text, info).passages;
    expect(outline?.text).toBe('目录里的名称\n一、目标\n二、任务');
    expect(outline?.quotable).toBe('一、目标\n二、任务');
  });
});

it('quotes the lines apart between which a website printed its own', () => {
  const text = [
    '2026年某市政府工作报告',
    '——2026年1月25日在某市第十届人民代表大会第一次会议上',
    '来源：某市日报',
    '时间：2026-02-02',
    '某市市长 张三',
    '一、2025年工作回顾',
    '全市生产总值增长5%。',
    '二、2026年工作安排',
    '全市生产总值增长6%。',
  ].join('\n');
  const { passages } = parseText(text, infoOf('sample', '某市政府工作报告'));
  const fronts = passages.filter(({ kind }) => kind === 'front').map(({ quotable }) => quotable);
  expect(fronts.length).toBeGreaterThan(1);
  for (const quotable of fronts) expect(plain(text)).toContain(plain(quotable));
});
