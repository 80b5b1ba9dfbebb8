import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../secret.ts';

/** Somebody on whose behalf Slack asks. */
export interface SlackCaller {
  readonly userId: string;
  readonly teamId: string;
}

/** Slack signs as it signs every request; who asks stands beside the signature. Not yet seen from Slack itself. */
const HEADERS = {
  signature: 'x-slack-signature',
  timestamp: 'x-slack-request-timestamp',
  user: 'x-slack-user-id',
  team: 'x-slack-team-id',
} as const;

const MAX_AGE_SEC = 5 * 60;
const ID = /^[A-Z0-9]{2,40}$/u;

export const isFromSlack = (headers: IncomingHttpHeaders): boolean =>
  headers[HEADERS.signature] !== undefined;

/**
 * Whom Slack names; undefined where the request is not signed by Slack, now, for somebody. The signature covers the body
 * and the time: that the name beside them is Slack's own is for the encrypted connection to see to.
 */
export function slackCaller(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: Secret,
  nowMs: number,
): SlackCaller | undefined {
  const { [HEADERS.signature]: signature, [HEADERS.timestamp]: timestamp } = headers;
  const { [HEADERS.user]: userId, [HEADERS.team]: teamId } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return undefined;
  if (!isId(userId) || !isId(teamId)) return undefined;
  const isNow = Math.abs(nowMs / 1000 - Number(timestamp)) <= MAX_AGE_SEC;
  if (!isNow || !isSame(signature, signatureOf(timestamp, body, secret))) return undefined;
  return { userId, teamId };
}

function signatureOf(timestamp: string, body: Buffer, secret: Secret): string {
  const hmac = createHmac('sha256', secret.reveal());
  return `v0=${hmac.update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

function isSame(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}
