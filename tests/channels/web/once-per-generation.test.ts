import { expect, test } from 'vitest';
import { oncePerGeneration } from '../../../src/channels/web/once-per-generation.ts';

test('works once for all who ask, and again for a new index', async () => {
  let generation = 'g1';
  let works = 0;
  const get = oncePerGeneration({ generation: () => generation }, async () => {
    works += 1;
    return `${generation} ${works}`;
  });
  expect(await Promise.all([get(), get()])).toEqual(['g1 1', 'g1 1']);
  generation = 'g2';
  expect(await get()).toBe('g2 2');
});

test('a failure is told and not kept', async () => {
  const outcomes = [Promise.reject(new Error('failed')), Promise.resolve('done')];
  const get = oncePerGeneration(
    { generation: () => 'g1' },
    () => outcomes.shift() ?? Promise.resolve(''),
  );
  await expect(get()).rejects.toThrow('failed');
  expect(await get()).toBe('done');
});
