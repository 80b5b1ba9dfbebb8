import { expect, test } from 'vitest';
import { renderHonestReport } from '../../bench/honest-report.ts';

test('a report says what came of an honest model, and what nobody could be asked', () => {
  const report = renderHonestReport(
    [
      {
        set: 'plans-1',
        wording: 'free',
        questions: 18,
        right: 0.9,
        rightOffline: 0.5,
        refused: Number.NaN,
        inEvidence: 0.98,
        shownAtFirst: 0.9,
        shown: 0.95,
        tokens: 4200,
        lies: { told: 40, shown: 1, msPerClaim: 2.34 },
        seconds: 0.2,
      },
    ],
    {
      cpu: 'Some CPU',
      cores: 2,
      memoryBytes: 24 * 2 ** 30,
      system: 'Linux 6 x64',
      load: 0.1,
      node: 'v20.20.2',
      packages: [],
      commit: 'abc1234',
    },
    new Date('2026-11-22T10:00:00Z'),
  );
  expect(report).toContain('2026-11-22, commit abc1234.');
  expect(report).toContain('| plans-1 | free | 18 | 0.90 | 0.50 | — | 0.98 | 0.90 | 0.95 |');
});
