import { describe, expect, test } from 'vitest';
import type { SearchTerm } from '../../../../src/app.ts';
import { excerptOf } from '../../../../src/channels/web/searching/excerpt.ts';
import { markTerms } from '../../../../src/channels/web/searching/mark-terms.ts';

const term = (wording: string, ...words: string[]): SearchTerm => ({ wordings: [wording], words });

/** The text with brackets round what is marked. */
const marked = (text: string, ...terms: SearchTerm[]): string =>
  markTerms(text, terms)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

describe('marking', () => {
  test('finds every place, whatever the width, case, spaces and quotation marks', () => {
    expect(marked('ＧＤＰ和Gdp', term('gdp'))).toBe('[ＧＤＰ]和[Gdp]');
    expect(marked('占 GDP 比重', term('占gdp比重'))).toBe('[占 GDP 比重]');
    expect(marked('打造“三区”窗口', term('三区窗口'))).toBe('打造“[三区”窗口]');
    expect(marked('100㎡绿地', term('100m2绿地'))).toBe('[100㎡绿地]');
  });

  test('takes the words where the whole is nowhere, and only there', () => {
    const platform = term('创新平台', '创新', '平台');
    expect(marked('创新平台和平台', platform)).toBe('[创新平台]和平台');
    expect(marked('平台的创新', platform)).toBe('[平台]的[创新]');
  });

  test('joins what overlaps or touches', () => {
    expect(marked('城镇化率', term('城镇化'), term('化率'))).toBe('[城镇化率]');
    expect(marked('城镇化率', term('城镇'), term('化率'))).toBe('[城镇化率]');
  });

  test('never changes the text', () => {
    for (const text of ['', '没有', '𠮷林省GDP', '<b>GDP</b> &amp;', '\u0000GDP\n', 'ﬁGDP']) {
      const pieces = markTerms(text, [term('gdp'), term('林省'), term('i')]);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }
  });

  test('keeps characters of two code units whole', () => {
    expect(marked('𠮷林', term('𠮷'))).toBe('[𠮷]林');
  });
});

describe('an excerpt', () => {
  const sentences = ['甲乙丙。', '没有要找的词。', '这里说养老服务。', '后面还有一句。'];

  test('is the whole text where there is room', () => {
    expect(excerptOf(sentences.join(''), [term('养老')], 100)).toBe(sentences.join(''));
  });

  test('begins with the sentence that says most, and says what it leaves out', () => {
    expect(excerptOf(sentences.join(''), [term('养老')], 10)).toBe('……这里说养老服务。……');
    expect(excerptOf(sentences.join(''), [term('养老')], 16)).toBe(
      '……这里说养老服务。后面还有一句。',
    );
    expect(excerptOf(sentences.join(''), [], 12)).toBe('甲乙丙。没有要找的词。……');
  });

  test('cuts a long sentence round its first mark', () => {
    const text = `${'前'.repeat(100)}养老${'后'.repeat(100)}。`;
    const cut = excerptOf(text, [term('养老')], 40);
    expect(cut).toBe(`……${'前'.repeat(10)}养老${'后'.repeat(28)}……`);
  });
});
