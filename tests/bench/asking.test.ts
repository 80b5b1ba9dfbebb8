import { expect, onTestFinished, test } from 'vitest';
import { askSteadily } from '../../bench/slack/ask-steadily.ts';
import { Asker } from '../../bench/slack/asking.ts';
import { createTown, inSlack } from '../../bench/slack/town.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';

const CONVERSATIONS = [['甲一', '甲二'], ['乙一'], ['丙一', '丙二']];

async function createAsker(): Promise<Asker> {
  const town = createTown(4);
  const redelivery = { delaysMs: [] };
  const slack = await startFakeSlack({ ...inSlack(town), redelivery });
  onTestFinished(() => slack.close());
  return new Asker(slack, town, CONVERSATIONS);
}

test('second questions come after all first ones, in the threads of theirs, and then all begins anew', async () => {
  const asker = await createAsker();
  const asked = [];
  for (let at = 0; at < 6; at += 1) asked.push(await asker.ask());
  expect(asked.map(({ text }) => text)).toEqual(['甲一', '乙一', '丙一', '甲二', '丙二', '甲一']);
  const [, , opening, , following] = asked;
  expect(following?.said.threadTs).toBe(opening?.said.ts);
  expect(new Set(asked.map(({ answerId }) => answerId)).size).toBe(6);
});

test('of three conversations one is in direct messages', async () => {
  const asker = await createAsker();
  const first = [await asker.ask(), await asker.ask(), await asker.ask()];
  expect(first.map(({ said }) => said.channel)).toEqual(['D0001', 'C0002', 'C0003']);
});

test('steady asking gives what each came to, in order, and ends with the first that fails', async () => {
  const asked: number[] = [];
  const ask = async (at: number): Promise<number> => {
    asked.push(at);
    if (at === 2) throw new Error('no answer');
    return at;
  };
  expect(await askSteadily({ perSecond: 1_000, count: 2, ask })).toEqual([0, 1]);
  await expect(askSteadily({ perSecond: 100, count: 50, ask })).rejects.toThrow();
  expect(asked.length).toBeLessThan(52);
});
