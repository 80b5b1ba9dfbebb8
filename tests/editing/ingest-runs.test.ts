import { expect, test } from 'vitest';
import { IngestRuns, type IngestRunsOptions } from '../../src/editing/ingest-runs.ts';
import { YoujuError } from '../../src/errors.ts';

const runsOf = (ingest: IngestRunsOptions['ingest'], failures: unknown[] = []): IngestRuns =>
  new IngestRuns({
    ingest,
    onFailure: (error) => failures.push(error),
    now: () => new Date(0),
  });

test('what is asked for during a run is done in one more, and not in more than that', async () => {
  let count = 0;
  const runs = runsOf(async (onProgress) => {
    count += 1;
    onProgress(1, 2, 'embed');
    expect(runs.state).toEqual({ state: 'running', phase: 'embed', done: 1, total: 2 });
    if (count === 1) for (let i = 0; i < 3; i += 1) runs.request();
    return { documents: count };
  });
  expect(runs.state).toEqual({ state: 'idle' });
  runs.request();
  await runs.settled();
  expect(count).toBe(2);
  expect(runs.state).toEqual({ state: 'done', at: '1970-01-01T00:00:00.000Z', documents: 2 });
  runs.request();
  await runs.settled();
  expect(count).toBe(3);
});

test('a failure is told in our words, and the next run may mend it', async () => {
  const failures: unknown[] = [];
  const outcomes = [
    new YoujuError('DISK_FULL', '磁盘空间不足。'),
    new Error('surprise'),
    undefined,
  ];
  const runs = runsOf(async () => {
    const error = outcomes.shift();
    if (error) throw error;
    return { documents: 1 };
  }, failures);
  const next = async () => {
    runs.request();
    await runs.settled();
    return runs.state;
  };
  expect(await next()).toMatchObject({ state: 'failed', message: '磁盘空间不足。' });
  expect(await next()).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('照常可用'),
  });
  expect(failures).toHaveLength(1);
  expect(await next()).toMatchObject({ state: 'done' });
});

test('while another process builds the index, a run waits its turn', async () => {
  let isLocked = true;
  const runs = runsOf(async () => {
    if (!isLocked) return { documents: 1 };
    isLocked = false;
    throw new YoujuError('INDEX_LOCKED', '另一个进程正在建立索引。');
  });
  runs.request();
  await runs.settled();
  expect(runs.state).toMatchObject({ state: 'done' });
});
