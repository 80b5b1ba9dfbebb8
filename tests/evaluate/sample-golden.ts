import type { Golden } from '../../src/evaluate/golden.ts';
import type { Answer, Citation, Passage } from '../../src/model.ts';
import { samplePassage } from '../retrieve/sample-query.ts';

export const SEED =
  '东城区规划\n\n第一章 民生\n\n到2025年，养老床位达到\n— 3 —\n3000 张，护理型床位占比达到60%。新建小学5所。\n';

const TEXT = '到2025年，养老床位达到3000 张，护理型床位占比达到60%。';
export const EVIDENCE = '养老床位达到3000张';

export const BEDS: Passage = samplePassage({
  id: 'beds',
  headingPath: ['第一章 民生'],
  text: TEXT,
  quotable: TEXT,
});
export const SCHOOLS: Passage = samplePassage({ id: 'schools', text: '新建小学5所。' });

export const sampleGolden = (changes: Partial<Golden> = {}): Golden => ({
  id: 'q1',
  question: '2025年养老床位多少张？',
  type: 'number',
  docs: ['east.txt'],
  evidence: [EVIDENCE],
  chapter: '第一章 民生',
  answer: '3000张',
  must_contain: ['3000张'],
  must_not_contain: ['2000'],
  ...changes,
});

export const sampleCitation = (changes: Partial<Citation> = {}): Citation => ({
  n: 1,
  documentId: 'east',
  documentTitle: '东城区规划',
  headingPath: BEDS.headingPath,
  page: null,
  lines: [5, 7],
  quote: '养老床位达到3000 张',
  passageId: 'beds',
  passage: BEDS.text,
  url: 'http://plans.test/documents/east#p-beds',
  ...changes,
});

/** Right in everything. */
export const rightAnswer = (changes: Partial<Answer> = {}): Answer => ({
  question: '2025年养老床位多少张？',
  outcome: 'answered',
  kind: 'passage',
  answer: '到2025年，养老床位达到3000 张。[1]',
  claims: [{ text: '到2025年，养老床位达到3000 张。', citations: [1] }],
  citations: [sampleCitation()],
  passages: [
    { passage: BEDS, score: 2 },
    { passage: SCHOOLS, score: 1 },
  ],
  timings: { retrieveMs: 1, totalMs: 2 },
  notes: [],
  ...changes,
});

export const notFoundAnswer = (): Answer => ({
  ...rightAnswer(),
  outcome: 'not-found',
  kind: 'none',
  answer: '文件中没有找到答案。',
  claims: [],
  citations: [],
});
