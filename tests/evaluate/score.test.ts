import { describe, expect, test } from 'vitest';
import type { Golden } from '../../src/evaluate/golden.ts';
import { plain } from '../../src/evaluate/matching.ts';
import { type MissCause, score } from '../../src/evaluate/score.ts';
import { Tally } from '../../src/evaluate/tally.ts';
import type { Answer } from '../../src/model.ts';
import {
  BEDS,
  notFoundAnswer,
  rightAnswer,
  SCHOOLS,
  SEED,
  sampleCitation,
  sampleGolden,
} from './sample-golden.ts';

function scored(answer: Answer, golden: Golden = sampleGolden()) {
  const tally = new Tally();
  const misses = score(
    { golden, answer, documentIds: ['east'], seeds: new Map([['east', plain(SEED)]]) },
    tally,
  );
  const shareOf = (name: string): number | undefined => {
    const figure = tally.figures().get(name);
    return figure && 'share' in figure ? figure.share : undefined;
  };
  return { shareOf, misses, figures: tally.figures() };
}

const EVERY_SHARE = [
  'quotes verbatim in the seed',
  'answers whose every number is in a cited passage',
  'answers with a citation',
  'claims with a citation',
  'answerable: answers',
  'evidence recall@1',
  'evidence recall@5',
  'evidence recall@8',
  'evidence recall in 2,000 characters',
  'MRR',
  'a citation holds the evidence',
  'cites only right documents',
  'a citation names the chapter',
  'answer right',
];

describe('an answer right in everything', () => {
  test('has every share', () => {
    const { shareOf, misses } = scored(rightAnswer());
    expect(misses).toEqual([]);
    expect(EVERY_SHARE.filter((name) => shareOf(name) !== 1)).toEqual([]);
  });

  test('is counted by kind of question too', () => {
    const { shareOf } = scored(rightAnswer());
    expect(shareOf('answer right · number')).toBe(1);
    expect(shareOf('evidence recall@5 · number')).toBe(1);
    expect(shareOf('answer right · list')).toBeUndefined();
  });

  test('a single fact is measured in characters', () => {
    expect(scored(rightAnswer()).figures.get('characters per single-fact answer')).toMatchObject({
      n: 1,
    });
    const list = scored(rightAnswer(), sampleGolden({ type: 'list' }));
    expect(list.figures.has('characters per single-fact answer')).toBe(false);
  });
});

describe('each fault moves just its figures', () => {
  const CASES: readonly (readonly [string, Answer, readonly string[], MissCause | undefined])[] = [
    [
      'a quote that is not in the seed',
      rightAnswer({ citations: [sampleCitation({ quote: '养老床位达到 3000 余张' })] }),
      ['quotes verbatim in the seed'],
      'parse',
    ],
    [
      'a citation of a document that is none',
      rightAnswer({ citations: [sampleCitation({ documentId: 'west' })] }),
      ['quotes verbatim in the seed', 'cites only right documents'],
      'parse',
    ],
    [
      'a number without source',
      rightAnswer({ answer: '养老床位3000张，比上年增长7%。[1]' }),
      ['answers whose every number is in a cited passage'],
      'composition',
    ],
    [
      'a claim without citation',
      rightAnswer({
        claims: [
          { text: '养老床位达到3000张', citations: [1] },
          { text: '小学5所', citations: [] },
        ],
      }),
      ['claims with a citation'],
      undefined,
    ],
    [
      'another chapter',
      rightAnswer({ citations: [sampleCitation({ headingPath: ['第二章 产业'] })] }),
      ['a citation names the chapter'],
      undefined,
    ],
    [
      'a citation beside the evidence',
      rightAnswer({
        citations: [
          sampleCitation({ quote: '新建小学5所', passage: '3000张，2025年新建小学5所。' }),
        ],
      }),
      ['a citation holds the evidence'],
      undefined,
    ],
    [
      'the evidence second',
      rightAnswer({
        passages: [
          { passage: SCHOOLS, score: 2 },
          { passage: BEDS, score: 1 },
        ],
      }),
      ['evidence recall@1', 'MRR'],
      undefined,
    ],
    [
      'words that must not be said',
      rightAnswer({ answer: '养老床位3000张，不是2000张。[1]' }),
      ['answer right', 'answers whose every number is in a cited passage'],
      'composition',
    ],
    [
      'words that must be said are not',
      rightAnswer({ answer: '护理型床位占比达到60%。[1]' }),
      ['answer right'],
      'composition',
    ],
    [
      'too long',
      rightAnswer({ answer: `养老床位3000张。[1]${'啊'.repeat(800)}` }),
      ['answer right'],
      'composition',
    ],
  ];

  test.each(CASES)('%s', (_what, answer, moved, cause) => {
    const { shareOf, misses } = scored(answer);
    expect(new Set(EVERY_SHARE.filter((name) => shareOf(name) !== 1))).toEqual(new Set(moved));
    expect(misses[0]?.cause).toBe(cause);
  });

  test('rank two is worth a half', () => {
    const passages = [
      { passage: SCHOOLS, score: 2 },
      { passage: BEDS, score: 1 },
    ];
    expect(scored(rightAnswer({ passages })).shareOf('MRR')).toBe(0.5);
  });

  test('half of the evidence is worth a half', () => {
    const golden = sampleGolden({ evidence: ['养老床位达到3000张', '引进博士20名'] });
    expect(scored(rightAnswer(), golden).shareOf('evidence recall@5')).toBe(0.5);
  });

  test('a number worked out honestly needs no source; a wrong one does', () => {
    const answer = (value: string): Answer =>
      rightAnswer({
        answer: `养老床位3000张，相差${value}。[1]`,
        claims: [
          {
            text: '养老床位3000张',
            citations: [1],
            computed: [{ value, how: 'difference', from: ['3000', '60'] }],
          },
        ],
      });
    const name = 'answers whose every number is in a cited passage';
    expect(scored(answer('2940')).shareOf(name)).toBe(1);
    expect(scored(answer('2950')).shareOf(name)).toBe(0);
  });
});

describe('what is not answered', () => {
  test.each<[string, readonly (typeof BEDS)[], MissCause]>([
    ['though the evidence was found: a refusal', [BEDS], 'refusal'],
    ['for the evidence was not found: retrieval', [SCHOOLS], 'retrieval'],
  ])('%s', (_why, passages, cause) => {
    const { shareOf, misses } = scored({
      ...notFoundAnswer(),
      passages: passages.map((passage) => ({ passage, score: 1 })),
    });
    expect(shareOf('answerable: answers')).toBe(0);
    expect(shareOf('answer right')).toBe(0);
    expect(misses.map((miss) => miss.cause)).toEqual([cause]);
  });

  test('and cannot be: that is right', () => {
    const golden = sampleGolden({ type: 'unanswerable', evidence: [], must_contain: [] });
    const { shareOf, misses } = scored(notFoundAnswer(), golden);
    expect(shareOf('unanswerable: says so')).toBe(1);
    expect(shareOf('answerable: answers')).toBeUndefined();
    expect(shareOf('answer right')).toBeUndefined();
    expect(misses).toEqual([]);
  });

  test('and cannot be, but is: a miss that should abstain', () => {
    const golden = sampleGolden({ type: 'unanswerable', evidence: [], must_contain: [] });
    const { shareOf, misses } = scored(rightAnswer(), golden);
    expect(shareOf('unanswerable: says so')).toBe(0);
    expect(misses.map(({ cause, what }) => [cause, what])).toEqual([['refusal', 'should abstain']]);
  });
});
