import { describe, expect, test } from 'vitest';
import {
  askedLink,
  askOptions,
  fittingTurns,
  readAsked,
} from '../../../../src/channels/web/asking/asked.ts';

const parse = (address: string) => {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URL(address, 'http://x').searchParams)
    query[name] = [...(query[name] ?? []), value];
  return readAsked(query);
};

describe('what an address asks', () => {
  test('is nothing without a question', () => {
    expect(readAsked({})).toBeUndefined();
    expect(readAsked({ t: '前一问' })).toBeUndefined();
  });

  test('is a question, perhaps of one document, perhaps after others', () => {
    expect(readAsked({ q: '甲', document: '', t: ['一', '二'] })).toEqual({
      question: '甲',
      documentId: undefined,
      turns: ['一', '二'],
    });
    expect(readAsked({ q: ['甲', '乙'], document: 'a' })?.question).toBe('甲');
  });

  test('comes back from its own link', () => {
    const asked = { question: '那周村呢？&#', documentId: 'a b', turns: ['淄川=?', '+'] };
    expect(parse(askedLink(asked))).toEqual(asked);
    const inOwnWords = { ...asked, inOwnWords: true };
    expect(parse(askedLink(inOwnWords))).toEqual(inOwnWords);
    expect(askOptions(inOwnWords)).toMatchObject({ inOwnWords: true });
  });

  test('is put to the core as turns and documents, left out where there are none', () => {
    expect(askOptions({ question: '甲', documentId: undefined, turns: [] })).toEqual({});
    expect(askOptions({ question: '甲', documentId: 'a', turns: ['一'] })).toEqual({
      documentIds: ['a'],
      turns: ['一'],
    });
  });
});

describe('earlier turns', () => {
  test('are the newest six', () => {
    expect(fittingTurns(['1', '2', '3', '4', '5', '6', '7'])).toEqual([...'234567']);
  });

  test('are fewer where they are long, so that any address fits', () => {
    const long = '长'.repeat(2000);
    expect(fittingTurns([long, '短', long])).toEqual(['短', long]);
    const asked = { question: long, documentId: undefined, turns: fittingTurns([long, long]) };
    expect(askedLink(asked).length).toBeLessThan(64 * 1024);
  });
});
