import type { RequestListener } from 'node:http';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Config } from '../../../config.ts';
import type { Logger } from '../../../log.ts';
import { boltLog } from './bolt-log.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { createSignedReceiver, signedRequests } from './signed-requests.ts';
import { clientOptions } from './slack-client.ts';
import { SocketConnection } from './socket-connection.ts';

/** A way for events to come in. */
export interface Transport {
  readonly kind: 'socket' | 'http';
  readonly receiver: Receiver;
  /** Null where events come by socket. */
  readonly requests: RequestListener | null;
  /** Throws SLACK_REFUSED. */
  open(): Promise<void>;
  /** Milliseconds since events can arrive; null while they cannot. */
  ageMs(): number | null;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly nowMs: () => number;
  readonly random: () => number;
  /** A socket that answers no ping for so long is given up. */
  readonly silentForMs?: number;
}

/** A connection that Slack does not greet within this is given up. */
const GREETED_WITHIN_MS = 10_000;

/** A process that is busy sees a pong late: a connection that is given up loses what people press meanwhile. */
const SILENT_FOR_MS = 10_000;

export function createTransport(options: TransportOptions): Transport {
  const { transport, signingSecret, appToken } = options.config.slack;
  if (transport === 'http' && signingSecret) {
    const receiver = createSignedReceiver(signingSecret, options.log);
    return signedTransport(receiver, options);
  }
  // Configuration does not let either be missing.
  if (!appToken) throw new Error('Socket Mode without an app token');
  return socketTransport(appToken.reveal(), options);
}

function signedTransport(
  receiver: ReturnType<typeof createSignedReceiver>,
  { log, nowMs }: TransportOptions,
): Transport {
  let openedMs: number | null = null;
  const take = signedRequests(receiver, log, nowMs);
  return {
    kind: 'http',
    receiver,
    requests: (request, response) => {
      // Slack sends it again, to whoever is there by then.
      if (openedMs === null) response.writeHead(503).end();
      else take(request, response);
    },
    open: async () => {
      openedMs = nowMs();
    },
    ageMs: () => (openedMs === null ? null : nowMs() - openedMs),
    close: async () => {
      openedMs = null;
    },
  };
}

function socketTransport(
  appToken: string,
  { config, log, silentForMs = SILENT_FOR_MS, ...clock }: TransportOptions,
): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    clientPingTimeout: silentForMs,
    installerOptions: { clientOptions: clientOptions(config.slack, log) },
  });
  const { client } = receiver;
  refuseMalformed(client, log);
  const connection = new SocketConnection({
    client,
    log,
    ...clock,
    greetedWithinMs: GREETED_WITHIN_MS,
  });
  return {
    kind: 'socket',
    receiver,
    requests: null,
    open: () => connection.open(),
    ageMs: () => connection.ageMs,
    close: () => connection.close(),
  };
}
