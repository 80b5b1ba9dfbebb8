import { expect, test } from 'vitest';
import { renderReport } from '../../bench/report.ts';

const MEASUREMENT = {
  scale: 10,
  documents: 50,
  textBytes: 5 * 2 ** 20,
  passages: 11_030,
  indexBytes: 66 * 2 ** 20,
  ingestSeconds: 20,
  ingestPeakBytes: 700 * 2 ** 20,
  unchangedSeconds: 1.234,
  coldAskSeconds: 2,
  openSeconds: 0.5,
  answers: 294,
  firstMs: { median: 12.3, p95: 45.6, p99: 500, max: 600 },
  againMs: { median: 9.87, p95: 40, p99: 70, max: 80 },
  answersPeakBytes: 300 * 2 ** 20,
};

test('a report says where, when and on what it was measured, and one row a corpus', () => {
  const report = renderReport({
    machine: {
      cpu: 'Some CPU',
      cores: 2,
      memoryBytes: 24 * 2 ** 30,
      system: 'Linux 6 x64',
      load: 0.12,
      node: 'v20.20.2',
      packages: ['nodejieba 3.5.8'],
      commit: 'abc1234',
    },
    measuredAt: new Date('2026-11-22T10:00:00Z'),
    measurements: [MEASUREMENT],
  });
  expect(report).toContain(
    '2026-11-22, commit abc1234.\nSome CPU, 2 cores, 24 GB, Linux 6 x64, load 0.1 before.\n',
  );
  expect(report).toContain('Node v20.20.2, nodejieba 3.5.8.');
  expect(report).toContain('| 10× | 50 | 5 MB | 11,030 | 66 MB |');
  expect(report).toContain('| 10× | 20.00 s | 552 | 700 MB | 1.23 s | 2.00 s |');
  expect(report).toContain(
    '| 10× | 0.50 s | 294 | 12 ms | 46 ms | 600 ms | 9.9 ms | 40 ms | 80 ms | 300 MB |',
  );
});
