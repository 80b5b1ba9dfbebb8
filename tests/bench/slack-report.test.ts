import { expect, test } from 'vitest';
import { type Measurements, renderSlackReport } from '../../bench/slack/slack-report.ts';

const RUN = {
  machine: {
    cpu: 'Some CPU',
    cores: 2,
    memoryBytes: 24 * 2 ** 30,
    system: 'Linux 6 x64',
    load: 0.12,
    node: 'v20.20.2',
    packages: ['@slack/bolt 5.1.0'],
    commit: 'abc1234',
  },
  measuredAt: new Date('2026-11-22T10:00:00Z'),
};
const NOTHING: Measurements = {
  acks: [],
  paces: [],
  bursts: [],
  chaos: [],
  streams: [],
  memories: [],
};
const SPREAD = { median: 5, p95: 20, p99: 40, max: 90 };
const MEMORY = { residentBytes: 300 * 2 ** 20, heapBytes: 100 * 2 ** 20 };

const WITH_ACKS: Measurements = {
  ...NOTHING,
  acks: [
    {
      transport: 'http',
      load: 1.5,
      questions: 600,
      events: 1_000,
      leastUnderWay: 50,
      ackMs: SPREAD,
      burstMs: SPREAD,
    },
  ],
};
const WITH_MEMORY: Measurements = {
  ...NOTHING,
  memories: [
    {
      transport: 'socket',
      load: 1,
      minutes: 30.4,
      questions: 9_000,
      samples: [{ minute: 0.5, ...MEMORY }],
      warm: MEMORY,
      end: { ...MEMORY, residentBytes: 315 * 2 ** 20 },
    },
  ],
};

test('a report has a part for what was measured, and none for what was not', () => {
  const report = renderSlackReport({ ...RUN, ...WITH_ACKS });
  expect(report).toContain('Some CPU, 2 cores, 24 GB, Linux 6 x64, load 0.1 before.');
  expect(report).toContain('| http | 1.5 | 600 | 1,000 | 50 | 5.0 ms | 20 ms | 40 ms | 90 ms |');
  expect(report.match(/^## /gmu)).toHaveLength(1);
});

test('growth is that of the end over the warm process', () => {
  const report = renderSlackReport({ ...RUN, ...WITH_MEMORY });
  expect(report).toContain(
    '| socket | 30.4 | 9,000 | 300 MB | 315 MB | 5.0 % | 100 MB | 100 MB | 0.0 % |',
  );
});

test('parts that were measured earlier stay, in their place', () => {
  const earlier = renderSlackReport({ ...RUN, ...WITH_MEMORY });
  const now = { ...RUN, measuredAt: new Date('2026-11-23T10:00:00Z') };
  const report = renderSlackReport({ ...now, ...WITH_ACKS }, earlier);
  const titles = [...report.matchAll(/^## (.*)$/gmu)].map(([, title]) => title);
  expect(titles).toEqual([
    'Acknowledging while fifty questions are under way',
    'Memory under steady load',
  ]);
  expect(report).toContain('Measured 2026-11-22, commit abc1234.');
  expect(renderSlackReport({ ...now, ...NOTHING }, report)).toBe(report);
});
