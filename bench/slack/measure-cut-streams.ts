import { setTimeout } from 'node:timers/promises';
import type { SlackMessage } from '../../tests/fakes/slack/messages.ts';
import type { Session } from './session.ts';

export interface CutStreamsMeasurement {
  readonly kills: number;
  /** Of the kills, how many struck while an answer was streaming. */
  readonly cut: number;
  /** Of these, whose message was complete in time after the restart. */
  readonly finished: number;
  /** With more than one message of ours. */
  readonly doubled: number;
  /** Seconds from the restart until the last was finished. */
  readonly longestSeconds: number;
}

const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const FINISHED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** Kills the process while an answer streams, so many times, and looks what becomes of the answer after the restart. */
export async function measureCutStreams(
  { slack, town, crash }: Session,
  kills: number,
): Promise<CutStreamsMeasurement> {
  let [cut, finished, doubled, longestSeconds] = [0, 0, 0, 0];
  for (let at = 0; at < kills; at += 1) {
    // What ends a stream fails, so that it is still streaming when the process is killed.
    const release = slack.faults.add({
      fault: { kind: 'http500' },
      methods: at % 2 === 0 ? ['chat.stopStream'] : ['chat.stopStream', 'chat.appendStream'],
    });
    const { channel, ts } = await slack
      .person(town.people[at % town.people.length] ?? '')
      .direct(`${QUESTION}（${at}）`);
    const replies = (): SlackMessage[] =>
      slack.thread(channel, ts).filter(({ user }) => user === 'UBOT');
    const isStreaming = await isTrueWithin(() => replies()[0]?.streaming_state === 'in_progress');
    if (isStreaming) cut += 1;
    release();
    await crash();
    const startedMs = Date.now();
    const isFinished = await isTrueWithin(() => {
      const [reply] = replies();
      return reply !== undefined && reply.streaming_state !== 'in_progress' && isFinal(reply);
    });
    if (isFinished) finished += 1;
    longestSeconds = Math.max(longestSeconds, (Date.now() - startedMs) / 1_000);
    if (replies().length > 1) doubled += 1;
  }
  return { kills, cut, finished, doubled, longestSeconds };
}

const isFinal = ({ metadata }: SlackMessage): boolean =>
  JSON.stringify(metadata ?? null).includes('"final":true');

async function isTrueWithin(look: () => boolean): Promise<boolean> {
  const untilMs = Date.now() + FINISHED_WITHIN_MS;
  while (!look()) {
    if (Date.now() > untilMs) return false;
    await setTimeout(LOOK_EVERY_MS);
  }
  return true;
}
