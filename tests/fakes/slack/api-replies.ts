import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Blow } from './faults.ts';
import type { Fields } from './fields.ts';

export interface Reply {
  readonly status: number;
  readonly body: Fields;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers in the fault's way, or not at all. */
export function strike(fault: Blow, response: ServerResponse): void {
  switch (fault.kind) {
    case 'http500':
      response.writeHead(500).end('internal error');
      return;
    case 'rate-limited':
      sendReply(response, {
        status: 429,
        body: { ok: false, error: 'ratelimited' },
        headers: { 'retry-after': String(fault.retryAfterSeconds) },
      });
      return;
    case 'error':
      sendReply(response, { status: 200, body: { ok: false, error: fault.error } });
      return;
    case 'cut':
      response.destroy();
      return;
    case 'not-json':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(fault.body ?? '<html>maintenance</html>');
      return;
  }
}

export function sendReply(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** The body; nothing when the app went away in the middle of it. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  try {
    return await text(request);
  } catch (error) {
    if (request.complete) {
      throw error;
    }
    return undefined;
  }
}
