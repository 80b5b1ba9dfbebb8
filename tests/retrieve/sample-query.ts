import type { DocumentInfo, Passage } from '../../src/model.ts';
import type { Concept, Query } from '../../src/understand/query.ts';
import { NO_KINDS } from '../../src/understand/question-kinds.ts';

let passages = 0;

/** A passage of plain text; every string of it may be replaced. */
export function samplePassage(changes: Partial<Passage> = {}): Passage {
  passages += 1;
  const text = changes.text ?? '到2025年，建成养老院5所。';
  return {
    id: `p${String(passages).padStart(4, '0')}`,
    documentId: 'east-14fyp',
    ordinal: passages,
    kind: 'text',
    headingPath: ['第一章 民生'],
    text,
    quotable: text,
    lines: [1, 1],
    page: null,
    ...changes,
  };
}

export function sampleInfo(changes: Partial<DocumentInfo> = {}): DocumentInfo {
  return {
    id: 'east-14fyp',
    file: 'east-14fyp.txt',
    title: '东城区第十四个五年规划',
    shortTitle: '东城区“十四五”规划',
    region: '东城区',
    aliases: [],
    issuer: null,
    documentNumber: null,
    issuedOn: null,
    period: [2021, 2025],
    kind: 'five-year-plan',
    sourceUrl: null,
    ...changes,
  };
}

/** Something the question is about; the first wording is the one it says. */
export const sampleConcept = (
  wordings: readonly string[],
  changes: Partial<Concept> = {},
): Concept => ({
  said: wordings[0] ?? '',
  forms: wordings.map((text, at) => ({ text, weight: at === 0 ? 1 : 0.6 })),
  weight: 1,
  unknown: false,
  isThing: true,
  ...changes,
});

/** Asks nothing in particular. */
export const sampleQuery = (changes: Partial<Query> = {}): Query => ({
  text: '',
  content: '',
  phrases: '',
  scope: {
    documentIds: [],
    preferredIds: [],
    regions: [],
    isLoose: false,
    regionNames: [],
    absentRegions: [],
    parts: [],
    places: [],
    everyRegion: false,
  },
  names: [],
  time: { years: [], periods: [], now: false },
  thisYear: 2026,
  planned: null,
  span: null,
  kinds: NO_KINDS,
  tail: null,
  origins: {},
  wants: new Set(),
  unit: undefined,
  head: undefined,
  asksMany: false,
  locations: [],
  quoted: [],
  concepts: [],
  terms: new Map(),
  figures: [],
  slips: [],
  focus: [],
  ...changes,
});
