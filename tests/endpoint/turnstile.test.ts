import { expect, test } from 'vitest';
import { Turnstile } from '../../src/endpoint/turnstile.ts';

const never = (): AbortSignal => new AbortController().signal;

test('lets so many in at a time, the others in the order they came', async () => {
  const turnstile = new Turnstile(1);
  const order: number[] = [];
  const visit = async (visitor: number): Promise<void> => {
    const leave = await turnstile.enter(never());
    order.push(visitor);
    await Promise.resolve();
    leave();
  };
  await Promise.all([1, 2, 3].map(visit));
  expect(order).toEqual([1, 2, 3]);
});

test('a place is given back once, however often it is left', async () => {
  const turnstile = new Turnstile(1);
  const leave = await turnstile.enter(never());
  leave();
  leave();
  await turnstile.enter(never());
  const waiting = new AbortController();
  const second = turnstile.enter(waiting.signal);
  waiting.abort(new Error('still shut'));
  await expect(second).rejects.toThrow('still shut');
});

test('who gives up waiting leaves the line', async () => {
  const turnstile = new Turnstile(1);
  const leave = await turnstile.enter(never());
  const impatient = new AbortController();
  const [gaveUp, patient] = [turnstile.enter(impatient.signal), turnstile.enter(never())];
  impatient.abort(new Error('too slow'));
  await expect(gaveUp).rejects.toThrow('too slow');
  leave();
  expect(await patient).toBeTypeOf('function');
});

test('nobody enters with a signal that is over', async () => {
  const turnstile = new Turnstile(1);
  await expect(turnstile.enter(AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  expect(await turnstile.enter(never())).toBeTypeOf('function');
});
