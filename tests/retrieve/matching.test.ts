import { describe, expect, test } from 'vitest';
import { conceptIn, coverageOf, formIn, isHeading } from '../../src/retrieve/matching.ts';
import { type Sentence, sentencesOf } from '../../src/retrieve/sentences.ts';
import { sampleConcept, sampleInfo, samplePassage, sampleQuery } from './sample-query.ts';

function sentenceOf(text: string, changes: Parameters<typeof samplePassage>[0] = {}): Sentence {
  const [sentence] = sentencesOf(samplePassage({ text, ...changes }), sampleInfo());
  if (!sentence) throw new Error(`no sentence in ${text}`);
  return sentence;
}

describe('how much of a wording a text holds', () => {
  test('all of it', () => {
    expect(formIn('城镇化率', '常住人口城镇化率75%')).toBe(1);
  });

  test.each([
    ['养老', '养殖'],
    ['失业率', '失业人员比率'],
    ['城镇化率', '城市化水平'],
  ])('nothing of %s in %s', (form, flat) => {
    expect(formIn(form, flat)).toBe(0);
  });

  test('most of its pieces count, but less than the whole', () => {
    const share = formIn('高价值发明专利拥有量', '每万人口发明专利拥有量（高价值）');
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });

  test('of several wordings the best counts, an official one by its weight', () => {
    const concept = sampleConcept(['老人', '老年人']);
    expect(conceptIn(concept, '关爱老人')).toBe(1);
    expect(conceptIn(concept, '关爱老年人')).toBe(0.6);
    expect(conceptIn(concept, '关爱儿童')).toBe(0);
  });
});

describe('coverage', () => {
  const beds = sampleConcept(['床位'], { weight: 3 });
  const care = sampleConcept(['养老'], { weight: 1 });
  const query = sampleQuery({ concepts: [beds, care] });

  test('is the weighted share of what was found', () => {
    expect(coverageOf(query, '养老床位300张').share).toBe(1);
    expect(coverageOf(query, '床位300张').share).toBeCloseTo(0.75, 12);
    expect(coverageOf(query, '养老服务').share).toBeCloseTo(0.25, 12);
    expect(coverageOf(query, '其他').share).toBe(0);
  });

  test('names what was found and what was not', () => {
    const { found, missing } = coverageOf(query, '床位300张');
    expect(found).toEqual([beds]);
    expect(missing).toEqual([care]);
  });

  test('counts headings, but less', () => {
    const { share, found } = coverageOf(query, '床位300张', '发展养老事业');
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1);
    expect(found).toEqual([beds, care]);
  });

  test('what no document knows is missing without counting against a text', () => {
    const panda = sampleConcept(['熊猫'], { unknown: true, weight: 9 });
    const { share, missing } = coverageOf(sampleQuery({ concepts: [beds, panda] }), '床位300张');
    expect(share).toBe(1);
    expect(missing).toEqual([panda]);
  });

  test('of a question about nothing is nothing', () => {
    expect(coverageOf(sampleQuery(), '床位300张')).toEqual({ share: 0, found: [], missing: [] });
  });
});

describe('headings', () => {
  test.each([
    ['加快民生建设。', ['第一章 加快民生建设'], true],
    ['加快民生建设，建成5所。', ['第一章 加快民生建设'], false],
  ])('%s under %j is only its heading: %s', (text, headingPath, expected) => {
    expect(isHeading(sentenceOf(text, { headingPath }))).toBe(expected);
  });
});
