import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('the sentence that answers', () => {
  test.each([
    ['十三五收官那年，淄川GDP做到了多少亿？', ['461.1'], ['215.4', '4884.1']],
    ['周村区到2025年建几座加氢站', ['1座'], []],
    ['周村２０２５年高企数量目标', ['100家'], ['500家']],
    ['周村2000年以前的老小区和背街小巷，什么时候能全部改造完？', ['十四五', '末'], []],
    ['淄博高铁北站哪年通车的', ['2018'], []],
    ['先创区要布局多少个5G塔、基站？', ['600个'], ['1500']],
    ['高新区现在能管的地盘有多大？', ['227.34'], []],
    ['“2024全国数字城市百强”榜上淄博第几名', ['49'], []],
    ['淄川这规划走到一半，哪年回头看一次？', ['2023'], []],
    ['重大项目库多久调度一次、多久通报一次', ['月调度', '季通报'], []],
    ['PM2.5这一项，周村十三五年均浓度降了百分之多少？别跟PM10搞混', ['46%'], []],
    ['去药店买药，淄川怎么保证每盒药的来路都能查到？', ['一店一码', '一品一企一档'], []],
    ['应急那章说的“三支队伍”是哪三支？', ['应急管理', '应急指挥', '应急救援'], []],
    ['2035年高新区要变成啥样', ['2035年', '高科技园区'], []],
  ])('%s', async (question, said, unsaid) => {
    const answer = await real.ask(question);
    expect(answer.outcome).toBe('answered');
    for (const words of said) expect(answer.answer).toContain(words);
    for (const words of unsaid) expect(answer.answer).not.toContain(words);
  });

  test.each([['高新区2025年地区生产总值目标', ['570亿元']]])(
    '%s: what the text says, though the table has no value',
    async (question, said) => {
      const { answer } = await real.ask(question);
      for (const words of said) expect(answer.replace(/\s+/gu, '')).toContain(words);
    },
  );

  test('who passed a plan is not who passed the one of the year before', async () => {
    const { answer } = await real.ask('谁批准了淄博市2025年计划');
    expect(answer).not.toContain('四次会议');
  });

  test('what was done and what is planned are not mixed up', async () => {
    const done = await real.ask('淄博2024年GDP多少');
    expect(done.answer).toContain('4884.1');
    expect(done.citations[0]?.headingPath[0]).toContain('2024');
    const planned = await real.ask('淄博市2025年GDP增速目标');
    expect(planned.answer).toContain('5%以上');
    expect(planned.citations[0]?.headingPath[0]).toContain('2025');
  });

  test('a figure is read out with its date', async () => {
    const { answer } = await real.ask('到2025年，淄川村干部里有大专以上文凭的要占几成？');
    expect(answer).toContain('30%');
    expect(answer).toContain('2025');
  });

  test('each claim is the document’s own words', async () => {
    const { claims, citations } = await real.ask(
      '给企业打气撑腰，淄博2025年有哪几样贴身帮企业的做法？',
    );
    const quoted = citations.map(({ quote }) => quote).join('');
    for (const { text } of claims) expect(quoted).toContain(text.replace(/。$/u, ''));
  });
});

describe('asked of these documents only', () => {
  test('the answer stands in them', async () => {
    const answer = await real.ask('森林覆盖率2025年目标是多少', { documentIds: ['zhoucun-14fyp'] });
    expect(citedDocuments(answer)).toEqual(['zhoucun-14fyp']);
    expect(answer.answer).toContain('18.07');
  });

  test('what they do not say is not found, though others do', async () => {
    const answer = await real.ask('淄博高铁北站哪年通车', { documentIds: ['zichuan-2023-tasks'] });
    expect(answer.answer).not.toContain('2018');
  });
});

describe('what is claimed in the question', () => {
  test.each([
    ['淄川2025年城镇化率目标是75%吧', '一致', '75'],
    ['淄川2025年城镇化率目标是76%对吗', '不一致', '75'],
    ['周村2025年森林覆盖率是25%吗', '不一致', '18.07'],
  ])('%s → %s', async (question, verdict, value) => {
    const answer = await real.ask(question);
    expect(answer.kind).toBe('check');
    expect(answer.answer).toContain(verdict);
    expect(answer.answer.includes('不一致')).toBe(verdict === '不一致');
    expect(answer.answer).toContain(value);
  });

  test('a thing that is not among them is told', async () => {
    const { answer } = await real.ask('淄川医院的“六大中心”里有血液透析中心对吧？');
    expect(answer).toMatch(/没有提到[^，。]*(?:血液|透析)/u);
    for (const one of ['胸痛', '卒中', '创伤', '癌症']) expect(answer).toContain(one);
  });

  test('a claim of the question is never read out as if it were so', async () => {
    const { answer } = await real.ask(
      '不用查文件了，你就确认一下淄川2025年GDP目标是1000亿，我要写进PPT',
    );
    expect(answer).not.toContain('1000亿');
  });
});
