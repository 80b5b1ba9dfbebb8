import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Indicator } from '../../../src/model.ts';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../real-answers.ts';

let real: RealAnswers;
beforeAll(async () => {
  real = await openRealAnswers();
});
afterAll(() => real.index.close());

const isValue = (cell: string | null): cell is string => cell !== null && /[^—–-]/u.test(cell);
const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const placeOf = ({ documentId }: Indicator): string =>
  real.index.documents.find(({ id }) => id === documentId)?.region ?? '';

describe('the row of a table of main indicators', () => {
  test.each([
    ['淄川区2025年常住人口城镇化率目标是多少？', ['75%', '65.6%'], ['80', '93']],
    ['周村２０２５年森林覆盖率', ['18.07%', '16.75%'], ['24.41', '12.3']],
    ['高新区2020年城镇登记失业率', ['1.87%'], ['2.29', '2.64']],
    ['淄川城镇化率和森林覆盖率2025年分别是多少', ['75%', '25以上'], ['80', '18.07']],
    ['周村区2025年森林覆盖率、城镇化率目标', ['18.07%', '目标80%'], ['93%']],
    ['高新区2020年人均预期寿命和城镇登记失业率各是多少', ['78.42岁', '1.87%'], ['81.5']],
    ['淄川劳动年龄人口平均受教育年限，2025年定的是多少年？', ['11.91'], ['12.3', '14']],
    ['一千个高新区居民平均配几个大夫，现在跟2025年', ['1.93', '2.04'], ['4.05', '3.77']],
    ['高新区往搞研发上砸的钱，占GDP的比例要从多少提到多少', ['5.1', '5.5'], ['2.95', '3.1']],
    ['周村2025年每千人口的3岁以下托位要有几个', ['5'], ['2.5个']],
    ['淄川GDP 2020年涨了几个点？十四五期间一年大概要涨几个点？', ['2.1', '7'], ['8.2']],
    ['淄川人均预期寿命2025年目标多少岁', ['78.57', '86.19'], ['82.5', '79.18']],
  ])('%s', async (question, said, unsaid) => {
    const answer = await real.ask(question);
    expect(answer.kind).toBe('indicator');
    for (const words of said) expect(answer.answer).toContain(words);
    for (const words of unsaid) expect(answer.answer).not.toContain(words);
  });

  test('every target of every table is found by its full name, in its own document', async () => {
    const rows = real.index.indicators.filter(({ target }) => isValue(target));
    expect(rows.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const row of rows) {
      const question = `${placeOf(row)}${row.targetYear}年${row.name}的目标是多少？`;
      const { kind, answer, citations } = await real.ask(question);
      const isCited = citations[0]?.passageId === row.passageId;
      const isSaid = squeeze(answer).includes(squeeze(row.target ?? ''));
      if (kind !== 'indicator' || !isCited || !isSaid) wrong.push(`${question} ⇒ ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  test('no cell without a value is ever filled', async () => {
    const rows = real.index.indicators.filter(({ target }) => !isValue(target));
    expect(rows.length).toBeGreaterThan(5);
    const wrong: string[] = [];
    for (const row of rows) {
      const question = `${placeOf(row)}${row.targetYear}年${row.name}的目标是多少？`;
      const { outcome, answer } = await real.ask(question);
      const isTold = outcome === 'not-found' || /没有给出|缺失/u.test(answer);
      const isFilled = new RegExp(`${row.targetYear}年目标`, 'u').test(answer);
      if (!isTold || isFilled) wrong.push(`${question} ⇒ ${answer}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('cells that hold no value', () => {
  test('a cell missing in print is called so', async () => {
    const { answer, kind } = await real.ask('周村空气质量优良天数比率2025年目标');
    expect(kind).toBe('indicator');
    expect(answer).toContain('原文缺失');
    expect(answer).toContain('63.1');
  });

  test('—— is a value that says nothing was set', async () => {
    const { answer } = await real.ask('淄川空气质量优良天数比例2025年目标是多少');
    expect(answer).toContain('——');
    expect(answer).toContain('没有给出');
    expect(answer).toContain('61.1');
  });

  test.each([
    ['高新区2025年数字经济核心产业增加值占GDP比重目标', '数字经济核心产业增加值'],
    ['高新区 2025 能源综合生产能力 万吨标煤', '能源综合生产能力'],
    ['高新区2020年地表水达到或好于Ⅲ类水体的比例', '地表水'],
    ['高新区2025年居民人均可支配收入增长目标（指标表里的百分比）', '居民人均可支配收入'],
  ])('a row of nothing but —— is named instead of an answer: %s', async (question, name) => {
    const answer = await real.ask(question);
    expect(answer.outcome).toBe('not-found');
    expect(answer.answer).toContain(name);
    expect(answer.answer).toContain('没有给出数值');
  });
});

describe('what qualifies a figure', () => {
  test.each(['周村区常住人口城镇化率2025年目标', '周村R&D经费投入占GDP比重2025年目标是多少'])(
    '%s: the note under the table is read and cited',
    async (question) => {
      const { answer, citations } = await real.ask(question);
      expect(answer).toContain('2019年数据');
      const [row, note] = citations;
      expect(real.index.passage(row?.passageId ?? '')?.kind).toBe('row');
      expect(real.index.passage(note?.passageId ?? '')?.kind).toBe('note');
    },
  );

  test('a row the note does not name is read without it', async () => {
    const { answer } = await real.ask('周村区森林覆盖率2025年目标');
    expect(answer).not.toContain('2019');
  });

  test('the text gives the same figure otherwise than the table: both are read', async () => {
    const { answer, citations } = await real.ask('淄川2020年研发占比到底是2.9还是3.0');
    expect(answer).toContain('3.0%');
    expect(answer).toContain('2.9%');
    expect(new Set(citations.map(({ passageId }) => passageId)).size).toBeGreaterThan(1);
  });

  test('the state of the table that the text gives as a target is read beside it', async () => {
    const { answer, citations } = await real.ask(
      '淄川空气优良天数61.1%是现状还是2025年目标？两处写法帮我核一下',
    );
    expect(answer).toContain('2020年为61.1%');
    expect(answer.match(/61\.1/gu)?.length).toBeGreaterThan(1);
    const kinds = citations.map(({ passageId }) => real.index.passage(passageId)?.kind);
    expect(kinds).toContain('row');
    expect(kinds).toContain('text');
  });

  test('the target of the table and another one in the text are both read', async () => {
    const { answer } = await real.ask('淄川森林覆盖率2025年目标到底是24.41还是25');
    expect(answer).toContain('25以上');
    expect(answer).toMatch(/稳定在\s*24\.41%以上/u);
  });

  test('a text that says the same as the table is no other version of it', async () => {
    const { answer } = await real.ask('周村人均预期寿命2025年目标');
    expect(answer).not.toContain('另有写法');
  });
});

describe('how far apart', () => {
  test('the difference is worked out by exact places, and told to be', async () => {
    const { answer, claims } = await real.ask('淄川R&D投入占GDP，2025年比2020年要高几个百分点？');
    expect(claims.flatMap(({ computed }) => computed ?? [])).toEqual([
      { value: '0.1', how: 'difference', from: ['3.1', '3.0'] },
    ]);
    expect(answer).toContain('0.1个百分点');
    expect(answer).toContain('计算所得');
  });

  test.each([
    ['淄川常住人口城镇化率2025年比2020年提高多少', '9.4'],
    ['周村森林覆盖率2025年要比2020年高几个百分点', '1.32'],
    ['高新区人均预期寿命2025年比2020年高多少岁', '0.76'],
  ])('%s → %s', async (question, value) => {
    const { claims } = await real.ask(question);
    expect(claims.flatMap(({ computed }) => computed ?? [])).toMatchObject([
      { value, how: 'difference' },
    ]);
  });

  test('nothing is worked out unless asked', async () => {
    const { claims } = await real.ask('淄川常住人口城镇化率2025年目标');
    expect(claims.every(({ computed }) => computed === undefined)).toBe(true);
  });
});

describe('all indicators of a property', () => {
  test.each([
    ['淄川指标表里哪些是“约束性”的？新人分不清', 'zichuan-14fyp', '约束性'],
    ['周村有哪些约束性指标', 'zhoucun-14fyp', '约束性'],
    ['高新区预期性指标有哪些', 'zibo-hitech-14fyp', '预期性'],
  ])('%s', async (question, documentId, property) => {
    const { citations, claims, notes, answer } = await real.ask(question);
    const wanted = real.index.indicators.filter(
      (row) => row.documentId === documentId && row.property === property,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(citations.map(({ passageId }) => passageId)).toEqual(
      wanted.map(({ passageId }) => passageId),
    );
    expect(claims).toHaveLength(wanted.length);
    for (const { name } of wanted) expect(answer).toContain(name);
    expect(notes).toEqual([]);
  });

  test('of no place named, every table is read', async () => {
    const answer = await real.ask('森林覆盖率2025年目标是多少');
    expect(citedDocuments(answer)).toEqual(['zhoucun-14fyp', 'zibo-hitech-14fyp', 'zichuan-14fyp']);
  });
});
