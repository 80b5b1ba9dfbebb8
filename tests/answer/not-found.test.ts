import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRealAnswers, type RealAnswers } from './real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

describe('what the documents do not say', () => {
  test.each([
    ['张店区2025年常住人口城镇化率目标是多少？', '张店区'],
    ['博山区十四五末森林覆盖率目标', '博山区'],
    ['桓台县2025年粮食综合生产能力多少万吨', '桓台县'],
    ['北京市2025年GDP目标是多少', '北京市'],
    ['淄博经开区十四五R&D经费占比目标是多少', '淄博经开区'],
  ])('%s: there is no document of %s', async (question, region) => {
    const answer = await real.ask(question);
    expect(answer.outcome).toBe('not-found');
    expect(answer.answer.split('\n')[0]).toContain(region);
  });

  test.each([
    ['张店2025年城镇化率目标是多少', '张店'],
    ['博山的森林覆盖率2025年目标', '博山'],
    ['桓台2025年粮食产量目标多少万吨', '桓台'],
  ])('%s: nor of %s, however short its name', async (question, region) => {
    const answer = await real.ask(question);
    expect(answer.outcome).toBe('not-found');
    expect(answer.answer).toContain(region);
  });

  test('one place of two without a document is told', async () => {
    const { answer, notes } = await real.ask('张店区和淄川区2025年城镇化率目标各是多少');
    expect([answer, ...notes].join()).toContain('张店区');
  });

  test('a count is not answered by a sentence without any', async () => {
    expect((await real.ask('淄川有几位全国劳模')).outcome).toBe('not-found');
  });

  test.each(['周村2025年铁路货运量多少万吨', '文昌湖2025年森林覆盖率目标是多少'])(
    '%s: what they say is a figure of something else',
    async (question) => {
      expect(await real.ask(question)).toMatchObject({ outcome: 'not-found', citations: [] });
    },
  );

  test.each([
    ['淄川区2045年常住人口城镇化率是多少', '2045'],
    ['淄川区1980年城镇化率是多少', '1980'],
  ])('%s: %s is beyond their years', async (question, year) => {
    const answer = await real.ask(question);
    expect(answer.outcome).toBe('not-found');
    expect(answer.answer).toContain(year);
  });

  test.each([
    '周村烧饼一包卖多少钱',
    '出差报销标准是多少',
    '俄乌战争最新进展',
    '把这份规划翻译成英文发我邮箱',
    '淄川区2025年地铁3号线何时通车',
    '淄川区2023年GDP增长目标定的几个点？',
    '淄川区常住人口一共多少万人？',
    '高新区婴儿死亡率2025年控制在千分之几',
  ])('%s is not answered', async (question) => {
    expect((await real.ask(question)).outcome).toBe('not-found');
  });
});

describe('a place no document speaks of', () => {
  test.each([
    '上海2025年城镇化率目标是多少',
    '青岛2025年GDP增速目标是多少',
    '美国的森林覆盖率是多少',
  ])('%s is not answered with the figures of others', async (question) => {
    expect((await real.ask(question)).outcome).toBe('not-found');
  });
});

describe('a figure of something else is no answer', () => {
  test.each([
    ['周村区人均GDP', '增长速度'],
    ['高新区生物医药产业2025年产值', '73%'],
    ['周村纺织产业目标产值', '50%'],
  ])('%s is not answered with %s', async (question, unsaid) => {
    const { answer } = await real.ask(question);
    expect(answer).not.toContain(unsaid);
  });
});

describe('how it is said', () => {
  test('what was searched; nothing is attached as if it were proof', async () => {
    const answer = await real.ask('周村烧饼一包卖多少钱');
    expect(answer.kind).toBe('none');
    expect(answer.claims).toEqual([]);
    expect(answer.citations).toEqual([]);
    expect(answer.answer).not.toMatch(/\[\d+\]/u);
    expect(answer.answer).toContain('周村区“十四五”规划');
    expect(answer.answer).not.toContain('淄川区“十四五”规划');
    expect(answer.passages.length).toBeGreaterThan(0);
  });

  test('where no document is named, all of them were searched', async () => {
    const { answer } = await real.ask('出差报销标准是多少');
    for (const { shortTitle } of real.index.documents) expect(answer).toContain(shortTitle);
  });

  test('a long question does not make a long answer', async () => {
    const { answer } = await real.ask(`周村区${'大熊猫'.repeat(500)}有多少只`);
    expect(answer.length).toBeLessThanOrEqual(800);
  });
});
