import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeJsonSchema, loadJudge, parseJudge } from '../../../src/answer/judge/load-judge.ts';

const FILE = join(import.meta.dirname, '../../../src/answer/judge/weights.json');
const json = () => judgeJsonSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

describe('the weights of the judge', () => {
  test('fit what it looks at, and say what they were learnt from', () => {
    const { caution } = loadJudge();
    expect(caution).toBeGreaterThan(0);
    expect(caution).toBeLessThan(1);
    expect(json().sets.length).toBeGreaterThan(3);
    expect(Object.keys(json().heldOut)).toEqual(['right', 'helped', 'wrong', 'refused']);
  });

  test.each([
    ['with a feature that nothing measures', { colour: { mean: 0, deviation: 1, weight: 1 } }],
  ])('are refused %s', (_what, more) => {
    const strange = { ...json(), choice: { ...json().choice, ...more } };
    expect(() => parseJudge(strange)).toThrow(
      expect.objectContaining({
        code: 'WEIGHTS_UNUSABLE',
        message: expect.stringContaining('colour'),
      }),
    );
  });

  test('are refused without one that is measured', () => {
    const { rank: _rank, ...rest } = json().choice;
    expect(() => parseJudge({ ...json(), choice: rest })).toThrow(
      expect.objectContaining({
        code: 'WEIGHTS_UNUSABLE',
        message: expect.stringContaining('rank'),
      }),
    );
  });

  test.each([[null], ['{}'], [[]]])('are refused in another form: %j', (other) => {
    expect(() => parseJudge(other)).toThrow(expect.objectContaining({ code: 'WEIGHTS_UNUSABLE' }));
  });
});
