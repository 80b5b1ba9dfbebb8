import { once } from 'node:events';
import { Agent, get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface RawResponse {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** A request whose path and answer nobody tidies up, as fetch does. */
export async function fetchRaw(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  const request = get({ agent, hostname, port, path, headers });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response === undefined) throw new Error('no response');
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}
