import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { QuestionQueue } from '../../../../src/channels/slack/answering/question-queue.ts';

test('questions that keep the processor busy begin one after the other, with turns of the event loop between them', async () => {
  const queue = new QuestionQueue(4);
  const happened: string[] = [];
  const asking = Promise.all(
    Array.from({ length: 6 }, () => queue.run('U1', async () => happened.push('question')).result),
  );
  const over = new AbortController();
  const turning = (async () => {
    for (; !over.signal.aborted; await setImmediate()) happened.push('turn');
  })();
  await asking;
  over.abort();
  await turning;
  const begun = happened.flatMap((what, at) => (what === 'question' ? [at] : []));
  expect(begun).toHaveLength(6);
  expect(begun.filter((at) => happened[at + 1] === 'question')).toEqual([]);
});

test('no more run at once than it was told, and the others wait in line', async () => {
  const queue = new QuestionQueue(2);
  const asking = Array.from({ length: 5 }, () => queue.run('U1', () => setImmediate()).result);
  expect(queue.state).toEqual({ running: 2, waiting: 3 });
  await Promise.all(asking);
  expect(queue.state).toEqual({ running: 0, waiting: 0 });
});

test('each knows how many wait before it, and nothing of those behind', async () => {
  const queue = new QuestionQueue(2);
  const turns = Array.from({ length: 5 }, () => queue.run('U1', () => setImmediate()));
  expect(turns.map((turn) => turn.place())).toEqual([null, null, 0, 1, 2]);
  await turns[0]?.result;
  expect(turns.at(-1)?.place()).toBeLessThan(2);
  await Promise.all(turns.map(({ result }) => result));
  expect(turns.at(-1)?.place()).toBeNull();
});

test('people take turns, each with the oldest of their questions', async () => {
  const queue = new QuestionQueue(1);
  const begun: string[] = [];
  const ask = (author: string, name: string) =>
    queue.run(author, async () => {
      begun.push(name);
      await setImmediate();
    });
  const turns = [
    ...['a1', 'a2', 'a3', 'a4'].map((name) => ask('U1', name)),
    ask('U2', 'b1'),
    ask('U2', 'b2'),
    ask('U3', 'c1'),
  ];
  expect(turns.map((turn) => turn.place())).toEqual([null, 2, 4, 5, 0, 3, 1]);
  await Promise.all(turns.map(({ result }) => result));
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
});

test('who asked much before waits no longer than the others once that is answered', async () => {
  const queue = new QuestionQueue(1);
  await Promise.all([1, 2, 3].map(() => queue.run('U1', () => setImmediate()).result));
  const begun: string[] = [];
  const first = queue.run('U9', () => setImmediate());
  const turns = ['U1', 'U2'].map((author) => queue.run(author, async () => begun.push(author)));
  await Promise.all([first.result, ...turns.map(({ result }) => result)]);
  expect(begun).toEqual(['U1', 'U2']);
});
