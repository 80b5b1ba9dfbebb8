import { describe, expect, test } from 'vitest';
import { YoujuError } from '../../src/errors.ts';
import { parseFloors, shortfalls } from '../../src/evaluate/floors.ts';
import { parseGolden } from '../../src/evaluate/golden.ts';
import type { Figure } from '../../src/evaluate/tally.ts';

const GOOD = '{"id":"q1","question":"多少？","type":"number"}';

const failureOf = (work: () => unknown): YoujuError => {
  try {
    work();
  } catch (error) {
    if (error instanceof YoujuError) return error;
    throw error;
  }
  throw new Error('did not fail');
};

describe('a golden set', () => {
  test('one question a line; what is left out is empty', () => {
    const [golden] = parseGolden(GOOD, 'q.jsonl');
    expect(golden).toEqual({
      id: 'q1',
      question: '多少？',
      type: 'number',
      docs: [],
      evidence: [],
      answer: '',
      must_contain: [],
      must_not_contain: [],
    });
  });

  test('blank lines ask nothing', () => {
    expect(parseGolden(`\n${GOOD}\n\n  \n${GOOD}\n`, 'q.jsonl')).toHaveLength(2);
    expect(parseGolden('', 'q.jsonl')).toEqual([]);
  });

  test.each([
    ['{"id":"q1"', 'no JSON'],
    ['{"id":"q1","type":"number"}', 'neither question nor turns'],
    ['{"question":"多少？","type":"number"}', 'no id'],
    ['{"id":"q1","question":"多少？"}', 'no type'],
    ['{"id":"q1","turns":[],"type":"followup"}', 'no turn'],
    [
      '{"id":"q1","question":"多少？","type":"number","must_contain":"3"}',
      'words that are no list',
    ],
    ['[]', 'no object'],
  ])('refuses %s (%s), and names file and line', (line) => {
    const error = failureOf(() => parseGolden(`${GOOD}\n\n${line}\n${GOOD}`, 'sets/q.jsonl'));
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.message).toContain('sets/q.jsonl');
    expect(error.message).toMatch(/第 3 行/u);
    expect(error.cause).toBeDefined();
  });
});

describe('floors', () => {
  const figures = new Map<string, Figure>([
    ['answer right', { share: 0.9, n: 10 }],
    ['characters per single-fact answer', { p50: 60, p95: 200, max: 300, n: 10 }],
  ]);

  test.each([
    [{ 'answer right': 0.9 }, []],
    [{ 'answer right': 0.91 }, ['answer right']],
    [{ 'characters per single-fact answer': 60 }, []],
    [{ 'characters per single-fact answer': 59 }, ['characters per single-fact answer']],
    [{ 'answer right': { atMost: 0.9 } }, []],
    [{ 'answer right': { atMost: 0.89 } }, ['answer right']],
    [{ 'never measured': { atMost: 1 } }, ['never measured']],
    [{ 'never measured': 0 }, ['never measured']],
    [{}, []],
  ])('%j: below are %j', (floors, below) => {
    expect(shortfalls(figures, floors).map(({ name }) => name)).toEqual(below);
  });

  test.each(['{', '[]', '{"answer right":"0.9"}', '{"answer right":-1}', 'null'])(
    'refuses %s, and names the file',
    (json) => {
      const error = failureOf(() => parseFloors(json, 'floors.json'));
      expect(error.code).toBe('INPUT_INVALID');
      expect(error.message).toContain('floors.json');
    },
  );
});
