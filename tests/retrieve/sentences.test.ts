import { describe, expect, test } from 'vitest';
import { clausesOf, type Sentence, sentencesOf } from '../../src/retrieve/sentences.ts';
import { sampleInfo, samplePassage } from './sample-query.ts';

const PLAN = sampleInfo({ period: [2021, 2025] });
const YEAR_PLAN = sampleInfo({ period: [2025, 2025], kind: 'annual-plan' });

const cut = (text: string): string[] =>
  sentencesOf(samplePassage({ text }), PLAN).map((sentence) => sentence.text);

describe('where sentences end', () => {
  test.each([
    ['甲。乙。', ['甲。', '乙。']],
    ['甲；乙;丙', ['甲；', '乙;', '丙']],
    ['真的吗？是！', ['真的吗？', '是！']],
    ['甲\n乙', ['甲\n', '乙']],
    ['没有句号', ['没有句号']],
    ['', []],
    ['  \n ', []],
    ['占24.41%，增长1.5倍。', ['占24.41%，增长1.5倍。']],
    ['达到1，200家。', ['达到1，200家。']],
    ['“甲。乙。”丙。', ['“甲。乙。”丙。']],
    ['（一）甲（含乙；丙）丁。戊。', ['（一）甲（含乙；丙）丁。', '戊。']],
    ['《甲；乙》丙；丁', ['《甲；乙》丙；', '丁']],
    ['〔甲。乙〕丙', ['〔甲。乙〕丙']],
    ['1）甲。2）乙。', ['1）甲。', '2）乙。']],
  ])('%j → %j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  test('clauses end at commas and colons too, inside quotation marks as well, not inside numbers', () => {
    const text = '到2025年，目标：“绿色，开放”，产值1,200.5亿元、增长5.5%。';
    expect(clausesOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
      '到2025年，',
      '目标：',
      '“绿色，',
      '开放”，',
      '产值1,200.5亿元、增长5.5%。',
    ]);
  });
});

describe('what a sentence keeps', () => {
  const only = (text: string): Sentence => {
    const [sentence] = sentencesOf(samplePassage({ text }), PLAN);
    if (!sentence) throw new Error(`no sentence in ${text}`);
    return sentence;
  };

  test('its words compared in one width, its text as printed', () => {
    const sentence = only('占ＧＤＰ比重２４．４１％ 以上。');
    expect(sentence.text).toBe('占ＧＤＰ比重２４．４１％ 以上。');
    expect(sentence.flat).toBe('占gdp比重24.41%以上。');
  });

  test.each([
    ['打造“四区两带”和「三区一窗口」。', ['四区两带', '三区一窗口']],
    ['没有引号。', []],
  ])('%s quotes %j', (text, quoted) => {
    expect(only(text).quoted).toEqual(quoted);
  });

  test('a row is one sentence, compared with its title and column names too', () => {
    const row = samplePassage({
      kind: 'row',
      text: '主要指标 2020年 2025年 （2）城镇化率；（%） 65.6 75',
      quotable: '（2）城镇化率；（%） 65.6 75',
    });
    const sentences = sentencesOf(row, PLAN);
    expect(sentences.map(({ text }) => text)).toEqual(['（2）城镇化率；（%） 65.6 75']);
    expect(sentences[0]?.flat).toContain('主要指标');
    expect(sentences[0]?.time.years).toEqual([2020, 2025]);
  });
});

describe('the time a sentence speaks of', () => {
  const timesOf = (text: string, document = PLAN, headingPath: readonly string[] = ['第一章']) =>
    sentencesOf(samplePassage({ text, headingPath }), document).map(({ time, assumed }) => ({
      years: [...time.years].sort((a, b) => a - b),
      periods: time.periods,
      assumed,
    }));

  test('its own words', () => {
    expect(timesOf('到2025年，建成5所。')).toEqual([
      { years: [2025], periods: [], assumed: false },
    ]);
    expect(timesOf('“十三五”期间，建成5所。')).toEqual([
      { years: [], periods: [[2016, 2020]], assumed: false },
    ]);
  });

  test('else that of the sentences before it', () => {
    expect(timesOf('到2025年，建成5所。新增床位300张。2022年完成两所。再建一所。')).toEqual([
      { years: [2025], periods: [], assumed: false },
      { years: [2025], periods: [], assumed: false },
      { years: [2022], periods: [], assumed: false },
      { years: [2022], periods: [], assumed: false },
    ]);
  });

  test('else that of its headings', () => {
    expect(timesOf('建成5所。', YEAR_PLAN, ['一、2024年执行情况'])).toEqual([
      { years: [2024], periods: [], assumed: false },
    ]);
  });

  test('else the one year its document is of, or the state a plan starts from and aims at', () => {
    expect(timesOf('建成5所。', YEAR_PLAN)).toEqual([
      { years: [2025], periods: [], assumed: false },
    ]);
    expect(timesOf('建成5所。', PLAN)).toEqual([
      { years: [2020, 2025], periods: [], assumed: true },
    ]);
  });

  test('nothing where nothing says so', () => {
    expect(timesOf('建成5所。', sampleInfo({ period: null }))).toEqual([
      { years: [], periods: [], assumed: true },
    ]);
  });

  test.each([
    ['比“十二五”末增长38.2%。', 2020],
    ['较“十三五”末提高5个百分点。', 2025],
    ['是“十二五”末的2倍。', 2020],
  ])('%s speaks of the end of the period after', (text, year) => {
    const [time] = timesOf(text);
    expect(time?.years).toContain(year);
    expect(time?.assumed).toBe(false);
  });

  test.each([
    ['较2020年提高5个百分点。', 2025],
    ['由2015年的53位升至43位。', 2020],
    ['从2020年的2.9%起步。', 2025],
  ])('%s does not change the time spoken of by the time compared with', (text, year) => {
    const [, second] = timesOf(`到${year}年，建成。${text}`);
    expect(second?.years).toContain(year);
    expect(second?.assumed).toBe(false);
    const [, , third] = timesOf(`到${year}年，建成。${text}再建。`);
    expect(third?.years).toEqual([year]);
  });

  test('a sentence with a time of its own beside the one compared with keeps both', () => {
    expect(timesOf('2020年由2015年的53位升至43位。')[0]?.years).toEqual([2015, 2020]);
  });
});
