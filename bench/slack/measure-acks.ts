import { setTimeout } from 'node:timers/promises';
import { type Spread, spreadOf } from '../statistics.ts';
import type { Asked } from './asking.ts';
import { isAnswered, repliesTo } from './replies.ts';
import type { Session } from './session.ts';

export interface AckMeasurement {
  readonly questions: number;
  /** From Slack's handing an event over to its acknowledgement, while all are under way. */
  readonly ackMs: Spread;
  readonly events: number;
  /** The same of the questions that all come at the same moment, before anything else was asked. */
  readonly burstMs: Spread;
  /** Fewest questions seen under way. */
  readonly leastUnderWay: number;
}

export const UNDER_WAY = 50;
const LOOK_EVERY_MS = 1_000;
const ANSWERED_WITHIN_MS = 120_000;

/** Keeps fifty questions under way, begun all at the same moment: whoever is answered asks the next. */
export async function measureAcks(session: Session, seconds: number): Promise<AckMeasurement> {
  const { slack, asker } = session;
  const untilMs = Date.now() + seconds * 1_000;
  const asked: Asked[] = [];
  const askOn = async (): Promise<void> => {
    while (Date.now() < untilMs) {
      const question = await asker.ask();
      asked.push(question);
      const isHere = () => isAnswered(repliesTo(slack, question));
      await slack.until(isHere, { what: question.text, timeoutMs: ANSWERED_WITHIN_MS });
    }
  };
  const [leastUnderWay] = await Promise.all([
    watchUnderWay(session, untilMs),
    ...Array.from({ length: UNDER_WAY }, askOn),
  ]);
  const burst = acksOf(asked.slice(0, UNDER_WAY));
  const acks = acksOf(asked.slice(UNDER_WAY));
  return {
    questions: asked.length,
    events: burst.length + acks.length,
    ackMs: spreadOf(acks),
    burstMs: spreadOf(burst),
    leastUnderWay,
  };
}

const acksOf = (asked: readonly Asked[]): number[] =>
  asked.flatMap(({ said }) => said.acks.map(({ latencyMs }) => latencyMs));

async function watchUnderWay(session: Session, untilMs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  while (Date.now() + LOOK_EVERY_MS < untilMs) {
    await setTimeout(LOOK_EVERY_MS);
    const { unfinished } = await session.youju().health();
    least = Math.min(least, unfinished ?? 0);
  }
  return least;
}
