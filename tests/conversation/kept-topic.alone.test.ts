import { describe, expect, test } from 'vitest';
import { keptTopic } from '../../src/conversation/kept-topic.ts';
import { createJiebaSegmenter } from '../../src/segment/jieba-segmenter.ts';
import { parseSynonyms } from '../../src/understand/synonyms.ts';
import { sampleTopic } from './sample-topic.ts';

/** Documents that speak of care for the old, and of these terms. */
const understandingOf = (...terms: readonly string[]): Parameters<typeof keptTopic>[1] => ({
  segmenter: createJiebaSegmenter(''),
  synonyms: parseSynonyms('小宝宝\t婴幼儿\n'),
  statistics: { passages: 100, frequency: (term) => (['养老', ...terms].includes(term) ? 3 : 0) },
});

const subjectOf = (subject: string, known = understandingOf()): string =>
  keptTopic(sampleTopic({ subject }), known).subject;

describe('what of a topic outlives its question', () => {
  test('is what was asked about, in its own words', () => {
    const topic = sampleTopic({ subject: '常住人口城镇化率', context: '养老床位 农村公路' });
    expect(keptTopic(topic, understandingOf())).toEqual(topic);
  });

  test('is no name of a person', () => {
    const subject = subjectOf('我叫张小三 王小丽的养老床位');
    expect(subject).toContain('养老床位');
    expect(subject).not.toMatch(/张小三|王小丽/u);
  });

  test('is not who somebody says to be', () => {
    expect(subjectOf('我是审计处的欧阳建国 养老床位')).toBe('养老床位');
    expect(subjectOf('我们来自发改局 养老床位')).toBe('养老床位');
    expect(subjectOf('我们是不是有养老床位')).toContain('养老床位');
  });

  test('is no long number, wherever it stands', () => {
    const asked = sampleTopic({
      subject: '身份证37030219900101123x的养老床位',
      asking: '谁负责13812345678',
      context: '电话13812345678',
    });
    const kept = keptTopic(asked, understandingOf());
    expect(JSON.stringify({ ...kept, focus: [] })).not.toMatch(/\d{5}/u);
    expect(kept.subject).toContain('养老床位');
    expect(kept.asking).toContain('谁负责');
  });

  test('are names and numbers that the documents have themselves', () => {
    const known = understandingOf('蒲松龄', '12345');
    expect(subjectOf('蒲松龄故居', known)).toContain('蒲松龄');
    expect(subjectOf('12345热线', known)).toContain('12345');
  });

  test('are words in no dictionary whose characters stand so in the documents', () => {
    const known = understandingOf('配建', '建率');
    expect(subjectOf('社区养老设施配建率', known)).toBe('社区养老设施配建率');
  });

  test('are everyday wordings of the list of synonyms', () => {
    expect(subjectOf('小宝宝的托管位子')).toContain('小宝宝');
  });

  test('are asking words', () => {
    const asking = '多少谁牵头哪年第几';
    expect(keptTopic(sampleTopic({ asking }), understandingOf()).asking).toBe(asking);
  });

  test('is short, however long the question was', () => {
    const long = '养老服务体系建设𠮷'.repeat(250);
    const kept = keptTopic(
      sampleTopic({
        subject: long,
        asking: long,
        context: long,
        places: Array.from({ length: 99 }, (_, at) => `地${at}`),
      }),
      understandingOf(),
    );
    expect(JSON.stringify(kept).length).toBeLessThan(700);
    expect(kept.subject).not.toMatch(/\p{Cs}/u);
  });
});
