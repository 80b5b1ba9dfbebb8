import { expect, test } from 'vitest';
import { compact } from '../../../src/answer/prove/compact-text.ts';
import { withoutRanks } from '../../../src/answer/prove/ranked-things.ts';
import { DOCUMENTS } from './claims.ts';

test.each([
  '目标最高的是淄川区，为75%；周村区为70%。',
  '淄川区的目标更高：淄川区为75%，周村区为70%。',
  '淄川区为75%，周村区为70%，高新区为80%，周村区最低。',
])('what the figures of a claim rank is worked out: %s', (claim) => {
  expect(withoutRanks(compact(claim), DOCUMENTS)).not.toMatch(/[最更][高低]/u);
});

test.each([
  '目标最高的是周村区，为70%；淄川区为75%。',
  '目标最高的是淄川区，为75%；周村区为75%。',
  '淄川区最高，为75%。',
  '淄川区为全市最高，为75%，周村区为70%。',
  '淄川区为75%，周村区为70万人，淄川区最高。',
])('and what they do not rank stays to be proven: %s', (claim) => {
  expect(withoutRanks(compact(claim), DOCUMENTS)).toBe(compact(claim));
});
