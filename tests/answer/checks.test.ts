import { describe, expect, test } from 'vitest';
import { type Fault, faultOf } from '../../src/answer/checks.ts';
import type { DraftClaim } from '../../src/answer/draft.ts';
import { sampleInfo, samplePassage } from '../retrieve/sample-query.ts';

const DOCUMENTS = new Map([['east-14fyp', sampleInfo({ title: '东城区2035年远景目标纲要' })]]);
const PASSAGE = samplePassage({
  headingPath: ['第三节 2024年执行情况'],
  text: '指标名称：（2）城镇化率（%）；2020年：65.6；2025年：75',
  quotable: '（2）城镇化率（%） 65.6 75',
});
const OTHER = samplePassage({ text: '达到80%。' });
const ROW = { passage: PASSAGE, quote: '（2）城镇化率（%） 65.6 75' };

const claim = (text: string, changes: Partial<DraftClaim> = {}): DraftClaim => ({
  text,
  proofs: [ROW],
  ...changes,
});

describe('what a claim may be shown for', () => {
  test.each<[string, DraftClaim]>([
    ['its figures stand in the quote', claim('目标75%')],
    ['a column name gives the year', claim('2025年目标75%')],
    ['a heading gives the year', claim('2024年为65.6%')],
    ['the title of the document gives the year', claim('到2035年')],
    [
      'it was worked out',
      claim('相差9.4个百分点', {
        computed: [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }],
      }),
    ],
    [
      'each figure stands in one of its proofs',
      claim('75%和80%', { proofs: [ROW, { passage: OTHER, quote: '达到80%' }] }),
    ],
  ])('%s', (_why, shown) => {
    expect(faultOf(shown, DOCUMENTS)).toBeUndefined();
  });

  test.each<[Fault, DraftClaim]>([
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
    ['figure-not-cited', claim('2026年目标75%')],
    ['figure-not-cited', claim('目标75%和80%')],
    ['figure-not-cited', claim('九大目标')],
    [
      'figure-not-cited',
      claim('相差9.5个百分点', {
        computed: [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }],
      }),
    ],
  ])('%s: %o', (fault, dropped) => {
    expect(faultOf(dropped, DOCUMENTS)).toBe(fault);
  });

  test('a document nobody knows lends no title', () => {
    expect(faultOf(claim('到2035年'), new Map())).toBe('figure-not-cited');
  });
});
