import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

const DEBUG = pino.levels.values.debug ?? 20;

/** Names under which a secret might stand in what is logged. */
const SECRETS = ['apiKey', 'authorization', 'botToken', 'appToken', 'signingSecret', 'token'];

/**
 * One JSON a line, to standard error where no other destination is given. What people ask and what they are
 * answered (`question`, `answer`) is left out of every message above debug.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
      hooks: {
        logMethod([first, ...rest], method, messageLevel) {
          method.apply(this, [messageLevel > DEBUG ? withoutTalk(first) : first, ...rest]);
        },
      },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

function withoutTalk(logged: unknown): unknown {
  if (typeof logged !== 'object' || logged === null || logged instanceof Error) return logged;
  const { question: _question, answer: _answer, ...rest } = { question: '', answer: '', ...logged };
  return rest;
}
