import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../src/understand/slips.ts';
import { soundsOf } from '../../src/understand/sounds.ts';

const NAMES = {
  short: ['淄川', '周村', '区教体局'],
  long: ['常住人口城镇化率', '森林覆盖率', '人均预期寿命'],
};
const unknown = (): boolean => false;
const meantIn = (flat: string, isKnown: (text: string) => boolean = unknown): string[] =>
  slipsIn(flat, NAMES, isKnown, soundsOf).map(({ said, meant }) => `${said}→${meant}`);

describe('names written with a slip', () => {
  test.each([
    ['淄川常驻人口城镇化率', ['常驻人口城镇化率→常住人口城镇化率']],
    ['淄川森林复盖率', ['森林复盖率→森林覆盖率']],
    ['淄川人均预测寿命', ['人均预测寿命→人均预期寿命']],
    ['子川区2025年', ['子川→淄川']],
    ['洲村区2025年', ['洲村→周村']],
  ])('%s → %j', (flat, expected) => {
    expect(meantIn(flat)).toEqual(expected);
  });

  test.each([
    ['淄川常住人口城镇化率', 'spelt right'],
    ['淄川户籍人口城市化率', 'more than one character is wrong'],
    ['淄川和洲村', 'a place is already named'],
    ['邹城区2025年', 'sounds otherwise'],
    ['', 'nothing is said'],
  ])('none in %s: %s', (flat) => {
    expect(meantIn(flat)).toEqual([]);
  });

  test('what the documents have themselves is no slip', () => {
    const isKnown = (text: string): boolean => ['子川', '森林复盖率'].includes(text);
    expect(meantIn('子川区森林复盖率', isKnown)).toEqual([]);
  });

  test('a name spelt right is no slip of another that is nearly the same', () => {
    const twins = { short: [], long: ['空气质量优良天数比例', '空气质量优良天数比率'] };
    expect(slipsIn('周村空气质量优良天数比率', twins, unknown, soundsOf)).toEqual([]);
  });
});
