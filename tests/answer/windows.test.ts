import { describe, expect, test } from 'vitest';
import {
  asSentence,
  readable,
  throughFullStop,
  wantsWhole,
  windowOf,
} from '../../src/answer/windows.ts';
import { type Sentence, sentencesOf } from '../../src/retrieve/sentences.ts';
import { askedUnit } from '../../src/understand/asked-unit.ts';
import { sampleConcept, samplePassage, sampleQuery } from '../retrieve/sample-query.ts';

const LONG =
  '坚持以人民为中心的发展思想，扎实推进养老服务体系建设，到2025年，养老床位达到3000张，其中护理型床位占比达到60%，' +
  '新建农村幸福院20处，改造提升敬老院5所，引导社会力量参与养老服务，推动医养康养结合发展，不断满足老年人多样化需求。';

function sentenceOf(text: string): Sentence {
  const [sentence] = sentencesOf(samplePassage({ text }), undefined);
  if (!sentence) throw new Error(`no sentence in ${text}`);
  return sentence;
}
const lengthOf = (text: string): number => text.replace(/\s+/gu, '').length;

describe('the part of a sentence that answers', () => {
  const query = sampleQuery({
    concepts: [sampleConcept(['护理型床位'], { weight: 3 }), sampleConcept(['养老'])],
    unit: askedUnit('占比是多少'),
  });

  test.each([20, 40, 60, 110])('is a verbatim slice of at most %i characters', (limit) => {
    const window = windowOf(query, sentenceOf(LONG), limit);
    expect(LONG).toContain(window);
    expect(window).toContain('护理型床位占比达到60%');
    const date = '到2025年，';
    expect(lengthOf(window.replace(date, ''))).toBeLessThanOrEqual(limit);
  });

  test('keeps the clause that dates it', () => {
    const dated =
      '继续努力，不断前进，到2025年，护理型床位占比达到60%，其他方面同样取得长足的进步。';
    const window = windowOf(query, sentenceOf(dated), 20);
    expect(dated).toContain(window);
    expect(window.startsWith('到2025年，护理型床位占比达到60%')).toBe(true);
  });

  test('is the whole sentence where that is short enough', () => {
    const short = '护理型床位占比达到60%，其他从略。';
    expect(windowOf(query, sentenceOf(short))).toBe(short);
  });

  test('is longer where something whole is wanted', () => {
    const whole = sampleQuery({ concepts: query.concepts, wants: new Set(['overview']) });
    expect(lengthOf(windowOf(whole, sentenceOf(LONG)))).toBeGreaterThan(
      lengthOf(windowOf(query, sentenceOf(LONG))),
    );
  });

  test('is something even where no clause is short enough', () => {
    const unbroken = '护理型床位'.repeat(40);
    expect(windowOf(query, sentenceOf(unbroken), 20)).toBe(unbroken);
  });

  test.each([
    [['list'], undefined, true],
    [['define'], undefined, true],
    [['overview'], undefined, true],
    [['who'], undefined, false],
    [['list'], '几个', false],
    [[], undefined, false],
  ] as const)('wanting %j with unit %j wants something whole: %s', (wants, asked, expected) => {
    const unit = asked === undefined ? undefined : askedUnit(asked);
    expect(wantsWhole(sampleQuery({ wants: new Set(wants), unit }))).toBe(expected);
  });
});

describe('what ； joins, up to the full stop', () => {
  const passage = samplePassage({ text: '前言。一是建园；二是修路；三是治水。后记。' });

  test.each([
    ['一是建园；', 100, '一是建园；二是修路；三是治水。'],
    ['一是建园；', 10, '一是建园；二是修路；'],
    ['三是治水。', 100, '三是治水。'],
    ['不在文中', 100, '不在文中'],
  ])('%s within %i: %s', (quote, limit, expected) => {
    expect(throughFullStop(passage, quote, limit)).toBe(expected);
  });
});

describe('read aloud', () => {
  test.each([
    ['生产总值达到\n 461.1 亿元', '生产总值达到 461.1 亿元'],
    ['经十\n路东延', '经十路东延'],
    ['第一章 砥砺奋进', '第一章砥砺奋进'],
    ['占 GDP 比重', '占 GDP 比重'],
  ])('%j → %s', (text, expected) => {
    expect(readable(text)).toBe(expected);
  });

  test.each([
    ['建成5所；', '建成5所。'],
    ['建成5所，', '建成5所。'],
    ['建成5所', '建成5所。'],
    ['建成5所。', '建成5所。'],
    ['——高质量发展。', '高质量发展。'],
    ['（区发改局牵头）', '（区发改局牵头）'],
    ['真的吗？', '真的吗？'],
  ])('%s → %s', (quote, sentence) => {
    expect(asSentence(quote)).toBe(sentence);
  });
});
