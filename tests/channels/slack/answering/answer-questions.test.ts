import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { Metrics } from '../../../../src/channels/metrics.ts';
import { Answering } from '../../../../src/channels/slack/answering/answer-questions.ts';
import { RecentAnswers } from '../../../../src/channels/slack/answering/recent-answers.ts';
import { Outbox } from '../../../../src/channels/slack/delivery/outbox.ts';
import type { Reply } from '../../../../src/channels/slack/delivery/reply.ts';
import type { Question } from '../../../../src/channels/slack/intake/question.ts';
import { createLogger } from '../../../../src/log.ts';
import { createFakeApp, type FakeApp, sampleAnswer } from '../../fake-app.ts';

const question = (changes: Partial<Question> = {}): Question => ({
  key: 'T1:Ev1',
  messageKey: null,
  surface: 'mention',
  author: 'slack:T1:U1',
  teamId: 'T1',
  userId: 'U1',
  userTeamId: 'T1',
  channelId: 'C1',
  messageTs: '1.0',
  threadTs: '1.0',
  conversation: null,
  text: '样例区2025年城镇化率？',
  ...changes,
});

interface Recorded extends Reply {
  readonly said: string[];
}

function recorded(finish: (said: string[]) => void = () => undefined): Recorded {
  const said: string[] = [];
  return {
    said,
    signAfterMs: 10,
    wait: async (place) => void said.push(`wait ${place}`),
    show: async () => void said.push('show'),
    halt: () => void said.push('halt'),
    withdraw: async () => void said.push('withdraw'),
    finish: async (messages) => {
      finish(said);
      said.push(...messages.map(({ text }) => text));
    },
  };
}

const idleOutbox = (): Outbox =>
  new Outbox({ nowMs: Date.now, random: () => 0.5, onFailure: () => undefined });

function answeringOn(
  app: FakeApp,
  answerWithinMs = 5_000,
): { answering: Answering; log: string[] } {
  const log: string[] = [];
  const answering = new Answering({
    app,
    log: createLogger('info', { write: (line) => void log.push(line) }),
    metrics: new Metrics(),
    recent: new RecentAnswers(Date.now),
    uploading: { client: new webApi.WebClient(), outbox: idleOutbox(), apiUrl: null },
    files: { read: async () => ({ files: null, unread: [] }) },
    concurrency: 1,
    answerWithinMs,
    publicUrl: null,
    nowMs: Date.now,
  });
  return { answering, log };
}

const SHOWING = { canNarrow: false, canShare: false };

test('what hangs is ended with a word to the asker, after a sign', async () => {
  const app = createFakeApp();
  const hanging = { ...app, ask: () => new Promise<never>(() => undefined) };
  const { answering, log } = answeringOn(hanging, 80);
  const reply = recorded();
  const { outcome } = await answering.answer(question(), reply, SHOWING);
  expect(outcome).toBe('too-long');
  expect(reply.said[0]).toBe('wait null');
  expect(reply.said[1]).toContain('没能在限定时间内答完');
  expect(log.join('')).toContain('"outcome":"too-long"');
});

test('an answer that is quick needs no sign', async () => {
  const { answering } = answeringOn(createFakeApp());
  const reply = { ...recorded(), signAfterMs: 1_000 };
  await answering.answer(question(), reply, SHOWING);
  expect(reply.said).toHaveLength(1);
  expect(reply.said[0]).toContain('75%');
});

test('what cannot be delivered stays owed', async () => {
  const app = createFakeApp();
  const { answering, log } = answeringOn(app);
  app.events.accept(question());
  const reply = recorded(() => {
    throw new Error('Slack is down');
  });
  await answering.answer(question(), reply, SHOWING);
  expect(app.events.countUnfinished()).toBe(1);
  expect(log.join('')).toContain('answer could not be delivered');
});

test('the log says how it went and never what was said', async () => {
  const app = createFakeApp((asked) => sampleAnswer({ question: asked }));
  const { answering, log } = answeringOn(app);
  await answering.answer(question({ text: '机密的问题' }), recorded(), SHOWING);
  const line = JSON.parse(log.at(-1) ?? '{}');
  expect(line).toMatchObject({ surface: 'mention', outcome: 'answered', citations: 1 });
  expect(log.join('')).not.toMatch(/机密|75%/u);
});

test('a thread bound to a document that is gone since is bound to none', async () => {
  const app = createFakeApp();
  const { answering } = answeringOn(app);
  const conversation = 'slack:T1:C1:1.0';
  app.settings.setScope(conversation, ['gone-14fyp']);
  await answering.answer(question({ conversation }), recorded(), SHOWING);
  expect(app.asked[0]?.options).not.toHaveProperty('documentIds');
});
