import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadQuestions } from '../../../bench/questions.ts';
import { Asker } from '../../../bench/slack/asking.ts';
import { type ChaosSubject, measureChaos } from '../../../bench/slack/measure-chaos.ts';
import { untilIdle, withSession } from '../../../bench/slack/session.ts';
import { createTown, inSlack } from '../../../bench/slack/town.ts';
import { buildRealIndex } from '../../real-index.ts';
import { openSlackWorld } from './slack-world.ts';

const QUESTIONS = 15;
const TOWN = createTown(QUESTIONS);
const GOLDEN = join(import.meta.dirname, '../../golden/questions.jsonl');
/** Slack tries for six minutes: long enough for a process to be started anew. */
const REDELIVERY = { delaysMs: [50, 1_000, 2_000, 4_000, 8_000, 16_000] };
/** Processes take long to start where others work too. */
const TIMEOUT_MS = 10 * 60_000;
const TRANSPORTS = ['socket', 'http'] as const;

async function expectOneAnswerEach(
  subject: ChaosSubject,
  transport: (typeof TRANSPORTS)[number],
): Promise<void> {
  const measured = await measureChaos(subject, {
    questions: QUESTIONS,
    perSecond: 10,
    transport,
    seed: 7,
    redeliveredWithinMs: 2_000,
  });
  expect(measured).toMatchObject({ answered: QUESTIONS, wrong: [] });
  expect(measured.redelivered).toBeGreaterThan(0);
  expect(measured.struck).toBeGreaterThan(0);
  expect(subject.slack.violations).toEqual([]);
}

const conversations = await loadQuestions(GOLDEN, QUESTIONS);

test.each(TRANSPORTS)(
  'over %s each question is answered once though events repeat, calls fail and the process is killed',
  async (transport) => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-chaos-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const indexDir = await buildRealIndex();
    const setting = { transport, indexDir, conversations, folder, size: QUESTIONS };
    await withSession({ ...setting, redelivery: REDELIVERY }, (session) =>
      expectOneAnswerEach(session, transport),
    );
  },
  TIMEOUT_MS,
);

test.each(TRANSPORTS)(
  'over %s also when it is stopped and started anew meanwhile',
  async (transport) => {
    const slack = { ...inSlack(TOWN), redelivery: REDELIVERY };
    const world = await openSlackWorld({ transport, slack });
    onTestFinished(() => world.close());
    const subject: ChaosSubject = {
      slack: world.slack,
      asker: new Asker(world.slack, TOWN, conversations),
      crash: async () => {
        await world.stop();
        await world.start();
      },
      untilIdle: (withinMs) => untilIdle(() => world.running().health(), withinMs),
    };
    await expectOneAnswerEach(subject, transport);
  },
  TIMEOUT_MS,
);
