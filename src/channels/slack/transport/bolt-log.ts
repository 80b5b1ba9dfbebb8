import { LogLevel } from '@slack/bolt';
import type { Logger } from '../../../log.ts';

type BoltLogger = import('@slack/bolt').Logger;

/** Tokens and tickets of Slack, wherever they stand in a text. */
const SECRET = /\b(?:xox[a-z]|xapp|xwfp)-[\w-]+|(?<=[?&]ticket=)[\w-]+/gu;

const toLine = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .replace(SECRET, '[hidden]');

/**
 * Bolt's log within ours. Its debug level prints what people write and the tickets of sockets, so it is
 * never let through, whatever our own level is.
 */
export const boltLog = (log: Logger): BoltLogger => ({
  debug: () => undefined,
  info: (...parts) => log.debug(toLine(parts)),
  warn: (...parts) => log.warn(toLine(parts)),
  error: (...parts) => log.error(toLine(parts)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
