import { webApi } from '@slack/bolt';

/** Errors of Slack itself that pass. */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'ratelimited',
]);

/** Where a message was to go, nobody can be reached any more. */
const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'not_in_channel',
  'thread_not_found',
]);

/** What of a failed call to do again; `afterMs` where Slack said when. */
export interface Verdict {
  readonly passes: boolean;
  readonly afterMs?: number;
}

export function verdictOn(error: unknown): Verdict {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { passes: true, afterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIRequestError) return { passes: true };
  if (error instanceof webApi.WebAPIHTTPError) return { passes: error.statusCode >= 500 };
  if (error instanceof webApi.WebAPIPlatformError) return { passes: isPassing(error.data.error) };
  return { passes: false };
}

/** Whether Slack understood a call and will never do it. */
export const isRefused = (error: unknown): error is webApi.WebAPIPlatformError =>
  error instanceof webApi.WebAPIPlatformError && !isPassing(error.data.error);

/** Whether the workspace does not let us write there, though we may hear what is asked. */
export const isBarred = (error: unknown): boolean =>
  isRefused(error) &&
  /^(?:restricted_action|posting_to_general_channel_denied)/u.test(error.data.error);

export const isGone = (error: unknown): boolean => isRefused(error) && GONE.has(error.data.error);

/** A proxy's page in place of an answer is no word of Slack's. */
const isPassing = (error: string): boolean => PASSING.has(error) || !/^[a-z_]+$/u.test(error);
