import type { ServerResponse } from 'node:http';

/** Ways to go wrong before anything of an answer was sent, and in the middle of one. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string;
      /** What the error is said to be, e.g. of a gateway that names what it does not know. */
      readonly message?: string;
      readonly isHtml?: boolean;
    }
  /** Takes the request and never says a thing. */
  | { readonly kind: 'stall' }
  /** Half of the answer, then nothing. */
  | { readonly kind: 'stall-midway' }
  /** Half of the answer, then the connection is cut. */
  | { readonly kind: 'break-off' }
  /** Half of the answer, then a tidy end without a reason to stop. */
  | { readonly kind: 'end-early' }
  | { readonly kind: 'bad-utf8' }
  | { readonly kind: 'bad-json' }
  /** JSON, of quite another form. */
  | { readonly kind: 'wrong-shape' }
  /** A page of a proxy, with status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  /** An error in the middle of the stream, as upstreams report it. */
  | { readonly kind: 'error-midway' }
  /** Keeps the connection alive for ever and says nothing. */
  | { readonly kind: 'never-finish' }
  /** Tokens without end, whatever was asked for. */
  | { readonly kind: 'million-tokens' }
  /** Megabytes without an end of line. */
  | { readonly kind: 'flood' }
  | { readonly kind: 'redirect'; readonly to: string };

/** Answers with the fault; false where it befalls the middle of an answer. */
export function failAtOnce(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'status':
      sendStatus(fault, response);
      return true;
    case 'stall':
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(PAGE);
      return true;
    case 'empty':
      response.writeHead(200, { 'content-type': 'application/json' }).end();
      return true;
    case 'wrong-shape':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"choices":"none","data":7,"result":{"text":"ok"}}');
      return true;
    case 'redirect':
      response.writeHead(307, { location: fault.to }).end();
      return true;
    case 'flood':
      void flood(response);
      return true;
    default:
      return false;
  }
}

const PAGE = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

function sendStatus(fault: Extract<Fault, { kind: 'status' }>, response: ServerResponse): void {
  const { status, retryAfter, message = 'no', isHtml = false } = fault;
  response.writeHead(status, {
    'content-type': isHtml ? 'text/html' : 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  });
  const error = { message, type: 'invalid_request_error', param: null, code: null };
  response.end(isHtml ? PAGE : JSON.stringify({ error }));
}

const PIECE = Buffer.alloc(1 << 16, 'x');

/** As much as the other side takes. */
async function flood(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('data: ');
  while (!response.destroyed) await written(response, PIECE);
}

/** Resolves once there is room for more, or nobody listens any longer. */
export const written = (response: ServerResponse, piece: Buffer | string): Promise<void> =>
  new Promise((resolve) => {
    if (response.destroyed || response.write(piece)) {
      setImmediate(resolve);
      return;
    }
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });

const TORN_CHARACTER = Buffer.from([0xe6]);

/** The fault in the middle of an answer that is sent in one. */
export function sendBroken(fault: Fault, response: ServerResponse, json: string): void {
  const half = Buffer.from(json.slice(0, json.length / 2));
  response.writeHead(200, { 'content-type': 'application/json' });
  if (fault.kind === 'break-off') response.write(half, () => response.destroy());
  else if (fault.kind === 'stall-midway' || fault.kind === 'never-finish') response.write(half);
  else if (fault.kind === 'bad-utf8') response.end(Buffer.concat([half, TORN_CHARACTER]));
  else response.end(half);
}
