import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slogansOf } from '../../../src/answer/kinds/slogans.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Passage } from '../../../src/model.ts';
import { openRealIndex } from '../../real-index.ts';

function passage(quotable: string, kind: Passage['kind'] = 'text'): Passage {
  return {
    id: quotable.slice(0, 8),
    documentId: 'a',
    ordinal: 0,
    kind,
    headingPath: [],
    text: quotable,
    quotable,
    lines: [1, 1],
    page: null,
  };
}

const quotesOf = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    slogansOf([passage(text)]).map(({ name, proofs }) => [name, proofs.map(({ quote }) => quote)]),
  );

describe('a slogan is explained by', () => {
  test('as many things before it as it counts', () => {
    expect(quotesOf('发挥优势，打造加工、研发、分拨“三大中心”，拓展新模式。')).toEqual({
      三大中心: ['打造加工、研发、分拨“三大中心”'],
    });
  });

  test('as many things in brackets behind it', () => {
    expect(quotesOf('推进“四个一”全覆盖（即一条街、一条道、一张网、一个点），建设城镇。')).toEqual({
      四个一: ['“四个一”全覆盖（即一条街、一条道、一张网、一个点）'],
    });
  });

  test('a sentence that says what it is', () => {
    expect(quotesOf('规划“一核”为核心区，“两城”为科学城和公园城。')).toEqual({
      两城: ['“两城”为科学城和公园城'],
    });
  });

  test('its figures, one by one or added up', () => {
    expect(quotesOf('优化甲等三大传统产业,培育乙等两大新兴产业,构建“32”产业体系。')).toEqual({
      32: ['优化甲等三大传统产业,培育乙等两大新兴产业,构建“32”产业体系'],
    });
    expect(quotesOf('重点发展甲、乙及丙、丁“2+1+1”主导产业。')).toEqual({
      '2+1+1': ['重点发展甲、乙及丙、丁“2+1+1”主导产业'],
    });
  });

  test.each([
    '打造加工、研发“三大中心”，拓展新模式。',
    '做好“六稳”工作。',
    '编制“十四五”规划、“八五”普法规划。',
    '产业、城市。生态“三个转型”。',
    '培育三大产业,构建“333”产业体系。',
  ])('nothing in: %s', (text) => {
    expect(quotesOf(text)).toEqual({});
  });
});

describe('of the real documents', () => {
  let index: PlanIndex;
  beforeAll(async () => {
    index = await openRealIndex();
  });
  afterAll(() => index.close());

  test('the known slogans are there, each quote word for word', () => {
    const slogans = index.documents.flatMap(({ id }) => slogansOf(index.passagesOf(id)));
    const names = slogans.map(({ documentId, name }) => `${documentId} ${name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'zhoucun-14fyp 四区两带',
        'zhoucun-14fyp 333',
        'zibo-hitech-14fyp 三区一窗口',
        'zibo-hitech-14fyp 三区',
        'zibo-hitech-14fyp 3+2+1',
        'zibo-hitech-14fyp 五大中心',
        'zichuan-14fyp 十个一',
      ]),
    );
    for (const { name, proofs } of slogans) {
      expect(proofs.length, name).toBeGreaterThan(0);
      for (const {
        passage: { quotable },
        quote,
      } of proofs)
        expect(quotable).toContain(quote);
    }
  });
});
