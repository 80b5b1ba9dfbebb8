import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { timeLimit } from '../../src/endpoint/time-limit.ts';

setFlagsFromString('--expose-gc');
const sweepGarbage: unknown = runInNewContext('gc');

describe('timeLimit', () => {
  test('runs out although only a combined signal knows of it and garbage is swept', async () => {
    if (typeof sweepGarbage !== 'function') throw new Error('this Node cannot sweep on demand');
    const within = (ms: number) => AbortSignal.any([new AbortController().signal, timeLimit(ms)]);
    const signal = AbortSignal.any([within(100), timeLimit(60_000)]);
    const aborted = new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(signal.reason));
    });
    for (let pass = 0; pass < 3; pass += 1) {
      await setTimeout(10);
      sweepGarbage();
    }
    expect(await aborted).toMatchObject({ name: 'TimeoutError' });
  });
});
