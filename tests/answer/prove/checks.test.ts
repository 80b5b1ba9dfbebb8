import { describe, expect, test } from 'vitest';
import type { DraftClaim } from '../../../src/answer/draft.ts';
import { type Fault, faultOf } from '../../../src/answer/prove/checks.ts';
import { sampleInfo, samplePassage } from '../../retrieve/sample-query.ts';

const DOCUMENTS = new Map([['east-14fyp', sampleInfo({ title: '东城区2035年远景目标纲要' })]]);
const PASSAGE = samplePassage({
  kind: 'row',
  headingPath: ['第三节 发展目标'],
  text: '指标名称：（2）城镇化率（%）；2020年：65.6；2025年：75',
  quotable: '（2）城镇化率（%） 65.6 75',
});
const OTHER = samplePassage({ headingPath: ['一、2024年执行情况'], text: '绿化率达到80%。' });
const ROW = { passage: PASSAGE, quote: '（2）城镇化率（%） 65.6 75' };
const SENTENCE = { passage: OTHER, quote: '绿化率达到80%' };

const claim = (text: string, changes: Partial<DraftClaim> = {}): DraftClaim => ({
  text,
  proofs: [ROW],
  ...changes,
});

describe('what a claim may be shown for', () => {
  test.each<[string, DraftClaim]>([
    ['its figures stand in the quote', claim('城镇化率目标75%')],
    ['a column gives the year', claim('2025年城镇化率75%')],
    ['a heading gives the year', claim('2024年绿化率80%', { proofs: [SENTENCE] })],
    [
      'it was worked out',
      claim('相差9.4个百分点', {
        computed: [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }],
      }),
    ],
    [
      'each figure stands in one of its proofs',
      claim('城镇化率2025年目标75%，绿化率2024年为80%', { proofs: [ROW, SENTENCE] }),
    ],
  ])('%s', (_why, shown) => {
    expect(faultOf(shown, DOCUMENTS)).toBeUndefined();
  });

  test.each<[Fault['kind'], DraftClaim]>([
    ['no-proof', claim('目标75%', { proofs: [] })],
    [
      'quote-not-verbatim',
      claim('目标75%', { proofs: [{ passage: PASSAGE, quote: '城镇化率 75' }] }),
    ],
    [
      'quote-not-verbatim',
      claim('目标75%', { proofs: [ROW, { passage: OTHER, quote: '达到81%' }] }),
    ],
    ['quote-not-verbatim', claim('没有数字', { proofs: [{ passage: PASSAGE, quote: '2020年' }] })],
    ['figure-not-cited', claim('目标76%')],
    ['year-differs', claim('2026年目标75%')],
    ['year-differs', claim('2025年为65.6%')],
    ['year-differs', claim('到2035年')],
    ['figure-not-cited', claim('目标75%和80%')],
    ['figure-not-cited', claim('九大目标')],
    ['region-differs', claim('西城区城镇化率2025年目标75%')],
    ['manner-differs', claim('绿化率没有达到80%', { proofs: [SENTENCE] })],
    ['turned-round', claim('绿化率下降', { proofs: [SENTENCE] })],
    [
      'figure-not-cited',
      claim('相差9.5个百分点', {
        computed: [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }],
      }),
    ],
  ])('%s: %o', (fault, dropped) => {
    const documents = new Map([
      ...DOCUMENTS,
      ['west-14fyp', sampleInfo({ id: 'west-14fyp', region: '西城区' })] as const,
    ]);
    expect(faultOf(dropped, documents)?.kind).toBe(fault);
  });

  test('a quote that is a piece of a number proves nothing', () => {
    const piece = claim('绿化率达到0%', { proofs: [{ passage: OTHER, quote: '0%' }] });
    expect(faultOf(piece, DOCUMENTS)).toEqual({ kind: 'figure-not-cited', what: '0%' });
  });

  test('what is proven does not depend on knowing the document', () => {
    expect(faultOf(claim('2025年城镇化率75%'), new Map())).toBeUndefined();
  });
});
