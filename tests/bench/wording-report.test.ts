import { expect, test } from 'vitest';
import { renderWordingReport } from '../../bench/wording-report.ts';

const SPREAD = { median: 1, p95: 2.5, p99: 4, max: 12 };

test('a report says what a claim costs, and what fifty questions cost the others', () => {
  const report = renderWordingReport(
    {
      questions: 185,
      claims: 223,
      claimMs: SPREAD,
      firstClaimMs: { ...SPREAD, max: 8 },
      crowd: { questions: 50, lateMs: { ...SPREAD, max: 90 } },
    },
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
  expect(report).toContain('after its last letter | 223 | 1.0 ms | 2.5 ms | 4.0 ms | 12 ms |');
  expect(report).toContain('first claim of an answer | 185 | 1.0 ms | 2.5 ms | 4.0 ms | 8.0 ms |');
  expect(report).toContain('how late the others | 50 | 1.0 ms | 2.5 ms | 4.0 ms | 90 ms |');
});
