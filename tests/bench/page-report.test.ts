import { expect, test } from 'vitest';
import { renderPageReport } from '../../bench/page-report.ts';

const machine = {
  cpu: 'Some CPU',
  cores: 2,
  memoryBytes: 24 * 2 ** 30,
  system: 'Linux 6 x64',
  load: 0.12,
  node: 'v20.20.2',
  packages: [],
  commit: 'abc1234',
};

const measured = {
  wireBytes: { '/documents/a': 89_234 },
  scriptBytes: { answer: 12_345, reader: 6_789 },
  serverMs: { search: { median: 12.34, p95: 29.9, p99: 29.9, max: 41 } },
  ratePerSecond: 512.6,
  sights: undefined,
};

test('a report says what was sent, how fast, and on what', () => {
  const report = renderPageReport(measured, machine, new Date('2026-03-01T08:00:00Z'));
  expect(report).toContain('2026-03-01, commit abc1234.');
  expect(report).toContain('| /documents/a | 89.2 kB |');
  expect(report).toContain('| search | 12.3 ms | 29.9 ms | 41.0 ms |');
  expect(report).toContain('513 documents a second');
  expect(report).toContain('of the first page, compressed | 12.3 kB | 25 kB |');
  expect(report).toContain('no Chromium');
});

test('what was seen in a browser is told too', () => {
  const sights = {
    paintMs: { '/': 231.5 },
    answerShift: 0,
    frameMs: 16.7,
    times: { answerMs: 41.2, passages: 316, firstTextMs: 120, wholeMs: 300 },
    barriers: { pages: 28, axeFindings: ['a page: some-rule'], needingScripts: ['the record'] },
  };
  const report = renderPageReport({ ...measured, sights }, machine, new Date(0));
  expect(report).toContain('| / | 231.5 ms |');
  expect(report).toContain('stream in: 0.0000');
  expect(report).toContain('after Enter, warm | 41.2 ms | 80 ms |');
  expect(report).toContain('of 316 paragraphs and rows: to its first text | 120.0 ms | 150 ms |');
  expect(report).toContain('with JavaScript off | the record | the record |');
  expect(report).toContain('three widths | 1 | 0 |');
  expect(report).toContain('- a page: some-rule');
});
