import { z } from 'zod';

/** When an event happened, in seconds since 1970. */
const timedSchema = z.object({ event_time: z.number() });

/** After an outage Slack sends for some hours what it could not deliver; a day later nobody waits for an answer. */
const LATE_AFTER_SEC = 24 * 60 * 60;

/** Whether an event is so old that acting on it would surprise people. What has no time is not. */
export function isLate(body: unknown, nowMs: number): boolean {
  const timed = timedSchema.safeParse(body).data;
  return timed !== undefined && nowMs / 1000 - timed.event_time > LATE_AFTER_SEC;
}
