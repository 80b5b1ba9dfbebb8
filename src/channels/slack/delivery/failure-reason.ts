import { webApi } from '@slack/bolt';

/** Why a call to Slack failed, in one word; never what Slack or a proxy wrote. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof webApi.WebAPIPlatformError)
    return /^[a-z_]+$/u.test(error.data.error) ? error.data.error : 'malformed';
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof webApi.WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError) return 'unreachable';
  return 'unexpected';
};

/** For the log: one word for what is known to happen, the whole error for what is not. */
export const failureDetails = (error: unknown): object => {
  const reason = reasonOf(error);
  return reason === 'unexpected' ? { err: error } : { reason };
};
