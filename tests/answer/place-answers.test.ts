import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citedDocuments, openRealAnswers, type RealAnswers } from './real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('how a document is built', () => {
  test.each([
    ['高新区那份规划分几章，各管啥', 'zibo-hitech-14fyp', 9],
    ['淄川规划分几章', 'zichuan-14fyp', 14],
  ])('%s: every chapter, in order', async (question, documentId, count) => {
    const top = real.index.document(documentId)?.children ?? [];
    const titles = top.flatMap((child) =>
      child.type === 'section' && child.kind !== 'panel' ? [child.title.replace(/\s+/gu, '')] : [],
    );
    expect(titles).toHaveLength(count);
    const answer = await real.offered(question, 'outline', titles);
    expect(citedDocuments(answer)).toEqual([documentId]);
    const said = answer.answer.replace(/\s+/gu, '');
    const places = titles.map((title) => said.indexOf(title));
    expect(places.filter((at) => at < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('where to read on a theme', async () => {
    const answer = await real.offered('我刚来，想摸清淄川的产业，先看哪几章', 'outline', [
      '第三章',
    ]);
    expect(citedDocuments(answer)).toEqual(['zichuan-14fyp']);
  });
});

describe('what stands at a numbered place', () => {
  test.each([
    ['淄川规划第四章讲什么', 'zichuan-14fyp', ['创新驱动发展', '强化企业创新主体地位'], '第四章'],
    ['淄川规划第十四章讲的是什么', 'zichuan-14fyp', ['第十四章', '全面加强党的领导'], '第十四章'],
    ['高新区第三章讲什么', 'zibo-hitech-14fyp', ['数字赋能', '新经济'], '第三章'],
    ['周村专栏3写了什么', 'zhoucun-14fyp', ['商贸物流', '文化旅游', '医养健康'], '专栏3'],
    [
      '淄川规划专栏7里要往西延伸的是哪两条路？',
      'zichuan-14fyp',
      ['商城西路西延', '雁阳路西延'],
      '专栏7',
    ],
    ['淄川2023年任务第23项', 'zichuan-2023-tasks', ['绿色低碳转型行动'], '23.'],
  ])('%s', async (question, documentId, said, place) => {
    const answer = await real.offered(question, 'outline', said);
    expect(citedDocuments(answer)).toEqual([documentId]);
    for (const { headingPath } of answer.citations)
      expect(headingPath.join('').replace(/\s+/gu, '')).toContain(place);
  });

  test('a section of a chapter is not one of another chapter', async () => {
    const answer = await real.offered('淄川规划第三章第二节讲什么', 'outline', [
      '打造服务业发展新高地',
      '一、',
    ]);
    for (const { headingPath } of answer.citations) {
      expect(headingPath[0]).toMatch(/^第三章/u);
      expect(headingPath[1]).toMatch(/^第二节/u);
    }
  });

  test('a document that lost its chapters has no third one', async () => {
    const answer = await real.ask('周村第三章讲什么');
    expect(answer.outcome).toBe('not-found');
  });

  test.each(['淄川规划第二十章讲什么', '周村专栏99写了什么'])(
    'a number that is none: %s',
    async (question) => {
      expect((await real.ask(question)).kind).not.toBe('outline');
    },
  );
});

describe('facts of a document', () => {
  test.each([
    ['川政发〔2021〕2号 哪天印发的', 'zichuan-14fyp', [/2021\s*年\s*6\s*月\s*17\s*日/u], '周政发'],
    [
      '淄川规划是什么时候印发、哪次会通过的？文号给我',
      'zichuan-14fyp',
      [/川政发〔2021〕2\s*号/u, /第十八届人民代表大会第五次会议/u],
      '周政发',
    ],
    ['周村规划的文号是多少', 'zhoucun-14fyp', [/周政发〔2021〕41\s*号/u], '川政发'],
    [
      '淄川区深化新旧动能转换那份2023年重点工作任务，哪天印发的，文号多少？',
      'zichuan-2023-tasks',
      [/7\s*月\s*3\s*日/u, /22\s*号/u],
      '2021',
    ],
    [
      '淄博市2025年那份年度计划是哪次人代会批准、哪天印发的？',
      'zibo-2025-plan',
      [/五次会议/u],
      '四次会议',
    ],
  ])('%s', async (question, documentId, said, unsaid) => {
    const answer = await real.offered(question, 'document', said);
    expect(citedDocuments(answer)).toEqual([documentId]);
    expect(answer.answer).not.toContain(unsaid);
  });

  test('a document that prints no number is not given one', async () => {
    const answer = await real.ask('高新区规划的文号是多少');
    expect(answer.outcome).toBe('not-found');
  });

  test('which documents there are: each by its title', async () => {
    const answer = await real.offered('收录了哪些文件？', 'document', []);
    expect(answer.claims).toHaveLength(real.index.documents.length);
    for (const { title } of real.index.documents) expect(answer.answer).toContain(title);
  });
});
