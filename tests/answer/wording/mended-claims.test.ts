import { expect, test } from 'vitest';
import { type FailedClaim, mendedBy } from '../../../src/answer/wording/mended-claims.ts';

const failed = (text: string): FailedClaim => ({
  claim: { text, citations: [] },
  fault: { kind: 'figure-not-cited', what: '' },
});

const URBAN = failed('到2025年，淄川区常住人口城镇化率目标为76%。');
const FOREST = failed('2025年淄川区森林覆盖率目标为30%以上。');

const mended = (...texts: readonly string[]) => [
  ...mendedBy(
    texts.map((text) => ({ text })),
    [URBAN, FOREST],
  ),
];

test('a claim mends the one it puts right, in whatever order they come', () => {
  expect(mended('2025年淄川区森林覆盖率目标为25%以上。')).toEqual([FOREST]);
});

test('a claim that is new mends none', () => {
  expect(mended('昆仑镇列入首批山东省绿色能源示范镇。')).toEqual([]);
});

test('two claims like one mend that one only', () => {
  const claim = '到2025年，淄川区常住人口城镇化率目标为75%。';
  expect(mended(claim, `根据规划，${claim}`)).toEqual([URBAN]);
});
