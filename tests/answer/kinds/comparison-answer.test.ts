import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../real-answers.ts';

const THREE = ['zhoucun-14fyp', 'zibo-hitech-14fyp', 'zichuan-14fyp'];

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

/** The lines that name a place, in the order they are read. */
const linesOf = (answer: string): string[] => answer.split('\n');

describe('the same thing side by side', () => {
  test.each([
    [
      '淄川、周村、高新区三家2025年常住人口城镇化率目标，谁最高谁最低？',
      ['75', '80', '93'],
      ['93', '80', '75'],
    ],
    ['十四五末三个区森林占地比例的目标排个序', ['25', '18.07', '12.3'], ['25', '18.07', '12.3']],
    [
      '每千人有几个医生，2025年目标 淄川 周村 高新区 谁最多',
      ['3.77', '4.05', '2.04'],
      ['4.05', '3.77', '2.04'],
    ],
  ])('%s: a line a region, and the order from the highest', async (question, said, order) => {
    const answer = await real.ask(question);
    expect(answer.kind).toBe('comparison');
    expect(new Set(citedDocuments(answer))).toEqual(new Set(THREE));
    const [first = '', ...lines] = linesOf(answer.answer);
    const places = order.map((value) => first.indexOf(value));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    for (const value of said) expect(lines.join('\n')).toContain(value);
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });

  test('of several figures each is set side by side', async () => {
    const { answer } = await real.ask('淄川、周村2025年城镇化率和森林覆盖率');
    for (const value of ['75%', '25以上', '80%', '18.07%']) expect(answer).toContain(value);
  });

  test('no order is told unless asked for', async () => {
    const { answer } = await real.ask('淄川、周村、高新区2025年常住人口城镇化率目标各是多少');
    expect(answer).not.toContain('由高到低');
    for (const value of ['75', '80', '93']) expect(answer).toContain(value);
  });

  test('the order is of the year asked for', async () => {
    const { answer } = await real.ask('三个区2020年森林覆盖率谁最低');
    expect(linesOf(answer)[0]).not.toContain('2025年目标由高到低');
  });

  test('a region that gives no figure is never given one of something else', async () => {
    const { answer } = await real.ask('数字经济核心产业增加值占GDP的目标，淄川跟周村哪个高');
    expect(answer).toContain('4.5');
    expect(answer).toContain('3.5');
    expect(linesOf(answer)[0]).toMatch(/淄川.*周村/u);
  });

  test('a region whose row is empty is told to be silent', async () => {
    const answer = await real.ask(
      '数字经济核心产业增加值占GDP的目标，淄川跟周村哪个高？高新区怎么没数？',
    );
    expect(answer.answer).not.toMatch(/高新区：[^\n]*\d/u);
  });

  test('a document that does not speak of the thing is left out', async () => {
    const answer = await real.ask('R&D投入强度 2020→2025 淄川/周村/高新区 对比一下');
    expect(citedDocuments(answer)).not.toContain('zichuan-2023-tasks');
  });

  test('figures of the text stand side by side too, each with its region', async () => {
    const answer = await real.ask('十三五末（2020年）淄川、周村、高新区经济总量各多少亿？');
    expect(answer.kind).toBe('comparison');
    const lines = linesOf(answer.answer);
    for (const [place, value] of [
      ['周村', '215.4'],
      ['高新区', '285'],
      ['淄川', '461.1'],
    ] as const)
      expect(lines.some((line) => line.includes(place) && line.includes(value))).toBe(true);
    expect(answer.answer).not.toContain('4884.1');
  });

  test('a plan of five years and tasks of one year are told apart', async () => {
    const { answer } = await real.ask(
      '淄川招商引资到账省外资金，五年总盘子和2023一年的任务各多少亿？',
    );
    const lines = linesOf(answer);
    expect(lines.some((line) => line.includes('280') && !line.includes('66.5'))).toBe(true);
    expect(lines.some((line) => line.includes('66.5') && !line.includes('280'))).toBe(true);
  });

  test('how far regions are apart is not how far years are', async () => {
    const { claims } = await real.ask('周村比淄川森林覆盖率低多少');
    const computed = claims.flatMap((claim) => claim.computed ?? []);
    expect(computed.map(({ from }) => from.join())).not.toContain('18.07,16.75');
  });

  test('what a later document says of it stands beside what was planned', async () => {
    const answer = await real.ask('周村古商城创5A：规划里怎么定的，后来成没成？');
    expect(citedDocuments(answer)).toEqual(
      expect.arrayContaining(['zhoucun-14fyp', 'zibo-2025-plan']),
    );
    expect(answer.answer).toContain('首家');
  });
});

describe('one thing at several times', () => {
  const RANK = '高新区全国排名：2020年第几？十四五目标？2024年说法是什么';

  test('each time has its sentence', async () => {
    const answer = await real.ask(RANK);
    expect(answer.kind).toBe('comparison');
    expect(answer.answer).toContain('43');
    expect(answer.answer).toContain('位次前移');
    expect(new Set(answer.claims.map(({ text }) => text)).size).toBe(answer.claims.length);
  });

  test('and a period has one too', async () => {
    expect((await real.ask(RANK)).answer).toContain('三十');
  });
});
