import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver, HTTPReceiverDeferredRequestError } from '@slack/bolt';
import type { Logger } from '../../../log.ts';
import type { Secret } from '../../../secret.ts';
import { boltLog } from './bolt-log.ts';

/** Slack's own are far smaller. */
const BODY_LIMIT = '1mb';
/** As much as Bolt allows for the past; it allows any future, which would let a request be kept for later. */
const MAX_AHEAD_SEC = 5 * 60;
const FORM = 'application/x-www-form-urlencoded';

export const createSignedReceiver = (signingSecret: Secret, log: Logger): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret: signingSecret.reveal(),
    logger: boltLog(log),
    bodyLimit: BODY_LIMIT,
  });

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close' }).end();
}

/** Requests of Slack under /slack/, signed; what is not signed now by Slack is refused without a word. */
export function signedRequests(
  receiver: HTTPReceiver,
  log: Logger,
  nowMs: () => number,
): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const aheadSec = Number(request.headers['x-slack-request-timestamp']) - nowMs() / 1000;
    if (aheadSec > MAX_AHEAD_SEC) {
      log.warn(
        { aheadSec: Math.round(aheadSec) },
        'request of Slack from the future: check clocks',
      );
      refuse(response, 401);
      return;
    }
    // Bolt knows the content type only without its charset.
    const type = request.headers['content-type'];
    if (type?.startsWith(FORM)) request.headers['content-type'] = FORM;
    take(receiver, request, response, log).catch((error: unknown) => {
      log.error({ err: error }, 'a request of Slack could not be taken');
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  };
}

/** Hands over what Bolt can read: a body that is no object, such as `null`, would end the process there. */
async function take(
  receiver: HTTPReceiver,
  request: IncomingMessage,
  response: ServerResponse,
  log: Logger,
): Promise<void> {
  const status = await refusalOf(request);
  if (status !== undefined) {
    log.warn({ status }, 'a request of Slack that cannot be read was refused');
    return refuse(response, status);
  }
  try {
    receiver.requestListener(request, response);
  } catch (error) {
    // Bolt's way to say that the address is none of its own; the error carries the whole request.
    if (!(error instanceof HTTPReceiverDeferredRequestError)) throw error;
    log.warn('request to an unknown address of Slack');
    refuse(response, 404);
  }
}

/** The status that says what is wrong with a body; undefined where it can be read. What is read is kept with the request. */
async function refusalOf(request: IncomingMessage): Promise<number | undefined> {
  try {
    const read = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT);
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(read);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? undefined : 400;
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return error.statusCode;
    if (error instanceof SyntaxError) return 400;
    throw error;
  }
}
