import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Parcel, Receipt, Transport } from './deliveries.ts';

export interface HttpSenderOptions {
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
}

/** What may be wrong with a request. Everything left out is as Slack does it. */
export interface RequestFlaws {
  /** `forged`: signed with another secret; `none`: no signature headers at all. */
  readonly signature?: 'forged' | 'none';
  /** Seconds the timestamp lies in the past; negative in the future. */
  readonly ageSeconds?: number;
  readonly contentType?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AppResponse {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const FORM = 'application/x-www-form-urlencoded';

/** Slack's end of the HTTP transport. */
export class HttpSender implements Transport {
  readonly #options: HttpSenderOptions;
  #url: string | undefined;

  constructor(options: HttpSenderOptions) {
    this.#options = options;
  }

  /** Where the app listens; known only after it has started. */
  sendTo(url: string): void {
    this.#url = url;
  }

  async send({ kind, payload, retry }: Parcel): Promise<Receipt> {
    const isEvent = kind === 'events_api';
    const headers: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
      : {};
    try {
      const response = await this.post(isEvent ? JSON.stringify(payload) : formOf(kind, payload), {
        contentType: isEvent ? 'application/json' : FORM,
        headers,
      });
      return receiptOf(response);
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      return { acknowledged: false, reason: isTimeout ? 'http_timeout' : 'connection_failed' };
    }
  }

  /** Any request with any flaw, for tests of what the app refuses. */
  async post(body: string, flaws: RequestFlaws = {}): Promise<AppResponse> {
    if (this.#url === undefined) {
      throw new Error('Say where the app listens first: slack.http.sendTo(url)');
    }
    const { path = '/slack/events', contentType = 'application/json' } = flaws;
    const headers = {
      'content-type': contentType,
      'content-length': String(Buffer.byteLength(body)),
      ...this.#signature(body, flaws),
      ...flaws.headers,
    };
    return await post(new URL(path, this.#url), headers, body, this.#options.ackTimeoutMs);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #signature(body: string, { signature, ageSeconds = 0 }: RequestFlaws): Record<string, string> {
    if (signature === 'none') {
      return {};
    }
    const secret = signature === 'forged' ? 'someone-elses-secret' : this.#options.signingSecret;
    const timestamp = String(Math.floor(Date.now() / 1_000) - ageSeconds);
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
  }
}

/** One request on a connection of its own, so that none stays open when the app wants to end. */
function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs: number,
): Promise<AppResponse> {
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent: false, signal }, (response) => {
      const { statusCode: status = 0 } = response;
      text(response).then(
        (answer) => resolve({ status, body: answer, headers: response.headers }),
        reject,
      );
    });
    sent.on('error', (error) => {
      reject(signal.aborted ? signal.reason : error);
    });
    sent.end(body);
  });
}

/** A slash command is a form of its fields, everything else one field `payload`. */
function formOf(kind: Parcel['kind'], payload: Parcel['payload']): string {
  const fields =
    kind === 'slash_commands'
      ? Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
      : { payload: JSON.stringify(payload) };
  return new URLSearchParams(fields).toString();
}

function receiptOf({ status, body, headers }: AppResponse): Receipt {
  if (status < 200 || status > 299) {
    const isFinal = headers['x-slack-no-retry'] === '1';
    return { acknowledged: false, reason: 'http_error', status, isFinal };
  }
  const isJson = String(headers['content-type']).includes('json');
  return { acknowledged: true, status, payload: isJson ? JSON.parse(body) : body };
}
