import { describe, expect, test } from 'vitest';
import type { Draft, DraftClaim, Evidence } from '../../src/answer/draft.ts';
import { finish } from '../../src/answer/finish.ts';
import type { Passage } from '../../src/model.ts';
import { sampleInfo, samplePassage, sampleQuery } from '../retrieve/sample-query.ts';

const BEDS = samplePassage({ id: 'beds', text: '养老床位3000张，护理型床位60%。', page: 7 });
const ROADS = samplePassage({ id: 'roads', text: '新建道路120公里。', documentId: 'west-14fyp' });
const SPARE = samplePassage({ id: 'spare', text: '其他。' });

const hitOf = (passage: Passage, score: number) => ({
  passage,
  score,
  isBeside: false,
  sentences: [],
});

/** What composition hands over; only what finishing reads of it. */
const EVIDENCE = {
  query: sampleQuery(),
  documents: new Map([['east-14fyp', sampleInfo({ title: '东城区规划' })]]),
  hits: [hitOf(SPARE, 3), hitOf(ROADS, 2), hitOf(BEDS, 1)],
} as unknown as Evidence;

const claim = (passage: Passage, text: string, quote = text): DraftClaim => ({
  text,
  proofs: [{ passage, quote }],
});
const finished = (claims: readonly DraftClaim[], changes: Partial<Draft> = {}) =>
  finish('问题', { kind: 'passage', claims, ...changes }, EVIDENCE, 'http://plans.test');

describe('the answer put together', () => {
  test('claims with their marks, one a line; citations in order of first use', () => {
    const answer = finished([
      claim(ROADS, '新建道路120公里'),
      claim(BEDS, '养老床位3000张'),
      claim(ROADS, '新建道路120公里'),
    ]);
    expect(answer?.answer).toBe('新建道路120公里[1]\n养老床位3000张[2]\n新建道路120公里[1]');
    expect(answer?.citations.map(({ n, passageId }) => [n, passageId])).toEqual([
      [1, 'roads'],
      [2, 'beds'],
    ]);
    expect(answer?.claims.map(({ citations }) => citations)).toEqual([[1], [2], [1]]);
  });

  test('two quotes of one passage are two citations', () => {
    const answer = finished([claim(BEDS, '养老床位3000张'), claim(BEDS, '护理型床位60%')]);
    expect(answer?.citations.map(({ n, quote }) => [n, quote])).toEqual([
      [1, '养老床位3000张'],
      [2, '护理型床位60%'],
    ]);
  });

  test('a claim proven twice by the same has one mark', () => {
    const proof = { passage: BEDS, quote: '养老床位3000张' };
    expect(finished([{ text: '养老床位3000张', proofs: [proof, proof] }])?.answer).toBe(
      '养老床位3000张[1]',
    );
  });

  test('a citation tells where it stands', () => {
    const [citation] = finished([claim(BEDS, '养老床位3000张')])?.citations ?? [];
    expect(citation).toEqual({
      n: 1,
      documentId: 'east-14fyp',
      documentTitle: '东城区规划',
      headingPath: BEDS.headingPath,
      page: 7,
      lines: BEDS.lines,
      quote: '养老床位3000张',
      words: expect.stringMatching(/^\d+-\d+$/u),
      passageId: 'beds',
      passage: BEDS.text,
      url: 'http://plans.test/documents/east-14fyp#p-beds',
    });
  });

  test('a remark comes last, without a mark', () => {
    const answer = finished([claim(BEDS, '养老床位3000张')], { remark: '共一项。' });
    expect(answer?.answer).toBe('养老床位3000张[1]\n共一项。');
  });

  test('what it stands on comes first among the passages', () => {
    const answer = finished([claim(BEDS, '养老床位3000张')]);
    expect(answer?.passages.map(({ passage }) => passage.id)).toEqual(['beds', 'spare', 'roads']);
    const scores = answer?.passages.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('what was worked out is told', () => {
    const computed = [{ value: '9', how: 'count', from: [] }] as const;
    const answer = finished([{ ...claim(BEDS, '养老床位3000张'), computed }]);
    expect(answer?.claims[0]?.computed).toEqual(computed);
    expect(finished([claim(BEDS, '养老床位3000张')])?.claims[0]).not.toHaveProperty('computed');
  });
});

describe('what is dropped', () => {
  test('a claim without proof, and the rest is shown', () => {
    const answer = finished(
      [
        claim(BEDS, '养老床位3000张'),
        claim(BEDS, '养老床位4000张', '养老床位3000张'),
        claim(BEDS, '养老床位四千张'),
        { text: '没有依据', proofs: [] },
      ],
      { notes: ['注意'] },
    );
    expect(answer?.answer).toBe('养老床位3000张[1]');
    expect(answer?.claims).toHaveLength(1);
    expect(answer?.notes[0]).toBe('注意');
    expect(answer?.notes[1]).toContain('3');
  });

  test('nothing dropped, nothing noted', () => {
    expect(finished([claim(BEDS, '养老床位3000张')])?.notes).toEqual([]);
  });

  test.each<[string, DraftClaim[]]>([
    ['no claims', []],
    ['no proven claim', [claim(BEDS, '养老床位4000张')]],
  ])('of %s nothing is left', (_what, claims) => {
    expect(finished(claims)).toBeUndefined();
  });

  test('what does not fit the longest answer, and it is counted', () => {
    const sentence = `养老床位${'很'.repeat(90)}多`;
    const passage = samplePassage({ text: sentence });
    const many = Array.from({ length: 12 }, () => claim(passage, sentence));
    const answer = finished(many);
    expect(answer?.answer.length).toBeLessThanOrEqual(800);
    expect(answer?.claims.length).toBeGreaterThan(5);
    expect(answer?.claims.length).toBeLessThan(12);
    expect(answer?.notes.join()).toContain(String(12 - (answer?.claims.length ?? 0)));
  });

  test('a claim too long by itself does not keep a short one out', () => {
    const long = samplePassage({ text: '长'.repeat(900) });
    const answer = finished([claim(long, long.text), claim(BEDS, '养老床位3000张')]);
    expect(answer?.answer).toBe('养老床位3000张[1]');
  });

  test('a remark counts towards the longest answer', () => {
    const passage = samplePassage({ text: '养老'.repeat(396) });
    const answer = finished([claim(passage, passage.text)], { remark: '共一项。'.repeat(5) });
    expect(answer?.answer.length).toBeLessThanOrEqual(800);
  });
});
