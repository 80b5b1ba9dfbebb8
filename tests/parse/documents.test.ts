import { beforeAll, describe, expect, it } from 'vitest';
import type { SectionKind } from '../../src/model.ts';
import { numberPages } from '../../src/parse/pages.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import {
  blocksIn,
  countOutsidePanels,
  type ParsedSeed,
  parseSeeds,
  sectionsIn,
  seedIn,
} from './documents.ts';

let seeds: ReadonlyMap<string, ParsedSeed>;
beforeAll(async () => {
  seeds = await parseSeeds();
});

const seed = (id: string): ParsedSeed => seedIn(seeds, id);

function section(id: string, number: string, title: string) {
  const found = sectionsIn(seed(id).document.children).find(
    (one) => one.number === number && one.title.startsWith(title),
  );
  if (found === undefined) throw new Error(`no heading ${number} ${title}`);
  return found;
}

function textsOf(id: string): readonly string[] {
  return blocksIn(seed(id).document.children).flatMap((block) =>
    block.type === 'text' ? [block.text] : [],
  );
}

describe('what the five plans hold', () => {
  it.each<[string, SectionKind, number]>([
    ['zichuan-14fyp', 'chapter', 14],
    ['zichuan-14fyp', 'section', 50],
    ['zichuan-14fyp', 'item', 140],
    ['zichuan-14fyp', 'panel', 12],
    ['zhoucun-14fyp', 'chapter', 0],
    ['zhoucun-14fyp', 'panel', 8],
    ['zhoucun-14fyp', 'point', 6],
    ['zibo-2025-plan', 'item', 3],
    ['zibo-2025-plan', 'subitem', 13],
    ['zibo-2025-plan', 'point', 51],
    ['zibo-hitech-14fyp', 'chapter', 9],
    ['zibo-hitech-14fyp', 'section', 35],
    ['zibo-hitech-14fyp', 'item', 75],
    ['zibo-hitech-14fyp', 'subitem', 9],
    ['zichuan-2023-tasks', 'item', 12],
    ['zichuan-2023-tasks', 'task', 66],
    ['zichuan-2023-tasks', 'point', 0],
  ])('%s: %s × %d', (id, kind, count) => {
    expect(countOutsidePanels(seed(id).document.children, kind)).toBe(count);
  });

  it.each([
    ['zichuan-14fyp', 21],
    ['zhoucun-14fyp', 21],
    ['zibo-hitech-14fyp', 21],
    ['zibo-2025-plan', 0],
    ['zichuan-2023-tasks', 0],
  ])('%s: %d indicators', (id, count) => {
    expect(seed(id).indicators).toHaveLength(count);
  });

  it('does not take many times as long as it should for all five', () => {
    const texts = [...seeds.values()];
    const start = performance.now();
    for (const { text, document } of texts) parseDocument(text, document.info);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('zichuan-14fyp', () => {
  it('counts 127 pages and is right at every printed mark', () => {
    const { document, text } = seed('zichuan-14fyp');
    expect(document.pages).toBe(127);
    const { ofLine } = numberPages(text.split('\n'));
    const marks = text.split('\n').flatMap((line, index) => {
      const mark = /^—\s(\d+)\s—$/.exec(line.trim())?.[1];
      return mark === undefined ? [] : [[Number(mark), ofLine[index]]];
    });
    expect(marks).toEqual([2, 7, 31, 94, 116, 117, 119].map((page) => [page, page]));
  });

  it('ends the preface where it was torn off', () => {
    expect(textsOf('zichuan-14fyp')).toContain(
      '规划期限为 2021-2025年，远景展望至 2035年。淄川区人民',
    );
  });

  it('joins sentences over page breaks', () => {
    const texts = textsOf('zichuan-14fyp').join('\n');
    expect(texts).toContain('税收占一般公共财政预算收入比重达到 77.24%');
    expect(texts).toContain('“3+3+3”全生命周期创新生态经验做法');
    expect(texts).toContain('规范灵活就业人员参保缴费政策');
  });

  it('keeps what is numbered in a panel inside, and what follows out', () => {
    const panel = section('zichuan-14fyp', '专栏 1', '“十四五”期间制造业重点建设项目');
    expect(panel.lines).toEqual([1321, 1466]);
    expect(panel.children.map((child) => child.type === 'section' && child.number)).toEqual([
      '一、',
      '二、',
      '三、',
    ]);
    for (const [number, inside] of [
      ['专栏 8', 2],
      ['专栏 11', 3],
    ] as const) {
      expect(section('zichuan-14fyp', number, '').children).toHaveLength(inside);
    }
    const parent = section('zichuan-14fyp', '第一节', '打造全国新型工业制造强区');
    expect(parent.children.at(-1)).toBe(panel);
  });

  it('takes a point title over its line end', () => {
    const point = section('zichuan-14fyp', '1．', '举全区之力');
    expect(point.title).toBe('举全区之力支持淄川经济开发区升格为国家级经济技术开发区');
    expect(point.headingLines).toEqual([1086, 1088]);
  });
});

describe('zhoucun-14fyp', () => {
  it('invents no chapters: what has no heading stands at the root with its lead', () => {
    const { children } = seed('zhoucun-14fyp').document;
    const lead = children.find(
      (child) => child.type === 'text' && child.text.startsWith('综合实力稳步提升。'),
    );
    expect(lead).toMatchObject({ lead: '综合实力稳步提升', lines: [23, 23] });
    expect(textsOf('zhoucun-14fyp').join('\n')).not.toContain('力开启新时代现代化强区建设新征程\n');
  });

  it('ends each panel with the text between its bars', () => {
    const panels = sectionsIn(seed('zhoucun-14fyp').document.children).filter(
      ({ kind }) => kind === 'panel',
    );
    expect(panels.map(({ number }) => number)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `专栏${number}`),
    );
    expect(panels.map(({ lines }) => lines)).toEqual(
      [210, 232, 248, 330, 335, 362, 391, 410].map((line) => [line, line + 1]),
    );
    expect(panels.map(({ children }) => children.length)).toEqual([3, 3, 3, 2, 2, 2, 4, 2]);
  });
});

describe('zibo-2025-plan', () => {
  it('gives the closing paragraph of part one to part one', () => {
    const part = section('zibo-2025-plan', '一、', '2024年');
    const last = part.children.at(-1);
    expect(last).toMatchObject({ type: 'text', lines: [34, 34] });
    expect(section('zibo-2025-plan', '(七)', '民生保障').lines).toEqual([33, 33]);
  });

  it('keeps the text before 一是 with its subitem and drops the foot of the web page', () => {
    const subitem = section('zibo-2025-plan', '(一)', '经济运行');
    expect(subitem.children[0]).toMatchObject({
      text: '(一)经济运行总体平稳。全市地区生产总值实现4884.1亿元,同比增长5.5%。',
    });
    expect(
      subitem.children.slice(1).map((child) => child.type === 'section' && child.title),
    ).toEqual([
      '有效投资扩量提质',
      '消费潜力不断释放',
      '外资外贸回稳向好',
      '财政金融稳定运行',
      '助企帮扶持续加力',
    ]);
    expect(textsOf('zibo-2025-plan').join('')).not.toContain('扫码');
  });
});

describe('zibo-hitech-14fyp', () => {
  it('takes chapter titles over two lines', () => {
    const chapters = seed('zibo-hitech-14fyp').document.children.filter(
      (child) => child.type === 'section',
    );
    expect(chapters[0]?.title).toBe(
      '以习近平新时代中国特色社会主义思想为指导，谱写跨越式、高质量发展新篇章',
    );
    expect(chapters[1]?.title).toBe(
      '立足新发展阶段、贯彻新发展理念、融入新发展格局，争当全市产业发展、创新发展、开放发展、社会发展先行者和排头兵',
    );
  });

  it('drops the debris of the picture and keeps its caption', () => {
    const texts = textsOf('zibo-hitech-14fyp').join('\n');
    expect(texts).not.toMatch(/image1|Renimetuy|fmm/);
    expect(texts).toContain('图1：淄博高新区“一核”“两城”“三区”空间布局');
  });
});

describe('zichuan-2023-tasks', () => {
  it('finds the task behind the bookmark and keeps the foot out of the last one', () => {
    expect(section('zichuan-2023-tasks', '43.', '促进农民全面发展').lines).toEqual([74, 74]);
    expect(section('zichuan-2023-tasks', '66.', '强化政策支持').lines).toEqual([102, 102]);
    expect(textsOf('zichuan-2023-tasks').join('\n')).toContain('抄送：区委办公室');
  });
});
