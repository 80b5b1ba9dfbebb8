import { webApi } from '@slack/bolt';
import type { Config } from '../../../config.ts';
import type { Logger } from '../../../log.ts';
import { boltLog } from './bolt-log.ts';

/** No call waits longer for its answer. */
const TIMEOUT_MS = 15_000;

/**
 * Options of a client that tries once and says so when it is limited: whoever calls knows whether doing it
 * again does harm. A new object each time, as Slack's packages write into it; never any `headers`, which would
 * take the place of the token.
 */
export const clientOptions = (
  { apiUrl }: Pick<Config['slack'], 'apiUrl'>,
  log: Logger,
): webApi.WebClientOptions => ({
  ...(apiUrl === null ? {} : { slackApiUrl: `${apiUrl}/` }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  timeout: TIMEOUT_MS,
  logger: boltLog(log),
});

export const createSlackClient = (
  config: Pick<Config['slack'], 'apiUrl' | 'botToken'>,
  log: Logger,
): webApi.WebClient => new webApi.WebClient(config.botToken?.reveal(), clientOptions(config, log));
