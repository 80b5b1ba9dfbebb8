import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { App, Viewer } from '../../app.ts';
import { NOBODY } from '../nobody.ts';
import { createMcpServer, type McpLog } from './create-mcp-server.ts';
import { readBody } from './read-body.ts';
import type { SignIn } from './sign-in.ts';
import { Turns } from './turns.ts';

export interface McpRequestsOptions {
  readonly app: App;
  readonly publicUrl: string;
  readonly signIn: SignIn;
  /** Names of this machine that browsers may have asked for. */
  readonly hosts: readonly string[];
  readonly log: McpLog;
}

/**
 * Answers a request of another assistant.
 * @param reader who asks as the pages know them; undefined where the pages do not let them in as they are
 */
export type McpRequests = (
  request: IncomingMessage,
  response: ServerResponse,
  reader: Viewer | undefined,
) => void;

const AT_ONCE = 4;

/** Streamable HTTP without sessions: each request stands alone. */
export function createMcpRequests(options: McpRequestsOptions): McpRequests {
  const turns = new Turns(AT_ONCE);
  return (request, response, reader) => {
    answer(request, response, reader, turns, options).catch((error: unknown) => {
      options.log.error({ err: error }, 'request of another assistant failed');
      if (response.headersSent) response.destroy();
      else refuse(response, 500, '出了意外，问题已经记下。请稍后再试。');
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  reader: Viewer | undefined,
  turns: Turns,
  { app, publicUrl, signIn, hosts, log }: McpRequestsOptions,
): Promise<void> {
  if (request.method !== 'POST')
    return refuse(response, 405, '这里只收 POST：每个请求单独作答，没有会话。', { Allow: 'POST' });
  if (!isOurs(request, reader, hosts)) return refuse(response, 403, '不能从别的网站的网页里调用。');
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, '请求太大：最多 1 MB。请只发要问的那几句。');
  const signedIn = await signIn.viewerOf(request, body, reader);
  if ('refusal' in signedIn)
    return refuse(response, 401, signedIn.refusal, { 'WWW-Authenticate': 'Bearer' });
  const message = parsed(body);
  if (message === undefined) return refuse(response, 400, '请求不是 JSON。');
  const server = createMcpServer({ app: app.seenBy(signedIn.viewer), publicUrl, turns, log });
  // A transport without sessions is good for one request.
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => void server.close());
  // The transport's optional members are typed without `undefined`, its interface with it.
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, message);
}

/** A page of another site is not let in; where nobody signs in, not even under a name that it makes lead here. */
function isOurs(
  { headers }: IncomingMessage,
  reader: Viewer | undefined,
  hosts: readonly string[],
): boolean {
  const isOpen = reader === NOBODY && headers.authorization === undefined;
  const named = [
    ...(headers.origin === undefined ? [] : [headers.origin]),
    ...(isOpen ? [`http://${headers.host ?? ''}`] : []),
  ];
  return named.every(
    (address) => URL.canParse(address) && hosts.includes(new URL(address).hostname),
  );
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As JSON-RPC words an error that belongs to no message. */
function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, {
      ...headers,
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    })
    .end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
}
