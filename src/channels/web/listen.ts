import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { YoujuError } from '../../errors.ts';

export interface WebAddress {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** A connection on which nothing moves for so long is cut; a minute where left out. */
  readonly idleMs?: number;
  /** A request must have come in whole within so long; half a minute where left out. */
  readonly requestMs?: number;
}

export interface RunningWeb {
  /** Where it is reached, e.g. http://127.0.0.1:3000. */
  readonly address: string;
  /** Lets requests under way finish, for two seconds at most. */
  close(): Promise<void>;
}

/** A question of 2,000 characters takes 18,000 bytes in an address; Node's own limit is below that. */
const MAX_HEADER_BYTES = 64 * 1024;
const CLOSE_WITHIN_MS = 2000;
const IDLE_MS = 60_000;
/** Whoever takes longer to say what they want does so to keep the server busy. */
const REQUEST_WITHIN_MS = 30_000;

const TOO_LONG =
  'HTTP/1.1 431 Request Header Fields Too Large\r\n' +
  'Content-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n' +
  '问题太长了：请缩短到 2000 字以内再提问。\n';

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) socket.destroy();
  else if (error.code === 'HPE_HEADER_OVERFLOW') socket.end(TOO_LONG);
  else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
}

function explainListenError(error: NodeJS.ErrnoException, { host, port }: WebAddress): Error {
  const cause = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE': {
      const advice = `请停掉占用它的程序，或换一个端口，例如 YOUJU_PORT=${port + 1}。`;
      return new YoujuError('PORT_IN_USE', `端口 ${port} 已被占用。${advice}`, cause);
    }
    case 'EACCES':
      return new YoujuError(
        'CONFIG_INVALID',
        `没有权限使用端口 ${port}，请换 1024 以上的端口（YOUJU_PORT）。`,
        cause,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new YoujuError('CONFIG_INVALID', `本机没有地址 ${host}，请检查 YOUJU_HOST。`, cause);
    default:
      return error;
  }
}

/** An address of all interfaces is none a browser can go to. */
function addressOf(host: string, { port }: AddressInfo): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server): Promise<void> {
  const forced = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(forced);
}

/** Listens; throws PORT_IN_USE. */
export function listen(handler: RequestListener, wanted: WebAddress): Promise<RunningWeb> {
  const limits = {
    maxHeaderSize: MAX_HEADER_BYTES,
    requestTimeout: wanted.requestMs ?? REQUEST_WITHIN_MS,
  };
  const server = createServer(limits, handler);
  // Ends those too who ask for much and never read it.
  server.setTimeout(wanted.idleMs ?? IDLE_MS);
  server.on('clientError', refuse);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListenError(error, wanted)));
    server.listen(wanted.port, wanted.host, () => {
      const bound = server.address();
      // Only a pipe or a closed server has another kind of address.
      if (bound === null || typeof bound === 'string') throw new Error('not listening on a port');
      resolve({ address: addressOf(wanted.host, bound), close: () => close(server) });
    });
  });
}
