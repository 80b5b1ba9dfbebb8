import { markOf } from '../../tests/channels/slack/reply-mark.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { askSteadily } from './ask-steadily.ts';
import type { Asked } from './asking.ts';
import type { Session } from './session.ts';

export interface PaceMeasurement {
  readonly questions: number;
  /** From asking to the first message that people see of the answer. */
  readonly signMs: Spread;
  /** From asking to the whole answer. */
  readonly answerMs: Spread;
  /** Of one core. */
  readonly processorShare: number;
}

export interface Pace {
  readonly perSecond: number;
  readonly count: number;
}

const SETTLED_WITHIN_MS = 120_000;
const SHOWING = new Set(['chat.postMessage', 'chat.update']);
const PROCESSOR_SECONDS = 'youju_process_cpu_seconds_total';

/** Questions at an even pace, whatever becomes of those before. Throws where one is never answered. */
export async function measurePace(session: Session, pace: Pace): Promise<PaceMeasurement> {
  const youju = session.youju();
  const busySeconds = await youju.metric(PROCESSOR_SECONDS);
  const startedMs = Date.now();
  const asked = await askSteadily({ ...pace, ask: () => session.asker.ask() });
  await session.untilIdle(SETTLED_WITHIN_MS);
  const tookSeconds = (Date.now() - startedMs) / 1_000;
  const processorShare = ((await youju.metric(PROCESSOR_SECONDS)) - busySeconds) / tookSeconds;
  const { signs, answers } = showings(session);
  return {
    questions: asked.length,
    signMs: spreadOf(asked.map((question) => waitFor(question, signs))),
    answerMs: spreadOf(asked.map((question) => waitFor(question, answers))),
    processorShare,
  };
}

/** When each answer was first seen and when it was whole, by the calls that Slack took. */
function showings({ slack }: Session) {
  const signs = new Map<string, number>();
  const answers = new Map<string, number>();
  for (const { method, args, atMs, answer } of slack.calls()) {
    const mark = SHOWING.has(method) && answer?.ok === true ? markOf(args.metadata) : undefined;
    if (!mark) continue;
    if (!signs.has(mark.answer_id)) signs.set(mark.answer_id, atMs);
    if (mark.final && !answers.has(mark.answer_id)) answers.set(mark.answer_id, atMs);
  }
  return { signs, answers };
}

function waitFor({ answerId, askedMs, text }: Asked, times: ReadonlyMap<string, number>): number {
  const atMs = times.get(answerId);
  if (atMs === undefined) throw new Error(`never answered: ${text}`);
  return atMs - askedMs;
}
