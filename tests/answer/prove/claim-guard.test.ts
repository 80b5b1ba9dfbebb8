import { describe, expect, test } from 'vitest';
import { unproven } from '../../../src/answer/prove/claim-guard.ts';
import { DOCUMENTS, readClaims } from './claims.ts';

const CASES = readClaims('claims.tsv');

describe('true claims of the plans, worded in other ways', () => {
  test.each(
    CASES.filter(({ isTrue }) => isTrue).map((one) => [one.claim.text, one.why, one] as const),
  )('%s (%s)', (_text, _why, { claim }) => {
    expect(unproven(claim, DOCUMENTS)).toBeUndefined();
  });
});

describe('the same with one thing altered', () => {
  test.each(
    CASES.filter(({ isTrue }) => !isTrue).map((one) => [one.claim.text, one.why, one] as const),
  )('%s (%s)', (_text, _why, { claim }) => {
    expect(unproven(claim, DOCUMENTS)).toBeDefined();
  });
});
