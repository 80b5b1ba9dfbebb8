import { setTimeout } from 'node:timers/promises';
import type { FakeSlack } from '../../tests/fakes/slack/fake-slack.ts';
import { createRandom } from '../random.ts';
import { askSteadily } from './ask-steadily.ts';
import type { Asked } from './asking.ts';
import { isAnswered, isDoubled, repliesTo, type ShownReply } from './replies.ts';
import type { Session } from './session.ts';
import type { TransportKind } from './youju-process.ts';

export interface ChaosMeasurement {
  readonly questions: number;
  readonly redelivered: number;
  /** Calls of the Web API, and how many of them failed by our doing. */
  readonly calls: number;
  readonly struck: number;
  readonly droppedSockets: number;
  readonly kills: number;
  /** With exactly one answer. */
  readonly answered: number;
  /** Of these, with an apology in place of an answer. */
  readonly apologies: number;
  readonly lost: number;
  readonly doubled: number;
  /** Of what was lost or doubled, what became of it. */
  readonly wrong: readonly string[];
}

export interface ChaosOptions {
  readonly questions: number;
  readonly perSecond: number;
  readonly transport: TransportKind;
  readonly seed: number;
  /** Some time within this an event comes again. */
  readonly redeliveredWithinMs: number;
}

/** What is exposed to it. */
export type ChaosSubject = Pick<Session, 'slack' | 'asker' | 'crash' | 'untilIdle'>;

const REDELIVERED = 0.2;
const DROP_EVERY_MS = 20_000;
const SETTLED_WITHIN_MS = 5 * 60_000;
const APOLOGY = /^抱歉/u;

/** Asks while events come twice, calls fail before and after they took effect, sockets drop and the process is killed. */
export async function measureChaos(
  { slack, asker, crash, untilIdle }: ChaosSubject,
  options: ChaosOptions,
): Promise<ChaosMeasurement> {
  const { questions, perSecond, transport, seed, redeliveredWithinMs } = options;
  const random = createRandom(seed);
  const callsBefore = slack.calls().length;
  const endFaults = addFaults(slack);
  const over = new AbortController();
  const dropping = transport === 'socket' ? dropSockets(slack, over.signal) : Promise.resolve(0);
  let crashing: Promise<void> = Promise.resolve();
  let redelivered = 0;
  const ask = async (at: number): Promise<Asked> => {
    if (at === Math.floor(questions / 2)) crashing = crash();
    const asked = await asker.ask();
    if (random() < REDELIVERED) {
      redelivered += 1;
      await setTimeout(random() * redeliveredWithinMs);
      await slack.redeliver(asked.eventId);
    }
    return asked;
  };
  const asked = await askSteadily({ perSecond, count: questions, ask });
  await crashing;
  await untilIdle(SETTLED_WITHIN_MS);
  over.abort();
  endFaults();
  return {
    questions,
    redelivered,
    calls: slack.calls().length - callsBefore,
    struck: slack.faults.struck,
    droppedSockets: await dropping,
    kills: 1,
    ...fatesOf(slack, asked),
  };
}

/** One call in twenty fails with a 500, every other of these after it took effect; and one in twenty is limited. */
function addFaults({ faults }: FakeSlack): () => void {
  const ends = [
    faults.add({ fault: { kind: 'http500' }, probability: 0.025 }),
    faults.add({ fault: { kind: 'http500', after: true }, probability: 0.025 }),
    faults.add({ fault: { kind: 'rate-limited', retryAfterSeconds: 1 }, probability: 0.05 }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

async function dropSockets(slack: FakeSlack, signal: AbortSignal): Promise<number> {
  let dropped = 0;
  while (!signal.aborted) {
    // The end of the chaos ends the pause.
    await setTimeout(DROP_EVERY_MS, undefined, { signal }).catch(() => undefined);
    dropped += slack.sockets.size;
    slack.sockets.drop();
  }
  return dropped;
}

function fatesOf(slack: FakeSlack, asked: readonly Asked[]) {
  const replies = asked.map((question) => repliesTo(slack, question));
  const answered = replies.filter((shown) => isAnswered(shown) && !isDoubled(shown));
  return {
    answered: answered.length,
    apologies: answered.filter(([reply]) => APOLOGY.test(reply?.text ?? '')).length,
    lost: replies.filter((shown) => !isAnswered(shown)).length,
    doubled: replies.filter(isDoubled).length,
    wrong: asked.flatMap((question, at) => wrongIn(question, replies[at] ?? [])),
  };
}

/** Nothing where all is as it should be. */
function wrongIn({ text, eventId, said }: Asked, shown: readonly ShownReply[]): string[] {
  if (isAnswered(shown) && !isDoubled(shown)) return [];
  const ack = said.acks.find(({ id }) => id === eventId);
  const seen = shown.map(({ part, isFinal }) => `${part}${isFinal ? ' final' : ''}`).join(', ');
  const taken = ack?.acknowledged ? 'taken' : `not taken (${ack?.reason})`;
  return [`${eventId} ${text}: ${taken} at try ${ack?.attempts}, shown: ${seen || 'nothing'}`];
}
