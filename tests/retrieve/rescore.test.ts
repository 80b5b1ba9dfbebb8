import { describe, expect, test } from 'vitest';
import type { Hit, Passage } from '../../src/model.ts';
import { type RescoredHit, rescore } from '../../src/retrieve/rescore.ts';
import { askedUnit } from '../../src/understand/asked-unit.ts';
import type { Query, Scope } from '../../src/understand/query.ts';
import { yearsIn } from '../../src/understand/years.ts';
import { sampleConcept, sampleInfo, samplePassage, sampleQuery } from './sample-query.ts';

const EAST = sampleInfo();
const WEST = sampleInfo({ id: 'west-14fyp', region: '西城区', title: '西城区规划' });
const DOCUMENTS = new Map([EAST, WEST].map((document) => [document.id, document]));

/** Equal to every retriever, so that only reading closely tells them apart. */
const alike = (...passages: Passage[]): Hit[] => passages.map((passage) => ({ passage, score: 1 }));
const idsOf = (hits: readonly RescoredHit[]): string[] => hits.map(({ passage }) => passage.id);
const ranked = (query: Query, ...passages: Passage[]): string[] =>
  idsOf(rescore(query, alike(...passages), DOCUMENTS));

const BEDS = sampleConcept(['床位']);
const scopeOf = (changes: Partial<Scope>): Scope => ({ ...sampleQuery().scope, ...changes });

describe('the scope the question names', () => {
  const query = sampleQuery({
    concepts: [BEDS],
    scope: scopeOf({ documentIds: ['east-14fyp'], regionNames: ['东城'] }),
  });
  const own = samplePassage({ id: 'own', text: '床位300张。' });
  const foreign = samplePassage({ id: 'foreign', documentId: 'west-14fyp', text: '床位300张。' });
  const aboutIt = samplePassage({
    id: 'about-it',
    documentId: 'west-14fyp',
    text: '与东城共建床位300张。',
  });
  const underIt = samplePassage({
    id: 'under-it',
    documentId: 'west-14fyp',
    headingPath: ['支持东城发展'],
    text: '床位300张。',
  });

  test('leaves out other documents, but for what speaks of its region', () => {
    expect(ranked(query, foreign, own, aboutIt, underIt)).toEqual(['own', 'about-it', 'under-it']);
  });

  test('none named leaves out none', () => {
    const anywhere = sampleQuery({ concepts: [BEDS] });
    expect(new Set(ranked(anywhere, foreign, own))).toEqual(new Set(['foreign', 'own']));
  });

  test('the sort of document it names comes first', () => {
    const either = sampleQuery({
      concepts: [BEDS],
      scope: scopeOf({
        documentIds: ['east-14fyp', 'west-14fyp'],
        preferredIds: ['west-14fyp'],
      }),
    });
    expect(ranked(either, own, foreign)).toEqual(['foreign', 'own']);
  });
});

describe('reading closely', () => {
  test('a passage that says more of the question comes first', () => {
    const query = sampleQuery({ concepts: [BEDS, sampleConcept(['养老'])] });
    const both = samplePassage({ id: 'both', text: '养老床位300张。' });
    const one = samplePassage({ id: 'a-one', text: '床位300张。' });
    expect(ranked(query, one, both)).toEqual(['both', 'a-one']);
  });

  test('what stands together in a sentence beats what stands apart in two', () => {
    const query = sampleQuery({ concepts: [BEDS, sampleConcept(['护理'])] });
    const together = samplePassage({ id: 'z', text: '护理床位300张。道路20条。' });
    const apart = samplePassage({ id: 'a', text: '护理人员20名。床位300张。' });
    expect(ranked(query, apart, together)).toEqual(['z', 'a']);
  });

  test('the asked year comes first, another year last', () => {
    const query = sampleQuery({ concepts: [BEDS], time: yearsIn('2025年') });
    const right = samplePassage({ id: 'z-right', text: '到2025年，床位300张。' });
    const silent = samplePassage({ id: 'm-silent', text: '床位300张。' });
    const wrong = samplePassage({ id: 'a-wrong', text: '2020年，床位300张。' });
    expect(ranked(query, wrong, silent, right)).toEqual(['z-right', 'm-silent', 'a-wrong']);
  });

  test('a figure of the asked kind comes first', () => {
    const unit = askedUnit('多少张');
    const query = sampleQuery({ concepts: [BEDS], unit });
    const without = samplePassage({ id: 'a', text: '增加床位。' });
    const numeral = samplePassage({ id: 'b', text: '增加三张床位。' });
    const figure = samplePassage({ id: 'c', text: '增加床位300张。' });
    expect(ranked(query, without, numeral, figure)).toEqual(['c', 'b', 'a']);
  });

  test('a quoted name comes before the same words without marks', () => {
    const query = sampleQuery({
      concepts: [sampleConcept(['六大中心'])],
      quoted: ['六大中心'],
    });
    const named = samplePassage({ id: 'z', text: '建设“六大中心”。' });
    const loose = samplePassage({ id: 'a', text: '建设六大中心。' });
    expect(ranked(query, loose, named)).toEqual(['z', 'a']);
  });

  test('a heading says less than a text', () => {
    const query = sampleQuery({ concepts: [BEDS] });
    const headingPath = ['增加床位'];
    const heading = samplePassage({ id: 'a', text: '增加床位。', headingPath });
    const text = samplePassage({ id: 'z', text: '新设床位300张。', headingPath: ['养老'] });
    expect(ranked(query, heading, text)).toEqual(['z', 'a']);
  });

  test('an enumeration comes first where a list is wanted', () => {
    const query = sampleQuery({ concepts: [BEDS], wants: new Set(['list']) });
    const list = samplePassage({ id: 'z', text: '床位、轮椅、助行器。' });
    const plain = samplePassage({ id: 'a', text: '床位和轮椅等。' });
    expect(ranked(query, plain, list)).toEqual(['z', 'a']);
  });

  test('what an earlier turn stood on comes first', () => {
    const [a, z] = [
      samplePassage({ id: 'a', text: '床位。' }),
      samplePassage({ id: 'z', text: '床位。' }),
    ];
    expect(ranked(sampleQuery({ concepts: [BEDS] }), a, z)).toEqual(['a', 'z']);
    expect(ranked(sampleQuery({ concepts: [BEDS], focus: ['z'] }), a, z)).toEqual(['z', 'a']);
  });

  test('gives the sentences of each passage, best first', () => {
    const passage = samplePassage({ text: '道路20条。床位300张。' });
    const [hit] = rescore(sampleQuery({ concepts: [BEDS] }), alike(passage), DOCUMENTS);
    expect(hit?.sentences.map(({ sentence }) => sentence.text)).toEqual([
      '床位300张。',
      '道路20条。',
    ]);
  });

  test('equal scores are ordered by id', () => {
    const query = sampleQuery({ concepts: [BEDS] });
    const twins = ['c', 'a', 'b'].map((id) => samplePassage({ id, text: '床位300张。' }));
    expect(ranked(query, ...twins)).toEqual(['a', 'b', 'c']);
  });

  test('nothing found is nothing', () => {
    expect(rescore(sampleQuery(), [], DOCUMENTS)).toEqual([]);
  });
});

describe('siblings of the heading the question names', () => {
  const query = sampleQuery({ text: '加强养老服务要建多少床位', concepts: [BEDS] });
  const meant = samplePassage({
    id: 'z-meant',
    headingPath: ['第一章 民生', '一、加强养老服务'],
    text: '床位300张。',
  });
  const sibling = samplePassage({
    id: 'a-sibling',
    headingPath: ['第一章 民生', '二、加强医疗服务'],
    text: '床位300张。',
  });
  const elsewhere = samplePassage({
    id: 'b-elsewhere',
    headingPath: ['第二章 产业', '一、旅游'],
    text: '床位300张。',
  });

  test('are told as such and come last', () => {
    const hits = rescore(query, alike(sibling, elsewhere, meant), DOCUMENTS);
    expect(idsOf(hits).at(-1)).toBe('a-sibling');
    expect(hits.filter(({ isBeside }) => isBeside).map(({ passage }) => passage.id)).toEqual([
      'a-sibling',
    ]);
  });

  test('of another document are no siblings', () => {
    const other = samplePassage({ ...sibling, id: 'other', documentId: 'west-14fyp' });
    const hits = rescore(query, alike(meant, other), DOCUMENTS);
    expect(hits.some(({ isBeside }) => isBeside)).toBe(false);
  });

  test('no heading named, no siblings', () => {
    const hits = rescore(
      sampleQuery({ text: '要建多少床位', concepts: [BEDS] }),
      alike(sibling, meant),
      DOCUMENTS,
    );
    expect(hits.some(({ isBeside }) => isBeside)).toBe(false);
  });
});
