import { expect, test } from 'vitest';
import { PrivateAnswers } from '../../../../src/channels/slack/answering/private-answers.ts';
import { RecentKeys } from '../../../../src/channels/slack/answering/recent-keys.ts';
import { sampleAnswer } from '../../fake-app.ts';

test('a private answer is given out once, to whom it was given, for half an hour', () => {
  let nowMs = 0;
  const shared = new PrivateAnswers(() => nowMs);
  const answer = sampleAnswer();
  shared.keep('a', { answer, userId: 'U1' });
  shared.keep('b', { answer, userId: 'U1' });
  expect(shared.take('a', 'U2')).toBeUndefined();
  expect(shared.take('a', 'U1')).toBe(answer);
  expect(shared.take('a', 'U1')).toBeUndefined();
  nowMs = 31 * 60_000;
  expect(shared.take('b', 'U1')).toBeUndefined();
});

test('no more than so many are kept', () => {
  const shared = new PrivateAnswers(() => 0);
  const kept = { answer: sampleAnswer(), userId: 'U1' };
  for (let count = 0; count < 600; count += 1) shared.keep(`a${count}`, kept);
  expect(shared.take('a0', 'U1')).toBeUndefined();
  expect(shared.take('a599', 'U1')).toBe(kept.answer);
});

test('a question is known by its event and by its message', () => {
  const recent = new RecentKeys();
  expect(recent.add('T1:Ev1', 'T1:C1:1')).toBe(true);
  expect(recent.add('T1:Ev1', null)).toBe(false);
  expect(recent.add('T1:Ev2', 'T1:C1:1')).toBe(false);
  expect(recent.add('T1:Ev3', null)).toBe(true);
});
