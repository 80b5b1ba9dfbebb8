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

  test('are refused with a feature that nothing measures', () => {
    const strange = { ...json(), features: [...json().features, 'colour'] };
    expect(() => parseJudge(strange)).toThrow(
      expect.objectContaining({
        code: 'WEIGHTS_UNUSABLE',
        message: expect.stringContaining('colour'),
      }),
    );
  });

  test('are refused without one that is measured', () => {
    const rest = json().features.filter((name) => name !== 'rank');
    expect(() => parseJudge({ ...json(), features: rest })).toThrow(
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
