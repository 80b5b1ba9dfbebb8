import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/answer/draft.ts';
import { withVerdict } from '../../src/answer/verdict.ts';
import type { Query } from '../../src/understand/query.ts';
import { sampleConcept, samplePassage, sampleQuery } from '../retrieve/sample-query.ts';

const PASSAGE = samplePassage({ text: '养老床位3000张，胸痛、卒中、创伤中心。另有道路120公里。' });
const QUOTE = '养老床位3000张，胸痛、卒中、创伤中心。';
const draft = (kind: Draft['kind'] = 'passage'): Draft => ({
  kind,
  claims: [
    { text: QUOTE, proofs: [{ passage: PASSAGE, quote: QUOTE }] },
    { text: '另外', proofs: [] },
  ],
});
const asks = (changes: Partial<Query>): Query =>
  sampleQuery({ wants: new Set(['check']), ...changes });

const toldFirst = (query: Query, of = draft()): string =>
  withVerdict(query, of).claims[0]?.text.replace(QUOTE, '') ?? '';

describe('a question that claims something is told whether it is so', () => {
  test('borne out', () => {
    const judged = withVerdict(asks({ figures: ['3000张'] }), draft());
    expect(judged.kind).toBe('check');
    expect(judged.claims[0]?.text).toContain('一致');
    expect(judged.claims[0]?.text).not.toContain('不一致');
    expect(judged.claims[0]?.text.endsWith(QUOTE)).toBe(true);
    expect(judged.claims[1]).toEqual(draft().claims[1]);
  });

  test.each([
    ['another figure', ['4000张']],
    ['a piece of the figure', ['300张']],
    ['one right, one wrong', ['3000张', '5家']],
    ['a figure of another sentence', ['120公里']],
  ])('not borne out: %s', (_what, figures) => {
    expect(toldFirst(asks({ figures }))).toContain('不一致');
  });

  test('a thing the passages do not speak of is named', () => {
    const dialysis = sampleConcept(['血液透析']);
    expect(toldFirst(asks({ concepts: [dialysis] }))).toContain('血液透析');
  });

  test('nothing is said of things they do speak of', () => {
    expect(toldFirst(asks({ concepts: [sampleConcept(['卒中'])] }))).toBe('');
  });

  test.each<[string, Query, Draft]>([
    ['no claim is made', sampleQuery({ figures: ['4000张'] }), draft()],
    [
      'the answer is of a kind that states nothing',
      asks({ figures: ['4000张'] }),
      draft('outline'),
    ],
    ['there is no answer', asks({ figures: ['4000张'] }), { kind: 'passage', claims: [] }],
  ])('nothing is told where %s', (_why, query, of) => {
    expect(withVerdict(query, of)).toBe(of);
  });
});
