import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentInfo, readFrontMatter } from '../../src/catalogue/front-matter.ts';
import { loadSeedTexts } from '../seed-texts.ts';

const SEEDS_DIR = join(import.meta.dirname, '../../seeds');

describe('the head of the five plans', () => {
  it.each([
    {
      id: 'zichuan-14fyp',
      title: '淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      shortTitle: '淄川区“十四五”规划',
      region: '淄川区',
      issuer: '淄川区人民政府',
      documentNumber: '川政发〔2021〕2号',
      issuedOn: '2021-06-17',
      period: [2021, 2025],
      kind: 'five-year-plan',
    },
    {
      id: 'zhoucun-14fyp',
      title: '周村区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      shortTitle: '周村区“十四五”规划',
      region: '周村区',
      issuer: '周村区人民政府',
      documentNumber: '周政发〔2021〕41号',
      issuedOn: '2021-07-15',
      period: [2021, 2025],
      kind: 'five-year-plan',
    },
    {
      id: 'zibo-2025-plan',
      title: '淄博市2025年国民经济和社会发展计划',
      shortTitle: '淄博市2025年计划',
      region: '淄博市',
      issuer: '淄博市人民政府',
      documentNumber: '淄政字〔2025〕34号',
      issuedOn: '2025-03-21',
      period: [2025, 2025],
      kind: 'annual-plan',
    },
    {
      id: 'zibo-hitech-14fyp',
      title: '淄博高新区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
      shortTitle: '淄博高新区“十四五”规划',
      region: '淄博高新区',
      issuer: null,
      documentNumber: null,
      issuedOn: null,
      period: [2021, 2025],
      kind: 'five-year-plan',
    },
    {
      id: 'zichuan-2023-tasks',
      title: '淄川区深化新旧动能转换推动绿色低碳高质量发展2023年重点工作任务',
      shortTitle: '淄川区2023年重点任务',
      region: '淄川区',
      issuer: '淄川区人民政府办公室',
      documentNumber: '川政办字〔2023〕22号',
      issuedOn: '2023-07-03',
      period: [2023, 2023],
      kind: 'task-list',
    },
  ])('$id', async (expected) => {
    const infos = (await loadSeedTexts(SEEDS_DIR)).map(documentInfo);
    expect(infos.find(({ id }) => id === expected.id)).toMatchObject(expected);
  });
});

describe('readFrontMatter', () => {
  it('reads a plan that a congress adopted', () => {
    const head = readFrontMatter(
      '张店区国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要\n（2021年2月5日张店区第十八届人民代表大会第五次会议通过）\n目 录\n第一章 发展基础\n',
    );
    expect(head).toEqual({
      title: '张店区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
      documentNumber: null,
      issuer: null,
      issuedOn: '2021-02-05',
      publishedOn: null,
      period: [2021, 2025],
      kind: 'five-year-plan',
      region: '张店区',
    });
  });

  it('reads label and value on one line', () => {
    const head = readFrontMatter(
      '标题：桓台县人民政府关于印发桓台县新材料产业三年行动计划（2023—2025年）的通知\n文号：桓政发〔2023〕8号\n发文机关：桓台县人民政府\n成文日期：2023-05-06\n正文。',
    );
    expect(head).toMatchObject({
      documentNumber: '桓政发〔2023〕8号',
      issuer: '桓台县人民政府',
      issuedOn: '2023-05-06',
      region: '桓台县',
    });
  });

  it.each([
    ['山东省淄博市张店区2024年重点工作任务', '张店区', 'task-list', [2024, 2024]],
    [
      '青岛西海岸新区国民经济和社会发展第十五个五年规划纲要',
      '青岛西海岸新区',
      'five-year-plan',
      [2026, 2030],
    ],
    ['新材料产业三年行动计划（2023—2025年）', null, 'other', [2023, 2025]],
    ['全区2024年重点工作任务', null, 'task-list', [2024, 2024]],
  ])('%s', (title, region, kind, period) => {
    expect(readFrontMatter(`${title}\n\n一、总体要求\n`)).toMatchObject({
      title,
      region,
      kind,
      period,
    });
  });

  it.each(['', '一、总体要求\n抓好落实。', '今天开会，研究了2024年3月5日的安排。\n请各单位落实。'])(
    'invents nothing for %j',
    (text) => {
      expect(readFrontMatter(text)).toEqual({
        title: null,
        documentNumber: null,
        issuer: null,
        issuedOn: null,
        publishedOn: null,
        period: null,
        kind: 'other',
        region: null,
      });
    },
  );

  it('lets the catalogue win and falls back on the file name', () => {
    const seed = { text: '一、总体要求\n' };
    expect(documentInfo({ ...seed, entry: { file: 'x.txt' } })).toMatchObject({
      id: 'x',
      title: 'x',
      shortTitle: 'x',
      aliases: [],
    });
    const entry = {
      file: 'x.txt',
      id: 'y',
      title: '题',
      region: '临淄区',
      period: [2020, 2022] as [number, number],
      kind: 'other' as const,
      aliases: ['临淄'],
    };
    expect(documentInfo({ ...seed, entry })).toMatchObject({
      id: 'y',
      title: '题',
      shortTitle: '临淄区题',
      region: '临淄区',
      period: [2020, 2022],
      aliases: ['临淄'],
    });
  });
});
