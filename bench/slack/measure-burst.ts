import { setTimeout } from 'node:timers/promises';
import { markOf } from '../../tests/channels/slack/reply-mark.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import type { Session } from './session.ts';

export interface BurstMeasurement {
  readonly questions: number;
  readonly answered: number;
  /** With more than one message of ours. */
  readonly doubled: number;
  /** From asking to the whole answer. */
  readonly waitMs: Spread;
}

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const WITHIN_MS = 10_000;
const SETTLED_WITHIN_MS = 240_000;
const SHOWING = new Set(['chat.postMessage', 'chat.update']);

/** Everybody in town writes to us directly within ten seconds. */
export async function measureBurst({
  slack,
  town: { people },
  untilIdle,
}: Session): Promise<BurstMeasurement> {
  const apartMs = WITHIN_MS / people.length;
  const asked = await Promise.all(
    people.map(async (id, at) => {
      await setTimeout(at * apartMs);
      const askedMs = Date.now();
      const { channel, ts } = await slack.person(id).direct(QUESTION);
      return { askedMs, channel, ts };
    }),
  );
  await untilIdle(SETTLED_WITHIN_MS);
  const answeredMs = new Map<string, number>();
  for (const { method, args, atMs, answer } of slack.calls()) {
    const mark = SHOWING.has(method) && answer?.ok === true ? markOf(args.metadata) : undefined;
    if (mark?.final && !answeredMs.has(mark.answer_id)) answeredMs.set(mark.answer_id, atMs);
  }
  const replies = asked.map(({ askedMs, channel, ts }) => ({
    askedMs,
    ours: slack
      .channel(channel)
      .filter((one) => one.user === 'UBOT' && one.visibleTo === undefined && one.ts > ts),
  }));
  const waits = replies.flatMap(({ askedMs, ours: [answer] }) => {
    const atMs = answeredMs.get(markOf(answer?.metadata)?.answer_id ?? '');
    return atMs === undefined ? [] : [atMs - askedMs];
  });
  return {
    questions: asked.length,
    answered: waits.length,
    doubled: replies.filter(({ ours }) => ours.length > 1).length,
    waitMs: spreadOf(waits),
  };
}
