import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Parcel, Receipt, Transport } from './deliveries.ts';
import { fieldsIn } from './fields.ts';
import type { Random } from './moments.ts';
import { APP_ID } from './workspace.ts';

const MAX_CONNECTIONS = 10;
export const LINK_PATH = '/link/';

export interface SocketOptions {
  readonly ackTimeoutMs: number;
  /** How often the server pings its clients. */
  readonly serverPingMs: number;
  readonly random: Random;
  readonly changed: () => void;
}

interface Connection {
  readonly socket: WebSocket;
  /** Answers nothing any more, not even pings, and stays open. */
  isDeaf: boolean;
  /** No payload goes to a connection that was told to leave. */
  isLeaving: boolean;
}

type Settle = (receipt: Receipt) => void;

/** Slack's end of Socket Mode. */
export class SocketServer implements Transport {
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #options: SocketOptions;
  readonly #tickets = new Set<string>();
  readonly #connections = new Set<Connection>();
  readonly #pending = new Map<string, { settle: Settle; connection: Connection }>();
  readonly #closeCodes: number[] = [];
  #opened = 0;
  #greets: boolean = true;

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  /** How many are connected now. */
  get size(): number {
    return this.#connections.size;
  }

  /** How many were ever connected. */
  get opened(): number {
    return this.#opened;
  }

  /** With what code each closed connection closed. */
  get closeCodes(): readonly number[] {
    return this.#closeCodes;
  }

  /** An address that opens one connection, once. */
  mintUrl(host: string): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `ws://${host}${LINK_PATH}?ticket=${ticket}&app_id=${APP_ID}`;
  }

  /** Takes an upgrade of the HTTP server, or refuses it. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const ticket = url.searchParams.get('ticket') ?? '';
    if (url.pathname !== LINK_PATH || !this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.#welcome(opened);
    });
  };

  send({ kind, payload, acceptsResponse, retry }: Parcel): Promise<Receipt> {
    const connection = this.#pick();
    if (!connection) {
      return Promise.resolve({ acknowledged: false, reason: 'connection_failed' });
    }
    const envelopeId = randomUUID();
    const isEvent = kind === 'events_api';
    return new Promise((resolve) => {
      const settle: Settle = (receipt) => {
        clearTimeout(timer);
        this.#pending.delete(envelopeId);
        resolve(receipt);
      };
      const timer = setTimeout(() => {
        settle({ acknowledged: false, reason: 'timeout' });
      }, this.#options.ackTimeoutMs);
      this.#pending.set(envelopeId, { settle, connection });
      this.#write(connection, {
        envelope_id: envelopeId,
        type: kind,
        payload,
        accepts_response_payload: isEvent ? false : acceptsResponse,
        ...(isEvent
          ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
          : {}),
      });
    });
  }

  /** Cuts connections without a word, as a broken network does. */
  drop(): void {
    for (const { socket } of [...this.#connections]) {
      socket.terminate();
    }
  }

  /** Drops all connections again and again; what it returns ends that. */
  dropEvery(intervalMs: number): () => void {
    const timer = setInterval(() => {
      this.drop();
    }, intervalMs);
    timer.unref();
    return () => {
      clearInterval(timer);
    };
  }

  /** Tells every connection to leave; Slack closes it itself after a refresh. */
  disconnect(
    reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets',
  ): void {
    for (const connection of [...this.#connections]) {
      connection.isLeaving = reason !== 'warning';
      this.#write(connection, { type: 'disconnect', reason, debug_info: { host: 'fake' } });
    }
  }

  /** Connections stay open and answer nothing, not even pings. */
  deafen(): void {
    for (const connection of this.#connections) {
      connection.isDeaf = true;
    }
  }

  /** Whether new connections are greeted; without hello the client never starts. */
  greet(greets: boolean): void {
    this.#greets = greets;
  }

  /** Sends anything at all, to see the app survive it. */
  sendRaw(data: string): void {
    for (const { socket } of this.#connections) {
      socket.send(data);
    }
  }

  close(): Promise<void> {
    for (const { settle } of [...this.#pending.values()]) {
      settle({ acknowledged: false, reason: 'closed' });
    }
    this.drop();
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  #welcome(socket: WebSocket): void {
    const connection: Connection = { socket, isDeaf: false, isLeaving: false };
    this.#connections.add(connection);
    this.#opened += 1;
    const pings = setInterval(() => {
      if (!connection.isDeaf) {
        socket.ping();
      }
    }, this.#options.serverPingMs);
    pings.unref();
    socket.on('ping', (data) => {
      if (!connection.isDeaf) {
        socket.pong(data);
      }
    });
    socket.on('message', (data) => {
      this.#hear(data);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearInterval(pings);
      this.#lose(connection, code);
    });
    if (this.#connections.size > MAX_CONNECTIONS) {
      const reason = 'too_many_websockets';
      connection.isLeaving = true;
      this.#write(connection, { type: 'disconnect', reason, debug_info: { host: 'fake' } });
    } else if (this.#greets) {
      this.#write(connection, this.#hello());
    }
    this.#options.changed();
  }

  #hello(): object {
    return {
      type: 'hello',
      num_connections: this.#connections.size,
      connection_info: { app_id: APP_ID },
      debug_info: {
        host: 'fake',
        started: new Date().toISOString(),
        build_number: 1,
        approximate_connection_time: 18_060,
      },
    };
  }

  #hear(data: RawData): void {
    const { envelope_id: envelopeId, payload } = fieldsIn(JSON.parse(String(data)));
    this.#pending.get(String(envelopeId))?.settle({ acknowledged: true, payload: payload ?? {} });
  }

  /** What was sent over a connection that broke was not acknowledged. */
  #lose(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    this.#closeCodes.push(code);
    for (const { settle, connection: used } of [...this.#pending.values()]) {
      if (used === connection) {
        settle({ acknowledged: false, reason: 'connection_failed' });
      }
    }
    this.#options.changed();
  }

  #pick(): Connection | undefined {
    const open = [...this.#connections].filter(
      ({ socket, isLeaving }) => !isLeaving && socket.readyState === socket.OPEN,
    );
    return open[Math.floor(this.#options.random() * open.length)];
  }

  #write({ socket, isDeaf }: Connection, data: object): void {
    if (!isDeaf) {
      socket.send(JSON.stringify(data));
    }
  }
}
