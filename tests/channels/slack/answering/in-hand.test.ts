import { expect, test } from 'vitest';
import { InHand } from '../../../../src/channels/slack/answering/in-hand.ts';
import type { UnfinishedQuestion } from '../../../../src/state/event-ledger.ts';

const owed: UnfinishedQuestion = {
  key: 'T1:Ev1',
  messageKey: null,
  surface: 'mention',
  author: 'slack:T1:U1',
  teamId: 'T1',
  channelId: 'C1',
  messageTs: null,
  threadTs: null,
  conversation: null,
  replyTs: null,
};

test('a question that is being worked on is not due, and one that could not be ended later and later', async () => {
  let nowMs = 0;
  const inHand = new InHand(() => nowMs);
  await inHand.hold(owed.key, async () => {
    nowMs += 60_000;
    expect(inHand.due([owed])).toEqual([]);
  });
  const waits: number[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const startMs = nowMs;
    while (inHand.due([owed]).length === 0) nowMs += 10_000;
    waits.push(nowMs - startMs);
    await inHand.hold(owed.key, async () => undefined);
  }
  expect(waits).toEqual([40_000, 80_000, 160_000, 320_000]);
});

test('a question just accepted is left alone for a while, and then taken up', () => {
  let nowMs = 0;
  const inHand = new InHand(() => nowMs);
  expect(inHand.due([owed])).toEqual([]);
  nowMs += 30_000;
  expect(inHand.due([owed])).toEqual([owed]);
});

test('what is no longer owed is forgotten', async () => {
  let nowMs = 0;
  const inHand = new InHand(() => nowMs);
  await inHand.hold(owed.key, async () => undefined);
  nowMs += 25_000;
  expect(inHand.due([])).toEqual([]);
  expect(inHand.due([owed])).toEqual([]);
});
